import * as vscode from 'vscode';
import type { ReferenceId } from '../core/flow/referenceId';
import { findMentions, type FileMentions, type MentionServices } from './findMentions';
import { planReplacement } from './replaceInFlows';
import { whileReadingFlows } from './notify';
import type { LocatedProject } from './workspaceIndex';

/** What came of a replacement, by the texts as they were after it. */
export interface Replaced {
  /** Nodes and LLMs that name the other one now. */
  readonly count: number;
  /** Why some files were left as they are, and which may name it without anybody knowing; a sentence each. */
  readonly left: readonly string[];
  /** Whether nothing that could be read names the old one any more. */
  readonly isDone: boolean;
}

/** Puts another Reference ID in the place of one in all of a project's files: one edit to be undone, nothing saved. */
export async function replaceEverywhere(
  services: MentionServices,
  owner: LocatedProject,
  change: { readonly from: ReferenceId; readonly to: ReferenceId },
): Promise<Replaced> {
  const { edit, files, refused, unread } = await whileReadingFlows(() =>
    planReplacement(services, owner, change),
  );
  if (edit.size > 0) await vscode.workspace.applyEdit(edit);
  // `applyEdit` says yes, too, when the user has unticked parts of it.
  const still = await whileReadingFlows(() => findMentions(services, owner, change.from));
  const left = [...refused, ...unread.map(unreadSentence)];
  return {
    count: countNamers(files) - countNamers(still.filter(({ uri }) => edit.has(uri))),
    left,
    isDone: still.length === 0 && refused.length === 0,
  };
}

export function unreadSentence(path: string): string {
  return vscode.l10n.t('{0} could not be read and may name it as well.', path);
}

/** How many nodes and LLMs: a node in several locales, or with several keys, is one. */
export function countNamers(files: readonly FileMentions[]): number {
  const namers = files.flatMap(({ file, mentions }) =>
    mentions.map(({ nodeId, path }) => nodeId ?? `${file.path}#${path.join('/')}`),
  );
  return new Set(namers).size;
}
