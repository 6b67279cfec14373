import * as vscode from 'vscode';
import { partScheme } from '../../contributions';
import { asTitle } from '../../core/shownText';
import type { FilePlace } from '../../core/flow/filePlace';
import type { PartAddress } from '../../core/language/nodePart';
import type { NodePart, PartLanguage } from '../../core/language/ownEditorAt';

/** A string of a node and the flow file that holds it. */
export interface PartTarget {
  readonly flow: vscode.Uri;
  readonly address: PartAddress;
}

/** VS Code tells the language by the name, so that whoever associates other languages gets those. */
const suffixes: Readonly<Record<PartLanguage, string>> = {
  javascript: '.js',
  json: '.json',
  html: '.html',
  sql: '.sql',
  plaintext: '.txt',
};

/**
 * `flow-part:/<Flow>/<locale>/<Node · key>.js?…`: the last segment is the tab's title, those before it tell tabs of the
 * same title apart, and the query alone says what it is, so that VS Code can restore the editor after a reload. The
 * query is JSON, for VS Code shows URIs in its messages.
 */
export function toPartUri(
  flow: vscode.Uri,
  part: Pick<NodePart, 'address' | 'title' | 'language'>,
  place: FilePlace | undefined,
): vscode.Uri {
  const { node, path, locale } = part.address;
  const folders =
    place?.kind === 'flow' ? [place.flow, ...(place.locale ? [place.locale] : [])].map(asTitle) : [];
  const names = [...folders, asTitle(part.title) + suffixes[part.language]];
  return vscode.Uri.from({
    scheme: partScheme,
    path: `/${names.map(toSegment).join('/')}`,
    query: JSON.stringify([flow.toString(), node, path, ...(locale === undefined ? [] : [locale])]),
  });
}

/** Undefined for a URI that we did not make. */
export function toPartTarget(uri: vscode.Uri): PartTarget | undefined {
  const [flow, node, path, locale] = readList(uri.query);
  if (typeof flow !== 'string' || typeof node !== 'string') return undefined;
  if (!Array.isArray(path) || !path.every(isSegment)) return undefined;
  return {
    flow: vscode.Uri.parse(flow),
    address: { node, path, ...(typeof locale === 'string' && { locale }) },
  };
}

function readList(text: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function isSegment(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** A slash in a name would make folders of it; a name of dots alone would lead to another folder. */
function toSegment(name: string): string {
  return name.replaceAll(/[\\/]/g, '∕').replace(/^\.+$/, '_');
}
