import type { Catalog } from '../src/core/catalog/catalog';
import type { Connection } from '../src/core/connection/connection';
import type { Knowledge } from '../src/core/connection/knowledge';
import { english } from '../src/core/english';
import { toReferenceId } from '../src/core/flow/referenceId';
import { JsonDocument } from '../src/core/json/jsonDocument';
import { connectionChoicesAt, emptyConnectionFields } from '../src/core/language/chooseConnection';
import { fixAll } from '../src/core/language/fixes';
import { fixesAt } from '../src/core/language/fixes/fixesAt';
import { flowSymbolAt, symbolRanges } from '../src/core/language/flowSymbol';
import { nodeRegions } from '../src/core/language/folding';
import { outlineOf } from '../src/core/language/outline';
import { problemRange } from '../src/core/validation/problemRange';
import { validateFlow } from '../src/core/validation/validateFlow';

/** In the config of the node in the middle. */
export function placeToType(text: string): number {
  return text.indexOf('"config": {\n', text.length >> 1) + '"config": {'.length;
}

/** Types a letter into the config of the node in the middle, then deletes it, and so on; gives the document each time. */
export function typedDocument(text: string): () => JsonDocument {
  const at = placeToType(text);
  const texts = [`${text.slice(0, at)}"x": 1, ${text.slice(at)}`, text];
  let document = new JsonDocument(text);
  let strokes = 0;
  return () => (document = document.withText(texts[strokes++ % 2] ?? ''));
}

/** What VS Code asks of a whole file after a letter was typed, one by one, and what it asks whenever the cursor moves. */
export function answersTo(text: string, catalog: Catalog): Record<string, () => unknown> {
  const empty = text.replaceAll(/("basicConnection": ")[^"]*/g, '$1');
  return {
    'code actions at a problem': actionsAtProblem(text, catalog),
    'code lenses': asking(empty, (document) => emptyConnectionFields(document, catalog)),
    outline: asking(text, (document) => outlineOf(document, english)),
    folding: asking(text, nodeRegions),
    'highlights of a Connection': highlightsAt(text, '"basicConnection": "', catalog),
    'highlights of a node': highlightsAt(text, '"_id": "', catalog),
  };
}

function asking(text: string, ask: (document: JsonDocument) => readonly unknown[]): () => unknown {
  const type = typedDocument(text);
  return () => {
    const found = ask(type());
    if (found.length === 0) throw new Error('There must be answers.');
    return found;
  };
}

/** Every Connection unknown, and the one at the cursor a slip, for which the same is offered for the whole file. */
function actionsAtProblem(text: string, catalog: Catalog): () => unknown {
  const unknown: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };
  const ids = [...text.matchAll(/"basicConnection": "([^"]{36})"/g)].map(([, id = '']) => id);
  const connections = ids.slice(-20).flatMap((id, index): Connection[] => {
    const referenceId = toReferenceId(id.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    const type = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
    return referenceId ? [{ ...type, referenceId, name: `Connection ${index}`, isTemporary: false }] : [];
  });
  const problems = validateFlow(new JsonDocument(text), catalog, unknown);
  return asking(text, (document) => {
    const contexts = problems.map((problem) => ({ problem, document, catalog, connections, t: english }));
    const last = contexts.at(-1);
    const cursor = last && { offset: problemRange(last.problem, document).offset + 2, length: 0 };
    const { fixes, alike } = cursor ? fixesAt(contexts, cursor) : { fixes: [], alike: [] };
    const choices = cursor && connectionChoicesAt(document, cursor.offset, catalog);
    return choices ? [...fixes, ...alike.map(fixAll)] : [];
  });
}

function highlightsAt(text: string, marker: string, catalog: Catalog): () => unknown {
  const file = { path: '', kind: 'flow', isDeclared: true } as const;
  return asking(text, (document) => {
    const offset = document.text.indexOf(marker, document.text.length >> 1) + marker.length;
    const symbol = flowSymbolAt(document, offset, catalog, () => true);
    return symbol ? symbolRanges(document, symbol, file, catalog) : [];
  });
}
