import assert from 'node:assert/strict';
import type { Knowledge } from '../../src/core/connection/knowledge';
import { JsonDocument } from '../../src/core/json/jsonDocument';
import type { Problem } from '../../src/core/validation/problem';
import { problemRange } from '../../src/core/validation/problemRange';
import { defaultRuleSettings, type RuleSettings } from '../../src/core/validation/ruleSettings';
import { problemsOfFile } from '../../src/core/validation/validateFile';
import { validateFlow } from '../../src/core/validation/validateFlow';
import { shippedCatalog } from './catalog';

/** Knows nothing, so that only what a file says of itself is judged. */
export const ignorance: Knowledge = { referenceId: () => ({ kind: 'notKnowable' }) };

/** A node as tests write it; `config` and `more` are JSON texts, which may hold marks. */
export interface WrittenNode {
  readonly type: string;
  readonly label?: string;
  readonly extension?: string;
  readonly config?: string;
  /** Further properties, such as `"isDisabled": true`. */
  readonly more?: string;
  /** The nodes of each branch, its head first. */
  readonly branches?: readonly (readonly WrittenNode[])[];
}

/** A node's `_id`, by its place in the chart: 0 is the start, 1 the first that was written. */
export function nodeId(place: number): string {
  return place.toString(16).padStart(24, 'a');
}

export function nodeReferenceId(place: number): string {
  return `aaaaaaaa-aaaa-4aaa-aaaa-${place.toString(16).padStart(12, '0')}`;
}

/** A sound chart in the shape of the CLI: start, these nodes one after the other, end. */
export function chart(...nodes: readonly WrittenNode[]): string {
  const relations: string[] = [];
  const written: string[] = [];
  let count = 0;
  const add = (node: WrittenNode, next: (() => string | undefined) | undefined): string => {
    const place = count++;
    const { type, label = type, extension = '@cognigy/basic-nodes', config = '{}', more } = node;
    written[place] =
      `{"_id": "${nodeId(place)}", "referenceId": "${nodeReferenceId(place)}", "type": "${type}",` +
      ` "extension": "${extension}", "label": "${label}", ${more ? `${more}, ` : ''}"config": ${config}}`;
    const children = (node.branches ?? []).map((branch) => addAll(branch));
    const id = next?.();
    relations[place] =
      `{"node": "${nodeId(place)}", "children": ${JSON.stringify(children)}, "next": ${id === undefined ? 'null' : `"${id}"`}}`;
    return nodeId(place);
  };
  const addAll = ([first, ...others]: readonly WrittenNode[]): string | undefined =>
    first && add(first, () => addAll(others));
  addAll([{ type: 'start' }, ...nodes, { type: 'end' }]);
  return `{"_id": "${'0'.repeat(24)}", "relations": [\n${relations.join(',\n')}],\n"nodes": [\n${written.join(',\n')}]}`;
}

/** Takes the marks «…» out of a text; gives the marked stretches in order. */
export function readMarks(marked: string): { text: string; marks: string[] } {
  const marks: string[] = [];
  let text = '';
  let open = -1;
  for (const character of marked) {
    if (character === '«') open = text.length;
    else if (character === '»') marks.push(`${open}:${text.slice(open)}`);
    else text += character;
  }
  return { text, marks };
}

export function problemsOf(
  text: string,
  knowledge: Knowledge = ignorance,
  settings: RuleSettings = defaultRuleSettings,
): readonly Problem[] {
  const document = new JsonDocument(text);
  const file = { ...sole, document, isCheckedByEditor: true };
  return [
    ...problemsOfFile(file, knowledge.isClone, settings),
    ...validateFlow(document, catalog, knowledge, settings),
  ];
}

/** A flow file that nothing is around. */
export const sole = {
  place: { kind: 'flow', root: undefined, flow: 'Main' },
  path: 'Main.flow.json',
  project: undefined,
  hasByteOrderMark: false,
  flowRoots: new Set<string>(),
} as const;

const catalog = shippedCatalog();

/** Each problem as `severity code text`, in the order of the file. */
export function outlineProblems(text: string, knowledge?: Knowledge, settings?: RuleSettings): string[] {
  const document = new JsonDocument(text);
  return problemsOf(text, knowledge, settings)
    .map((problem) => ({ problem, range: problemRange(problem, document) }))
    .sort((a, b) => a.range.offset - b.range.offset)
    .map(
      ({ problem: { severity, code }, range }) =>
        `${severity} ${code} ${text.slice(range.offset, range.offset + range.length)}`,
    );
}

/** Every problem of a text is one of those expected, in file order, and stands exactly where a mark is. */
export function assertProblems(
  marked: string,
  expected: readonly string[],
  knowledge: Knowledge = ignorance,
): void {
  const { text, marks } = readMarks(marked);
  const document = new JsonDocument(text);
  const found = problemsOf(text, knowledge)
    .map((problem) => ({ problem, range: problemRange(problem, document) }))
    .sort((a, b) => a.range.offset - b.range.offset);
  assert.deepEqual(
    found.map(({ problem }) => `${problem.severity} ${problem.code}`),
    expected,
  );
  assert.deepEqual(
    found.map(({ range }) => `${range.offset}:${text.slice(range.offset, range.offset + range.length)}`),
    marks,
  );
}

/** A chart's text after a change to its value. */
export function changed(text: string, change: (value: ChartValue) => void): string {
  const value = JSON.parse(text) as ChartValue;
  change(value);
  return JSON.stringify(value, undefined, 2);
}

export interface ChartValue {
  relations: { node: string; children: string[]; next: string | null }[];
  nodes: Record<string, unknown>[];
}
