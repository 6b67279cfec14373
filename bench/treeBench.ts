import { declaredRow, listRows } from '../src/core/connection/connectionRows';
import { whereOf } from '../src/core/connection/describeUses';
import { createNodeFactsReader } from '../src/core/connection/nodeFacts';
import { resolveProjects, type Project } from '../src/core/connection/projects';
import { readFileFacts } from '../src/core/connection/readFileFacts';
import { english } from '../src/core/english';
import { placeOf } from '../src/core/flow/filePlace';
import { JsonDocument } from '../src/core/json/jsonDocument';
import type { Catalog } from '../src/core/catalog/catalog';
import type { FileFacts } from '../src/core/connection/fileFacts';

/** Medians in milliseconds of opening the Connections view, once the index is there. */
export interface TreeResult {
  readonly connections: number;
  readonly uses: number;
  /** An array of the labels and descriptions of all Connections, made of names that are at hand. */
  readonly labels: number;
  /** The view as it opens: every Connection with what counts and judges its uses, these closed. */
  readonly open: number;
  /** The same array with those of all uses. */
  readonly allLabels: number;
  /** The view with every Connection unfolded. */
  readonly unfolded: number;
  readonly openToLabels: number;
  readonly unfoldedToAllLabels: number;
}

const connections = 1000;
const usesEach = 50;
const perFlow = 500;
const idOf = (index: number) => `${String(index).padStart(8, '0')}-2bd7-4a35-94a3-fbbade0a581d`;

export function measureTree(catalog: Catalog, rounds: number): TreeResult {
  const project = largeProject(catalog);
  const names = [...project.registered.values()].map(({ name }) => name);
  const credentials = { isStored: false, sentence: 'No credentials on this machine' };
  const openView = () => {
    const rows = listRows(project, catalog);
    return rows.declared.map((entry) => ({
      entry,
      row: declaredRow(entry, rows, credentials, catalog, english),
    }));
  };
  const opened = openView();
  const uses = opened.reduce((total, { entry }) => total + entry.uses.length, 0);
  if (opened.length !== connections || uses !== connections * usesEach)
    throw new Error('Something is missing.');
  const labels = () => names.map((name) => ({ label: name, description: `Basic Auth · ${usesEach} nodes` }));
  const labelOfUse = (name: string, use: number) => ({
    label: `${name} ${use}`,
    description: `Flow ${use} · en-US`,
  });
  const contenders: Record<string, () => unknown> = {
    labels,
    open: openView,
    allLabels: () => [
      ...labels(),
      ...names.flatMap((name) => Array.from({ length: usesEach }, (_, use) => labelOfUse(name, use))),
    ],
    unfolded: () =>
      openView().flatMap(({ entry, row }) => [
        row,
        ...entry.uses.map((use) => ({ label: use.use.nodeLabel, description: whereOf(use, english) })),
      ]),
  };
  const times: Record<string, number[]> = {};
  for (let round = -3; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      run();
      if (round >= 0) (times[name] ??= []).push(performance.now() - start);
    }
  }
  const median = (name: string) => times[name]?.sort((a, b) => a - b)[rounds >> 1] ?? NaN;
  const [plain, open, allPlain, unfolded] = [
    median('labels'),
    median('open'),
    median('allLabels'),
    median('unfolded'),
  ];
  return {
    connections,
    uses,
    labels: plain,
    open,
    allLabels: allPlain,
    unfolded,
    openToLabels: open / plain,
    unfoldedToAllLabels: unfolded / allPlain,
  };
}

export function treeToText(result: TreeResult): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const times = (value: number) => `${value.toFixed(2)}×`;
  return [
    `Connections view, ${result.connections} Connections with ${result.uses} uses, the index being there`,
    `  an array of their labels               ${ms(result.labels)}`,
    `  the view as it opens, uses counted     ${ms(result.open)}  ${times(result.openToLabels)} labels`,
    `  an array of all labels, uses too       ${ms(result.allLabels)}`,
    `  the view with all unfolded             ${ms(result.unfolded)}  ${times(result.unfoldedToAllLabels)} all labels`,
    '',
  ].join('\n');
}

/** A clone with so many nodes in flows, and a connections file that names what they use. */
function largeProject(catalog: Catalog): Project {
  const facts = new Map<string, FileFacts>();
  const read = (path: string, text: string) => {
    const place = placeOf(path);
    const found = place && readFileFacts(place, new JsonDocument(text), createNodeFactsReader(catalog));
    if (found) facts.set(path, found);
  };
  const total = connections * usesEach;
  for (let first = 0; first < total; first += perFlow) {
    const nodes = Array.from({ length: perFlow }, (_, index) => nodeOf(first + index));
    read(`agent/flows/Flow ${first / perFlow}/en-US/chart.json`, JSON.stringify({ relations: [], nodes }));
  }
  const entries = Array.from({ length: connections }, (_, index) => ({
    referenceId: idOf(index),
    name: `Connection ${index}`,
    extension: '@cognigy/basic-nodes',
    type: 'http_basic',
  }));
  read('.cognigy/connections.json', JSON.stringify({ version: 1, id: 'x', connections: entries }));
  const [project] = resolveProjects(facts, 'bench');
  if (!project) throw new Error('The files must make a project.');
  return project;
}

function nodeOf(index: number): unknown {
  return {
    _id: index.toString(16).padStart(24, '0'),
    type: 'httpRequest',
    extension: '@cognigy/basic-nodes',
    label: `Node ${index}`,
    config: {
      authType: 'basic',
      basicConnection: idOf(index % connections),
      url: 'https://api.example.com/',
    },
  };
}
