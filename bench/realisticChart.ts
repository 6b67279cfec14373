import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Relation {
  node: string;
  children: string[];
  next: string | null;
  _id: string;
}

interface Chart {
  relations: Relation[];
  nodes: { _id: string; referenceId: string; type: string; config: object }[];
}

const samples = ['Flow 1', 'Flow 2'].map(
  (flow) => `test/fixtures/samples/cli-clone/agent/flows/${flow}/en-US/chart.json`,
);

/** The text of a sound chart of that many nodes, as the CLI writes it: real ones, one after the other, over and over. `root` is the repository. */
export function realisticChart(count: number, root = '.'): string {
  const readSample = (copy: number) => readSampleIn(root, copy);
  const whole = readSample(0);
  const end = takeEnd(whole);
  for (let copy = 1; ; copy++) {
    const part = readSample(copy);
    takeEnd(part);
    const start = take(part, 'start');
    if (whole.nodes.length + part.nodes.length + 1 > count) break;
    append(whole, part, start.relation.next);
  }
  for (let i = 0; whole.nodes.length + 1 < count; i++) {
    const { nodes } = readSample(1000 + i);
    const node = nodes.filter(({ type }) => type === 'say' || type === 'httpRequest')[i % 3] ?? end.node;
    const relation = { node: node._id, children: [], next: null, _id: node._id };
    append(whole, { nodes: [node], relations: [relation] }, node._id);
  }
  append(whole, { nodes: [end.node], relations: [end.relation] }, end.node._id);
  return JSON.stringify({ _id: '0'.repeat(24), ...whole }, undefined, 4);
}

/** Hangs nodes on the end of the longest way through a chart. */
function append(whole: Chart, part: Chart, first: string | null): void {
  const next = new Map(whole.relations.map((relation) => [relation.node, relation]));
  let last = whole.relations.find(({ node }) => node === whole.nodes[0]?._id);
  for (let after = last; after; after = next.get(after.next ?? '')) last = after;
  if (last) last.next = first;
  whole.nodes.push(...part.nodes);
  whole.relations.push(...part.relations);
}

function takeEnd(chart: Chart): ReturnType<typeof take> {
  const end = take(chart, 'end');
  for (const relation of chart.relations) {
    if (relation.next === end.node._id) relation.next = null;
  }
  return end;
}

/** Takes the only node of a type out of a chart, with its relation. */
function take(chart: Chart, type: string): { node: Chart['nodes'][number]; relation: Relation } {
  const node = chart.nodes.find((candidate) => candidate.type === type);
  const relation = chart.relations.find((candidate) => candidate.node === node?._id);
  if (!node || !relation) throw new Error(`The sample has no ${type}.`);
  chart.nodes.splice(chart.nodes.indexOf(node), 1);
  chart.relations.splice(chart.relations.indexOf(relation), 1);
  return { node, relation };
}

function readSampleIn(root: string, copy: number): Chart {
  const text = readFileSync(join(root, samples[copy % samples.length] ?? ''), 'utf8');
  const chart = JSON.parse(withOwnIds(text, copy)) as Chart;
  for (const { type, config, referenceId } of chart.nodes) {
    // The samples' HTTP Requests need no authentication; most real ones do.
    if (type === 'httpRequest') Object.assign(config, { authType: 'basic', basicConnection: referenceId });
  }
  const start = chart.nodes.findIndex(({ type }) => type === 'start');
  chart.nodes.unshift(...chart.nodes.splice(start, 1));
  return chart;
}

/** Gives every id of a copy a start of its own. */
function withOwnIds(text: string, copy: number): string {
  const prefix = copy.toString(16).padStart(4, '0');
  return text
    .replaceAll(/"([0-9a-f]{4})([0-9a-f]{20})"/g, `"${prefix}$2"`)
    .replaceAll(/("referenceId": ")[0-9a-f]{4}/g, `$1${prefix}`);
}
