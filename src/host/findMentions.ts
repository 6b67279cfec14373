import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import {
  filesMentioning,
  mentionsIn,
  toMentioning,
  type Mention,
  type MentioningFile,
} from '../core/connection/mentions';
import type { ReferenceId } from '../core/flow/referenceId';
import { createBreather } from './breather';
import { readCurrentText, type CurrentText } from './currentText';
import type { OpenDocuments } from './openDocuments';
import type { LocatedProject, WorkspaceIndex } from './workspaceIndex';

export interface MentionServices {
  readonly index: WorkspaceIndex;
  readonly documents: OpenDocuments;
  readonly loadCatalog: () => Promise<Catalog>;
}

/** A file of a project with the places in it that name a Connection. */
export interface FileMentions {
  readonly uri: vscode.Uri;
  readonly file: MentioningFile;
  readonly mentions: readonly Mention[];
  /** One for each mention. */
  readonly ranges: readonly vscode.Range[];
}

/** Where a project's flows and LLM resources name a Connection, by the texts as they are now. */
export async function findMentions(
  services: MentionServices,
  owner: LocatedProject,
  referenceId: ReferenceId,
): Promise<FileMentions[]> {
  const catalog = await services.loadCatalog();
  const found: FileMentions[] = [];
  for await (const { uri, file, current } of readMentioning(services, owner, referenceId)) {
    if (current.kind !== 'text') continue;
    const mentions = mentionsIn(current.json, file, referenceId, catalog);
    if (mentions.length > 0) found.push(toFileMentions(uri, file, current, mentions));
  }
  return found;
}

/** The files that may name a Connection, as they are now: one at a time, with a breath before each. */
export async function* readMentioning(
  { index, documents }: MentionServices,
  owner: LocatedProject,
  referenceId: ReferenceId,
) {
  const { project, folder } = owner;
  const known = filesMentioning(project, referenceId);
  // What was typed a moment ago is not in the index yet.
  const open = vscode.workspace.textDocuments.flatMap(({ uri }) => {
    const located = index.locate(uri);
    if (located?.folder.uri.toString() !== folder.uri.toString()) return [];
    const isKnown = !project.flows.has(located.path) || known.some(({ path }) => path === located.path);
    return isKnown ? [] : [toMentioning(project, located.path, referenceId)];
  });
  const breathe = createBreather();
  for (const file of [...known, ...open]) {
    await breathe();
    const uri = vscode.Uri.joinPath(folder.uri, file.path);
    yield { file, uri, current: await readCurrentText(uri, documents) };
  }
}

export function toFileMentions(
  uri: vscode.Uri,
  file: MentioningFile,
  { json, toRange }: Extract<CurrentText, { kind: 'text' }>,
  mentions: readonly Mention[],
): FileMentions {
  const placed = mentions.flatMap((mention) => {
    const range = json.rangeOf(mention.path);
    return range ? [{ mention, range: toRange(range) }] : [];
  });
  return {
    uri,
    file,
    mentions: placed.map(({ mention }) => mention),
    ranges: placed.map(({ range }) => range),
  };
}
