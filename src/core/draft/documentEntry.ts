import type { Connection } from '../connection/connection';
import type { ConnectionDraft } from '../connection/connectionDraft';
import { findConnection, suggestName, type LocatedUse } from '../connection/projectConnections';
import type { Project } from '../connection/projects';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import type { DocumentServices } from './documentServices';
import type { EditorTarget } from './editorTarget';
import type { ConnectionHome } from './connectionHome';

/** What the project's files say of the Connection that is edited, at the time of asking. */
export class DocumentEntry {
  readonly #home: ConnectionHome;
  #target: EditorTarget;
  #isTemporary = false;
  /** One for the whole life of the editor: two saves must not make two Connections. */
  readonly #newReferenceId: ReferenceId;

  constructor(target: EditorTarget, { home, random }: Pick<DocumentServices, 'home' | 'random'>) {
    this.#target = target;
    this.#home = home;
    // It was registered meanwhile, by an editor that is gone.
    if (target.mode === 'register' && this.isRegistered) this.#target = { ...target, mode: 'edit' };
    const newReferenceId = toReferenceId(random.uuid());
    if (!newReferenceId) throw new Error('The random source gave no UUID.');
    this.#newReferenceId = newReferenceId;
  }

  /** What the editor was opened for; once the Connection is registered, to edit it. */
  get target(): EditorTarget {
    return this.#target;
  }

  /** Undefined once its folder is no longer open. */
  get project(): Project | undefined {
    return this.#home.project;
  }

  get isNew(): boolean {
    return this.target.mode !== 'edit';
  }

  /** The Connection as it is declared now; undefined for one that is not, or no more. */
  get connection(): Connection | undefined {
    const { project, target } = this;
    const entry = project && findConnection(project, target.id);
    return entry?.kind === 'declared' ? entry.connection : undefined;
  }

  /** Whether the connections file holds it; what only a file from Cognigy.AI declares is not registered. */
  get isRegistered(): boolean {
    const referenceId = toReferenceId(this.target.id);
    return referenceId !== undefined && (this.project?.registered.has(referenceId) ?? false);
  }

  get uses(): readonly LocatedUse[] {
    const { project, target } = this;
    if (!project || target.mode === 'new') return [];
    return findConnection(project, target.id)?.uses ?? [];
  }

  /** The names of the project's other Connections. */
  get otherNames(): readonly string[] {
    const registered = [...(this.project?.registered.values() ?? [])];
    return registered.flatMap(({ referenceId, name }) => (referenceId === this.target.id ? [] : [name]));
  }

  /** The name of the Connection that a Reference ID names already. */
  nameOf(referenceId: string): string | undefined {
    const taken = this.project && findConnection(this.project, referenceId);
    return taken?.kind === 'declared' ? taken.connection.name : undefined;
  }

  /** The draft that changes nothing; before there is a Connection, what is proposed for it. */
  read(): ConnectionDraft {
    const { connection, target, project } = this;
    if (connection) this.#isTemporary = connection.isTemporary;
    const found = project && target.mode === 'register' ? findConnection(project, target.id) : undefined;
    return {
      name: connection?.name ?? (found?.kind === 'undeclared' ? suggestName(found) : ''),
      description: connection?.description ?? '',
      referenceId: target.mode === 'new' ? '' : target.id,
      fields: {},
      plainFields: connection?.plainFields ?? [],
      addedFields: [],
    };
  }

  /** The Connection that a draft makes: it was checked, so what is no Reference ID in it is empty. */
  toConnection(draft: ConnectionDraft): Connection {
    const typed = toReferenceId(draft.referenceId.trim());
    const { extension, type } = this.target.type;
    return {
      referenceId: typed ?? this.#newReferenceId,
      name: draft.name.trim(),
      extension,
      type,
      description: draft.description.trim(),
      plainFields: draft.plainFields,
      isTemporary: !typed || this.#isTemporary,
    };
  }

  /** From here on it is an edit, whatever the editor was opened for. */
  registered({ referenceId, isTemporary }: Connection): void {
    this.#target = { ...this.#target, mode: 'edit', id: referenceId };
    this.#isTemporary = isTemporary;
  }
}
