import * as vscode from 'vscode';
import type { Connection } from '../core/connection/connection';
import {
  newConnectionsFile,
  readConnectionsFile,
  writeConnection,
  writeFileId,
} from '../core/connection/connectionsFile';
import { describeConnectionsFileTrouble } from '../core/connection/describeTrouble';
import { baseName } from '../core/flow/filePlace';
import { toMinimalEdits } from '../core/json/textEdit';
import type { Confirm, RandomSource } from '../core/ports';
import { toTextEdit } from './convert';
import { decodeUtf8 } from './decodeUtf8';
import { localize } from './localize';
import { readIfThere } from './readIfThere';
import type { LocatedProject, WorkspaceIndex } from './workspaceIndex';

/** Writes a file whole or not at all, and only if it still holds what was read (undefined: no file). */
export type ReplaceFile = (
  uri: vscode.Uri,
  expected: Uint8Array | undefined,
  content: Uint8Array,
) => Promise<'written' | 'changed'>;

export type SaveOutcome =
  /** `fileId` is what the Connection's credentials are stored under. */
  | { readonly kind: 'saved'; readonly fileId: string }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'cancelled' };

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
    // Editors are saved all at once: what one save reads, another must not be about to replace.
    const turn = this.#lastSave.then(() => this.#save(target, connection));
    this.#lastSave = turn.catch(() => undefined);
    return turn;
  }

  async #save(target: LocatedProject, connection: Connection): Promise<SaveOutcome> {
    const uri = this.uriOf(target);
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    const outcome = open?.isDirty
      ? await this.#saveInDocument(open, connection)
      : await this.#saveOnDisk(uri, target, connection);
    if (outcome.kind === 'saved') await this.index.refresh([uri]);
    return outcome;
  }

  /** The user has unsaved changes in the file: ours joins them, for them to save or undo. */
  async #saveInDocument(document: vscode.TextDocument, connection: Connection): Promise<SaveOutcome> {
    const edited = this.#edit(document.getText(), document.uri, connection);
    if ('kind' in edited) return edited;
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      document.uri,
      toMinimalEdits(document.getText(), edited.text).map((change) => toTextEdit(document, change)),
    );
    if (await vscode.workspace.applyEdit(edit)) return { kind: 'saved', fileId: edited.fileId };
    return refused(vscode.l10n.t('{0} could not be changed. Save it first.', baseName(document.uri.path)));
  }

  async #saveOnDisk(uri: vscode.Uri, target: LocatedProject, connection: Connection): Promise<SaveOutcome> {
    const before = await readIfThere(uri);
    if (!before && !(await this.#mayCreate(target))) return { kind: 'cancelled' };
    const text = before
      ? decodeUtf8(before)
      : newConnectionsFile(this.random.uuid(), target.project.agentDir);
    if (text === undefined)
      return refused(vscode.l10n.t('{0} is not UTF-8. Convert it first.', baseName(uri.path)));
    const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
    const body = text.slice(mark.length);
    const edited = this.#edit(body, uri, connection);
    if ('kind' in edited) return edited;
    const content = new TextEncoder().encode(mark + edited.text);
    if ((await this.replaceFile(uri, before, content)) === 'written')
      return { kind: 'saved', fileId: edited.fileId };
    return refused(
      vscode.l10n.t('{0} was changed by something else meanwhile. Save again.', baseName(uri.path)),
    );
  }

  #edit(text: string, uri: vscode.Uri, connection: Connection): Edited | SaveOutcome {
    const name = baseName(uri.path);
    const { id, trouble } = readConnectionsFile(text);
    if (trouble) {
      const sentence = describeConnectionsFileTrouble(name, trouble, localize);
      return refused(vscode.l10n.t('{0} Nothing was saved: mend the file first.', sentence));
    }
    if (text.includes('\r\n') && /(^|[^\r])\n/.test(text)) {
      return refused(vscode.l10n.t('{0} mixes line endings. Choose one, then save again.', name));
    }
    if (id !== '') return { fileId: id, text: writeConnection(text, connection) };
    // A file made by hand: credentials need an id that moves with it.
    const fileId = this.random.uuid();
    return { fileId, text: writeConnection(writeFileId(text, fileId), connection) };
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
