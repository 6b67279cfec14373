import { connectionsFileVersion, newConnectionsFile } from '../../src/core/connection/connectionsFile';
import { emptyProject, resolveProjects } from '../../src/core/connection/projects';
import { writeConnections, writeFileId } from '../../src/core/connection/writeConnections';
import type { ConnectionTypeKey } from '../../src/core/catalog/catalog';
import { ConnectionDocument } from '../../src/core/draft/connectionDocument';
import type { ConnectionHome } from '../../src/core/draft/connectionHome';
import type { DocumentServices } from '../../src/core/draft/documentServices';
import type { EditorTarget } from '../../src/core/draft/editorTarget';
import { english } from '../../src/core/english';
import type { Confirmation } from '../../src/core/ports';
import { shippedCatalog } from './catalog';
import { factsOf } from './flows';
import { memoryVault } from './memoryStores';

export const connectionsPath = '.cognigy/connections.json';
export const basicAuth: ConnectionTypeKey = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
const folder = 'file:///work';
const catalog = shippedCatalog();

/** A project whose files are texts in memory, with real documents, a real connections file and a real vault over it. */
export class MemoryProject {
  readonly stores = memoryVault();
  /** What was asked, and what was logged. */
  readonly asked: Confirmation[] = [];
  readonly logged: string[] = [];
  /** The answer to every question. */
  isAgreed = true;
  isFolderOpen = true;
  isFolderThere = true;
  isFileIdShared = false;
  /** What waits before the connections file is written. */
  beforeWriting: () => Promise<void> = () => Promise.resolve();

  /** `files` by their paths in the workspace folder. */
  constructor(readonly files: Record<string, string> = {}) {}

  get connectionsText(): string {
    return this.files[connectionsPath] ?? '';
  }

  get connections(): readonly Readonly<Record<string, unknown>>[] {
    const text = this.connectionsText;
    if (text === '') return [];
    return (JSON.parse(text) as { connections: Record<string, unknown>[] }).connections;
  }

  /** Writes the connections file as something else than the editor would. */
  register(...connections: readonly object[]): void {
    const file = { version: connectionsFileVersion, id: '11111111-1111-4111-8111-111111111111', connections };
    this.files[connectionsPath] = JSON.stringify(file, undefined, 2);
  }

  newTarget(type = basicAuth, key = 'key'): EditorTarget {
    return { folder, connectionsPath, type, mode: 'new', id: key };
  }

  editTarget(referenceId: string, type = basicAuth): EditorTarget {
    return { folder, connectionsPath, type, mode: 'edit', id: referenceId };
  }

  async open(target: EditorTarget): Promise<ConnectionDocument> {
    const document = new ConnectionDocument(target, catalog, this.services);
    await document.load();
    return document;
  }

  get services(): DocumentServices {
    return {
      home: this.#home,
      vault: this.stores.vault,
      confirm: (question) => {
        this.asked.push(question);
        return Promise.resolve(this.isAgreed);
      },
      choose: ({ choices }) => Promise.resolve(this.isAgreed ? choices[0] : undefined),
      random: { uuid: () => crypto.randomUUID() },
      log: { error: (what) => void this.logged.push(what) },
      t: english,
      formatDate: (iso) => iso.slice(0, 10),
    };
  }

  get #project() {
    const [project] = resolveProjects(factsOf(this.files), 'work');
    return project ?? emptyProject('work');
  }

  readonly #home: ConnectionHome = (() => {
    const project = () => (this.isFolderOpen ? this.#project : undefined);
    const isFolderThere = () => this.isFolderThere;
    const isFileIdShared = () => this.isFileIdShared;
    return {
      id: `${folder}/${connectionsPath}`,
      get project() {
        return project();
      },
      folderName: 'work',
      get isFileIdShared() {
        return isFileIdShared();
      },
      ready: () => Promise.resolve(),
      isFolderThere: () => Promise.resolve(isFolderThere()),
      save: async (connection) => {
        await this.beforeWriting();
        const before = this.files[connectionsPath] ?? newConnectionsFile(crypto.randomUUID(), undefined);
        this.files[connectionsPath] = writeConnections(before, [connection]);
        const fileId = this.#project.file?.id ?? '';
        return { kind: 'saved', fileId };
      },
      separate: () => {
        const fileId = crypto.randomUUID();
        this.files[connectionsPath] = writeFileId(this.connectionsText, fileId);
        this.isFileIdShared = false;
        return Promise.resolve({ kind: 'saved', fileId });
      },
      labelOf: ({ uri }) => uri,
    };
  })();
}
