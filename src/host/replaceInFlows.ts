import * as vscode from 'vscode';
import { mentionsIn, unreadFiles } from '../core/connection/mentions';
import { replaceReferenceId } from '../core/connection/replaceReferenceId';
import type { ReferenceId } from '../core/flow/referenceId';
import type { CurrentText } from './currentText';
import { readMentioning, toFileMentions, type FileMentions, type MentionServices } from './findMentions';
import type { LocatedProject } from './workspaceIndex';

/** What would put another Reference ID in the place of one in all of a project's flows. */
export interface Replacement {
  /** Undone in one go; nothing is saved by it. */
  readonly edit: vscode.WorkspaceEdit;
  readonly files: readonly FileMentions[];
  /** Why some files that name it are left out, one sentence each. */
  readonly refused: readonly string[];
  /** Files that could not be read in full, relative to the workspace folder: they may name it as well. */
  readonly unread: readonly string[];
}

/** Plans a replacement by the texts as they are now; to be applied at once. Changes nothing itself. */
export async function planReplacement(
  services: MentionServices,
  owner: LocatedProject,
  change: { readonly from: ReferenceId; readonly to: ReferenceId },
): Promise<Replacement> {
  const catalog = await services.loadCatalog();
  const edit = new vscode.WorkspaceEdit();
  const files: FileMentions[] = [];
  const refused: string[] = [];
  for (const { uri, file, current } of await readMentioning(services, owner, change.from)) {
    const sentence = refusal(current, file.path);
    if (sentence !== undefined) refused.push(sentence);
    if (sentence !== undefined || current.kind !== 'text') continue;
    const mentions = mentionsIn(current.json, file, change.from, catalog);
    if (mentions.length === 0) continue;
    files.push(toFileMentions(uri, file, current, mentions));
    edit.set(
      uri,
      replaceReferenceId(current.json, file, change, catalog).map((one) =>
        vscode.TextEdit.replace(current.toRange(one), one.newText),
      ),
    );
  }
  return { edit, files, refused, unread: unreadFiles(owner.project) };
}

function refusal(current: CurrentText, path: string): string | undefined {
  switch (current.kind) {
    case 'gone':
      return vscode.l10n.t('{0} is no longer there.', path);
    case 'otherEncoding':
      return vscode.l10n.t('{0} is not in the encoding that VS Code opens it with. Convert it first.', path);
    case 'tooLarge':
      return vscode.l10n.t('{0} is too large to be changed here.', path);
    case 'text':
      return current.hasMixedLineEndings
        ? vscode.l10n.t('{0} mixes line endings. Choose one, then try again.', path)
        : undefined;
  }
}
