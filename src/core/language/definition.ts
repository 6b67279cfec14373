import { filesDeclaring } from '../connection/mentions';
import type { Project } from '../connection/projects';
import { readFlow } from '../flow/flow';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import { asArray, isObject } from '../json/narrow';
import type { TextRange } from '../json/textRange';
import { labelPath } from '../validation/labelPath';
import type { FlowSymbol, NodeSymbol } from './flowSymbol';
import { filesOfTarget } from './targetAt';

/** The files where a symbol of a flow file is defined; the file itself is among them where it is there. */
export function definingFiles(symbol: FlowSymbol, project: Project | undefined, file: string): string[] {
  if (symbol.kind === 'connection') return project ? filesDeclaring(project, file, symbol.referenceId) : [];
  if (symbol.target) return project ? filesOfTarget(project, file, symbol.target) : [file];
  const own = project?.flows.get(file)?.place;
  if (!project || own?.kind !== 'packageChart') return [file];
  // A package keeps nodes in files of their own.
  return [...project.flows].flatMap(([path, { place, outline }]) => {
    const isBeside = place.kind === 'packageNode' && place.root === own.root;
    return isBeside && symbol.id !== undefined && outline.byId(symbol.id) ? [path] : [];
  });
}

/** The files that may name a node: those of its flow, and those that lead to it. */
export function filesNamingNode(symbol: NodeSymbol, project: Project, file: string): string[] {
  const { referenceId } = symbol;
  const others =
    referenceId === undefined
      ? []
      : [...project.flows].flatMap(([path, { outline }]) =>
          outline.byReferenceId(referenceId) || outline.targets.has(referenceId) ? [path] : [],
        );
  return [...new Set([file, ...others])];
}

/** Where a defining file defines a symbol: a Connection's Reference ID, what a node is called by. */
export function definitionRange(document: JsonDocument, symbol: FlowSymbol): TextRange | undefined {
  if (document.isTooDeep) return undefined;
  if (symbol.kind === 'connection') return entryRange(document, symbol.referenceId);
  const node = readFlow(document.value).nodes.find(
    ({ id, referenceId }) =>
      (symbol.id !== undefined && id === symbol.id) ||
      (symbol.referenceId !== undefined && referenceId === symbol.referenceId),
  );
  return node && (document.rangeOf(labelPath(node)) ?? document.rangeOf(node.path));
}

/** The Reference ID in a connections file, or in a Connection as the platform writes it to disk. */
export function entryRange(document: JsonDocument, referenceId: ReferenceId): TextRange | undefined {
  if (!isObject(document.value)) return undefined;
  if (toReferenceId(document.value.referenceId) === referenceId) return document.rangeOf(['referenceId']);
  // Of duplicates, which a merge may leave, the last one counts.
  const index = asArray(document.value.connections).findLastIndex(
    (entry) => isObject(entry) && toReferenceId(entry.referenceId) === referenceId,
  );
  return index < 0 ? undefined : document.rangeOf(['connections', index, 'referenceId']);
}
