import * as vscode from 'vscode';
import type { Connection } from '../core/connection/connection';
import { newConnectionsFile, readConnectionsFile } from '../core/connection/connectionsFile';
import {
  removeConnections,
  restoreConnections,
  type RemovedEntry,
} from '../core/connection/removeConnection';
import { linkConnection } from '../core/connection/linkConnection';
import { describeConnectionsFileTrouble } from '../core/connection/describeTrouble';
import { writeConnections, writeFileId } from '../core/connection/writeConnections';
import type { SaveOutcome } from '../core/draft/connectionHome';
import { baseName } from '../core/flow/filePlace';
import type { ReferenceId } from '../core/flow/referenceId';
import { toMinimalEdits } from '../core/json/textEdit';
import type { Confirm, RandomSource } from '../core/ports';
import { toTextEdit } from './convert';
import { decodeUtf8 } from './decodeUtf8';
import { localize } from './localize';
import { readIfThere } from './readIfThere';
import { describeUnwritten, type ReplaceFile } from './replaceFile';
import type { LocatedProject, WorkspaceIndex } from './workspaceIndex';

interface Edited {
  readonly fileId: string;
  readonly text: string;
}

const byteOrderMark = '\uFEFF';

/** The connections files of the workspace: the durable set of what is registered, without anything secret. */
export class ConnectionsFileRepository {
  #lastSave: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly replaceFile: ReplaceFile,
    private readonly confirm: Confirm,
    private readonly random: RandomSource,
  ) {}

  uriOf({ folder, project }: LocatedProject): vscode.Uri {
    return vscode.Uri.joinPath(folder.uri, project.connectionsPath);
  }

  /** Adds a Connection to its project's file, or changes the entry it has; makes the file where there is none. */
  save(target: LocatedProject, connection: Connection): Promise<SaveOutcome> {
    return this.saveAll(target, [connection]);
  }

  /** As `save`, for many in one write. */
  saveAll(target: LocatedProject, connections: readonly Connection[]): Promise<SaveOutcome> {
    return this.#change(target, (text) => writeConnections(text, connections), true);
  }

  /** Takes Connections out of the file, in one write, with what puts them back as they stood. */
  async remove(
    target: LocatedProject,
    referenceIds: readonly ReferenceId[],
  ): Promise<{ readonly outcome: SaveOutcome; readonly removed: readonly RemovedEntry[] }> {
    let removed: readonly RemovedEntry[] = [];
    const outcome = await this.#change(target, (before) => {
      const removal = removeConnections(before, new Set(referenceIds));
      removed = removal.removed;
      return removal.text;
    });
    return { outcome, removed: outcome.kind === 'saved' ? removed : [] };
  }

  /** Puts back what was taken out. */
  restore(target: LocatedProject, removed: readonly RemovedEntry[]): Promise<SaveOutcome> {
    return this.#change(target, (text) => restoreConnections(text, removed));
  }

  /** Gives a Connection another Reference ID, as `linkConnection` has it. */
  link(target: LocatedProject, connection: Connection, from: ReferenceId): Promise<SaveOutcome> {
    return this.#change(target, (text) => linkConnection(text, from, connection));
  }

  /** Gives a file that has the id of another one, as a copy has, an id of its own. */
  separate(target: LocatedProject): Promise<SaveOutcome> {
    return this.#change(target, (text) => writeFileId(text, this.random.uuid()));
  }

  /** `makesFile`: whether a file that is not there is made; else that is said. */
  #change(target: LocatedProject, change: (text: string) => string, makesFile = false): Promise<SaveOutcome> {
    // Editors are saved all at once: what one save reads, another must not be about to replace.
    const turn = this.#lastSave.then(async () => {
      const uri = this.uriOf(target);
      const open = vscode.workspace.textDocuments.find(
        (document) => document.uri.toString() === uri.toString(),
      );
      const outcome = open?.isDirty
        ? await this.#changeDocument(open, change)
        : await this.#changeOnDisk(uri, target, change, makesFile);
      if (outcome.kind === 'saved') await this.index.refresh([uri]);
      return outcome;
    });
    this.#lastSave = turn.catch(() => undefined);
    return turn;
  }

  /** The user has unsaved changes in the file: ours joins them, for them to save or undo. */
  async #changeDocument(
    document: vscode.TextDocument,
    change: (text: string) => string,
  ): Promise<SaveOutcome> {
    const edited = this.#edit(document.getText(), document.uri, change);
    if ('kind' in edited) return edited;
    if (edited.text === document.getText()) return { kind: 'saved', fileId: edited.fileId };
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      document.uri,
      toMinimalEdits(document.getText(), edited.text).map((one) => toTextEdit(document, one)),
    );
    if (await vscode.workspace.applyEdit(edit)) return { kind: 'saved', fileId: edited.fileId };
    return refused(vscode.l10n.t('{0} could not be changed. Save it first.', baseName(document.uri.path)));
  }

  async #changeOnDisk(
    uri: vscode.Uri,
    target: LocatedProject,
    change: (text: string) => string,
    makesFile: boolean,
  ): Promise<SaveOutcome> {
    const before = await readIfThere(uri);
    if (!before && !makesFile) return refused(vscode.l10n.t('{0} is no longer there.', baseName(uri.path)));
    if (!before && !(await this.#mayCreate(target))) return { kind: 'cancelled' };
    const text = before
      ? decodeUtf8(before)
      : newConnectionsFile(this.random.uuid(), target.project.agentDir);
    if (text === undefined)
      return refused(vscode.l10n.t('{0} is not UTF-8. Convert it first.', baseName(uri.path)));
    const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
    const body = text.slice(mark.length);
    const edited = this.#edit(body, uri, change);
    if ('kind' in edited) return edited;
    const content = new TextEncoder().encode(mark + edited.text);
    if (before && mark + edited.text === text) return { kind: 'saved', fileId: edited.fileId };
    const outcome = await this.replaceFile(uri, before, content);
    if (outcome === 'declined') return { kind: 'cancelled' };
    if (outcome !== 'written') return refused(describeUnwritten(outcome, uri));
    return { kind: 'saved', fileId: edited.fileId };
  }

  #edit(text: string, uri: vscode.Uri, change: (text: string) => string): Edited | SaveOutcome {
    const name = baseName(uri.path);
    const { id, trouble } = readConnectionsFile(text);
    if (trouble) {
      const sentence = describeConnectionsFileTrouble(name, trouble, localize);
      return refused(vscode.l10n.t('{0} Nothing was saved: mend the file first.', sentence));
    }
    if (text.includes('\r\n') && /(^|[^\r])\n/.test(text)) {
      return refused(vscode.l10n.t('{0} mixes line endings. Choose one, then save again.', name));
    }
    if (id !== '') return { fileId: id, text: change(text) };
    // A file made by hand: credentials need an id that moves with it.
    const fileId = this.random.uuid();
    return { fileId, text: change(writeFileId(text, fileId)) };
  }

  async #mayCreate({ project, folder }: LocatedProject): Promise<boolean> {
    if (!project.isInAgentDir) return true;
    return this.confirm({
      message: vscode.l10n.t('Keep names in “{0}”?', folder.name),
      detail: vscode.l10n.t(
        'This is the folder that ‘cognigy clone’ deletes, and connections.json with it. To keep it, open the folder above this one instead.',
      ),
      agree: vscode.l10n.t('Keep Them Here'),
    });
  }
}

function refused(sentence: string): SaveOutcome {
  return { kind: 'refused', sentence };
}
