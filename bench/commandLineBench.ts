import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../scripts/lib/temporaryFolder.mjs';
import { main } from '../src/cli/main';
import { surroundings } from '../test/support/commandLine';
import { shippedCatalog } from '../test/support/catalog';
import { realisticChart } from './realisticChart';

/** The command line over a repository, beside reading and parsing the same files; medians in milliseconds. */
export interface CommandLineResult {
  readonly files: number;
  readonly bytes: number;
  readonly nodes: number;
  readonly validate: number;
  /** One file, with what there is to know of its project. */
  readonly validateOne: number;
  readonly readAndParse: number;
  readonly toReadAndParse: number;
}

/** Nodes of the charts of a project, over and over: 17 on average, as in those that are published. */
const sizes = [4, 6, 8, 10, 12, 15, 18, 24, 56];
const agents = 36;
const flows = 47;
const locales = ['en-US', 'de-DE'];

export async function measureCommandLine(rounds: number): Promise<CommandLineResult> {
  const { path: folder, remove } = temporaryFolder('bench');
  const { paths, bytes } = writeRepository(folder);
  const times = { validate: [] as number[], validateOne: [] as number[], readAndParse: [] as number[] };
  const one = paths.find((path) => path.endsWith('chart.json')) ?? '';
  let nodes = 0;
  const contenders = {
    readAndParse: () => {
      for (const path of paths) JSON.parse(readFileSync(join(folder, path), 'utf8'));
    },
    validate: async () => {
      const { around, written } = surroundings(folder, [], shippedCatalog());
      const exitCode = await main(['validate', '.', '--format', 'json'], around);
      const report = JSON.parse(written.stdout) as { files: number; nodes: number };
      nodes = report.nodes;
      if (exitCode !== 0 || report.files !== agents * flows * locales.length) throw new Error(written.stderr);
    },
    validateOne: async () => {
      const { around, written } = surroundings(folder, [], shippedCatalog());
      if ((await main(['validate', one], around)) !== 0) throw new Error(written.stderr);
    },
  };
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      await run();
      if (round >= 0) times[name as keyof typeof times].push(performance.now() - start);
    }
  }
  remove();
  const median = (own: number[]) => own.sort((a, b) => a - b)[rounds >> 1] ?? NaN;
  const [validate, readAndParse] = [median(times.validate), median(times.readAndParse)];
  return {
    ...{ files: paths.length, bytes, nodes, validate, readAndParse },
    validateOne: median(times.validateOne),
    toReadAndParse: validate / readAndParse,
  };
}

export function commandLineToText(result: CommandLineResult): string {
  const { files, bytes, nodes, validate, validateOne, readAndParse, toReadAndParse } = result;
  return [
    `The command line over ${files} files with ${(bytes / 1024 / 1024).toFixed(0)} MB and ${nodes} nodes`,
    `  reading and JSON.parse of all of them  ${readAndParse.toFixed(0)} ms`,
    `  validate                               ${validate.toFixed(0)} ms  ${toReadAndParse.toFixed(2)}×`,
    `  validate of one of the charts          ${validateOne.toFixed(0)} ms`,
    '',
  ].join('\n');
}

/** A repository of several agents as the CLI clones them, each with its connections file. */
function writeRepository(folder: string): { paths: string[]; bytes: number } {
  const paths: string[] = [];
  const charts = sizes.map(chartOf);
  const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
  const uuid = (number: number) => `${hex(number, 8)}-0000-4000-8000-000000000000`;
  let bytes = 0;
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    paths.push(path);
    bytes += text.length;
  };
  mkdirSync(join(folder, '.git'));
  for (let agent = 0; agent < agents; agent++) {
    const project = `projects/${agent}`;
    const connections = Array.from({ length: 10 }, (_, index) => ({
      ...{ referenceId: uuid(index), name: `Connection ${index}` },
      ...{ extension: '@cognigy/basic-nodes', type: 'http_basic' },
    }));
    put(`${project}/.cognigy/connections.json`, JSON.stringify({ version: 1, id: uuid(agent), connections }));
    const named = locales.map((name, index) => ({ _id: hex(index + 1, 24), name, primary: index === 0 }));
    put(`${project}/agent/flows/locales.json`, JSON.stringify(named, undefined, 4));
    for (let flow = 0; flow < flows; flow++) {
      const number = agent * flows + flow;
      const place = `${project}/agent/flows/Flow ${flow}`;
      const config = { _id: hex(number, 24), referenceId: uuid(number), name: `Flow ${flow}` };
      put(`${place}/config.json`, JSON.stringify(config, undefined, 4));
      for (const locale of locales) {
        const text = charts[number % charts.length] ?? '';
        put(`${place}/${locale}/chart.json`, withOwnIds(text, number));
        put(`${place}/${locale}/intents.json`, JSON.stringify(intents(flow), undefined, 4));
      }
    }
  }
  return { paths, bytes };
}

interface Chart {
  readonly relations: readonly { node: string; children: readonly string[] }[];
  readonly nodes: readonly { _id: string; type: string }[];
}

/** A chart of real nodes one after the other, those that branch left out. */
function chartOf(count: number): string {
  const { relations, nodes } = JSON.parse(realisticChart(100)) as Chart;
  const inBranches = new Set(
    relations.flatMap(({ node, children }) => (children.length > 0 ? [node, ...children] : [])),
  );
  const [start, end] = ['start', 'end'].map((type) => nodes.find((node) => node.type === type));
  const plain = nodes.filter(
    ({ _id, type }) => !inBranches.has(_id) && !['start', 'end', 'goTo'].includes(type),
  );
  const chosen = [
    start,
    ...Array.from({ length: count - 2 }, (_, index) => plain[index % plain.length]),
    end,
  ];
  const own = chosen.map((node, index) => ({
    ...node,
    _id: index.toString(16).padStart(24, '0'),
    referenceId: `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
  }));
  const chain = own.map(({ _id }, index) => ({
    node: _id,
    children: [],
    next: own[index + 1]?._id ?? null,
    _id,
  }));
  return JSON.stringify({ _id: 'f'.repeat(24), relations: chain, nodes: own }, undefined, 4);
}

/** Most flows have none, some have very many. */
function intents(flow: number): unknown[] {
  return Array.from({ length: flow % 5 === 0 ? 12 : 0 }, (_, index) => ({
    _id: (index + 1).toString(16).padStart(24, '0'),
    name: `Intent ${index}`,
    sentences: Array.from(
      { length: 20 },
      (_, sentence) => `What people say for ${index}, number ${sentence}`,
    ),
  }));
}

/** Gives each chart ids of its own, and Connections that its project declares. */
function withOwnIds(text: string, number: number): string {
  const prefix = number.toString(16).padStart(4, '0');
  return text
    .replaceAll(/"[0-9a-f]{4}([0-9a-f]{4})([0-9a-f]{16})"/g, `"${prefix}$1$2"`)
    .replaceAll(/("(?:referenceId)": ")[0-9a-f]{4}/g, `$1${prefix}`)
    .replaceAll(
      /("basicConnection": ")[0-9a-f-]{36}/g,
      `$1${(number % 10).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    );
}
