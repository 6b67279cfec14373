import * as vscode from 'vscode';
import { partScheme } from '../../contributions';
import type { Logger } from '../../core/ports';
import { decodeUtf8 } from '../decodeUtf8';
import type { WorkspaceIndex } from '../workspaceIndex';
import { readPart, type PartReading } from './flowText';
import type { PartTimes } from './partTimes';
import { toPartTarget, type PartTarget } from './partUri';
import { putBack, type PutBackServices } from './putBack';

export interface PartServices extends PutBackServices {
  readonly index: WorkspaceIndex;
}

/**
 * Strings of nodes as files: VS Code's own editor, with its dirty dot, save, revert, hot exit, and its own question when
 * the text was changed meanwhile. Reading and writing go to the flow file, nothing is stored here.
 */
export class PartFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** What VS Code was last told of open parts, by URI; undefined of one that is gone. */
  readonly #told = new Map<string, string | undefined>();
  readonly #writing = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];
  #lastWrite: Promise<unknown> = Promise.resolve();

  readonly onDidChangeFile = this.#changed.event;

  constructor(
    private readonly services: PartServices,
    private readonly times: PartTimes,
    private readonly log: Logger,
  ) {
    const files = vscode.workspace.createFileSystemWatcher('**');
    const look = (flow: vscode.Uri) => this.#lookAt(flow);
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerFileSystemProvider(partScheme, this, { isCaseSensitive: true }),
      files,
      files.onDidChange(look),
      files.onDidCreate(look),
      files.onDidDelete(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === partScheme) this.#told.delete(uri.toString());
        // Closed without saving: the disk counts again.
        else look(uri);
      }),
    ];
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const text = await this.#read(uri);
    const mtime = this.times.of(uri.toString(), text);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: new TextEncoder().encode(text).length };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.#read(uri));
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    // “Save All” saves several parts of a file at once, and each has to know whether the file had unsaved changes.
    const turn = this.#lastWrite.then(() => this.#write(uri, content));
    this.#lastWrite = turn.catch(() => undefined);
    return turn;
  }

  /** Every open part is looked after anyway, also those that VS Code does not show. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  /** VS Code makes the folders of a file that is gone before it saves it; it is the saving that tells what is wrong. */
  createDirectory(): void {
    return undefined;
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** A URI can come from anywhere, and names a file: only flow files are read and written by it. */
  #toTarget(uri: vscode.Uri): PartTarget {
    const target = toPartTarget(uri);
    const kind = target && this.services.index.placeOf(target.flow)?.kind;
    if (!target || (kind !== 'flow' && kind !== 'packageNode'))
      throw vscode.FileSystemError.FileNotFound(uri);
    return target;
  }

  async #read(uri: vscode.Uri): Promise<string> {
    const reading = await readPart(this.#toTarget(uri), this.services.documents);
    const key = uri.toString();
    const told = this.#told.get(key);
    if (reading.kind === 'text') {
      this.#told.set(key, reading.text);
      return reading.text;
    }
    // While someone types in the flow file it is broken now and then: an open part stays what it was.
    if (reading.kind === 'unreadable' && told !== undefined) return told;
    throw reading.kind === 'gone'
      ? vscode.FileSystemError.FileNotFound(reading.sentence)
      : vscode.FileSystemError.Unavailable(reading.sentence);
  }

  async #write(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const target = this.#toTarget(uri);
    const text = decodeUtf8(content);
    if (text === undefined) {
      throw vscode.FileSystemError.Unavailable(
        vscode.l10n.t('This text isn’t UTF-8. Save it with that encoding.'),
      );
    }
    const isLineAdded = addsLastLine(uri);
    const key = uri.toString();
    this.#writing.add(key);
    try {
      const trouble = await putBack(target, this.services, (before) =>
        isLineAdded && !before.endsWith('\n') ? text.replace(/\r?\n$/, '') : text,
      );
      if (trouble) throw vscode.FileSystemError.Unavailable(trouble.sentence);
      await this.#tellOfChange(uri, target);
    } finally {
      this.#writing.delete(key);
    }
    // Not awaited: it reads the file in its turn, and the editor has nothing to wait for.
    void this.services.index.refresh([target.flow]);
  }

  #lookAt(flow: vscode.Uri): void {
    if (this.#told.size === 0 || flow.scheme === partScheme) return;
    const changed = flow.toString();
    for (const { uri } of vscode.workspace.textDocuments) {
      const target = uri.scheme === partScheme ? toPartTarget(uri) : undefined;
      if (target?.flow.toString() !== changed) continue;
      this.#tellOfChange(uri, target).catch((error: unknown) => this.log.error('Reading a text', error));
    }
  }

  /** Tells VS Code of a text that is no longer what it was told, so that its editor follows. */
  async #tellOfChange(uri: vscode.Uri, target: PartTarget): Promise<void> {
    const key = uri.toString();
    const isOwn = this.#writing.has(key);
    const reading: PartReading = await readPart(target, this.services.documents);
    if (reading.kind === 'unreadable') return;
    const told = this.#told.get(key);
    const text = reading.kind === 'text' ? reading.text : undefined;
    if (text === told) return;
    this.#told.set(key, text);
    if (isOwn) return;
    const { Created, Changed, Deleted } = vscode.FileChangeType;
    const type = text === undefined ? Deleted : told === undefined ? Created : Changed;
    this.#changed.fire([{ uri, type }]);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Whether VS Code ends the last line when it saves: right for files, and one line too many in what a bot says. */
function addsLastLine(uri: vscode.Uri): boolean {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  const scope = document ? { uri, languageId: document.languageId } : uri;
  return vscode.workspace.getConfiguration('files', scope).get('insertFinalNewline') === true;
}
