import * as vscode from 'vscode';
import { mentionsIn, unreadFiles, type MentioningFile } from '../core/connection/mentions';
import { replaceReferenceId } from '../core/connection/replaceReferenceId';
import type { ReferenceId } from '../core/flow/referenceId';
import { readOpenText, type CurrentText } from './currentText';
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
  const plan = (uri: vscode.Uri, file: MentioningFile, current: CurrentText): FilePlan => {
    const sentence = refusal(current, file.path);
    if (sentence !== undefined) return { uri, file, refused: sentence };
    const mentions = current.kind === 'text' ? mentionsIn(current.json, file, change.from, catalog) : [];
    if (current.kind !== 'text' || mentions.length === 0) return { uri, file };
    const edits = replaceReferenceId(current.json, file, change, catalog).map((one) =>
      vscode.TextEdit.replace(current.toRange(one), one.newText),
    );
    return { uri, file, planned: { mentions: toFileMentions(uri, file, current, mentions), edits } };
  };
  const plans: FilePlan[] = [];
  for await (const { uri, file, current } of readMentioning(services, owner, change.from)) {
    plans.push(plan(uri, file, current));
  }
  for (const { uri, file, ...read } of plans) {
    // What was typed while other files were read counts; from here on nothing is waited for.
    const open = readOpenText(uri, services.documents);
    const { refused: sentence, planned } = open ? plan(uri, file, open) : read;
    if (sentence !== undefined) refused.push(sentence);
    if (!planned) continue;
    files.push(planned.mentions);
    edit.set(uri, planned.edits);
  }
  return { edit, files, refused, unread: unreadFiles(owner.project) };
}

interface FilePlan {
  readonly uri: vscode.Uri;
  readonly file: MentioningFile;
  readonly refused?: string;
  readonly planned?: { readonly mentions: FileMentions; readonly edits: vscode.TextEdit[] };
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
