import { readFileSync } from 'node:fs';
import { parseTree } from 'jsonc-parser';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { knowledgeFor, type Knowledge } from '../src/core/connection/knowledge';
import { createNodeFactsReader } from '../src/core/connection/nodeFacts';
import type { FileFacts } from '../src/core/connection/fileFacts';
import { placeOf } from '../src/core/flow/filePlace';
import { resolveProjects } from '../src/core/connection/projects';
import { readFileFacts } from '../src/core/connection/readFileFacts';
import { english } from '../src/core/english';
import { JsonDocument } from '../src/core/json/jsonDocument';
import { complete } from '../src/core/language/complete';
import { connectionHints } from '../src/core/language/connectionHints';
import { connectionHoverAt } from '../src/core/language/connectionHover';
import { hoverAt } from '../src/core/language/hover';
import { NodeResults } from '../src/core/validation/nodeResults';
import { problemRange } from '../src/core/validation/problemRange';
import { defaultRuleSettings } from '../src/core/validation/ruleSettings';
import { validateFlow } from '../src/core/validation/validateFlow';
import { shippedCatalog } from '../test/support/catalog';
import { answersTo, placeToType, typedDocument } from './answersBench';
import { catalogSchema } from './catalogSchema';
import { growthToText, measureGrowth } from './growthBench';
import { commandLineToText, measureCommandLine } from './commandLineBench';
import { realisticChart } from './realisticChart';
import { measureTree, treeToText } from './treeBench';

/** Medians in milliseconds of one run on the same text, and how they compare. */
interface Result {
  readonly nodes: number;
  readonly bytes: number;
  readonly parseTree: number;
  readonly rules: number;
  /** As `rules`, with every Connection unknown, and the ranges of all problems, for which the tree is built. */
  readonly rulesWithRanges: number;
  readonly jsonLanguageService: number;
  /** One letter typed in the config of one node, up to the ranges of all problems, every Connection unknown. */
  readonly keystroke: number;
  /** One letter typed as before, then the hints of what is on screen there, a hover and a completion. */
  readonly answers: number;
  readonly problems: number;
  readonly rulesToParseTree: number;
  readonly rulesWithRangesToParseTree: number;
  readonly keystrokeToParseTree: number;
  readonly answersToParseTree: number;
  /** The answers for a whole file, and problems where a key is odd, each by itself. */
  readonly eachToParseTree: Readonly<Record<string, number>>;
  readonly jsonLanguageServiceToRules: number;
  readonly jsonLanguageServiceToRulesWithRanges: number;
}

const catalog = shippedCatalog();
const silent: Knowledge = { referenceId: () => ({ kind: 'notKnowable' }) };
const unknown: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };

const chartPath = 'agent/flows/Main/en-US/chart.json';
const chartPlace = { kind: 'flow', root: 'agent', flow: 'Main', locale: 'en-US' } as const;

const schemaUri = 'bench://flow.schema.json';
const service = getLanguageService({});
service.configure({
  schemas: [
    {
      uri: schemaUri,
      fileMatch: ['*'],
      schema: catalogSchema(
        JSON.parse(readFileSync('schemas/core-catalog.json', 'utf8')) as Parameters<typeof catalogSchema>[0],
      ),
    },
  ],
});

function check(text: string, knowledge: Knowledge): number {
  return checkDocument(new JsonDocument(text), knowledge, new NodeResults(catalog));
}

function checkDocument(document: JsonDocument, knowledge: Knowledge, results: NodeResults): number {
  const problems = validateFlow(document, catalog, knowledge, defaultRuleSettings, results);
  for (const problem of problems) problemRange(problem, document);
  return problems.length;
}

/** Writes a property in the config of the node in the middle, then deletes it, and so on. */
function typist(text: string): () => number {
  const results = new NodeResults(catalog);
  const type = typedDocument(text);
  return () => checkDocument(type(), unknown, results);
}

/** A connections file with 1,000 Connections, among them those that the chart uses. */
function readRegistered(text: string): Map<string, FileFacts> {
  const used = new Set([...text.matchAll(/"basicConnection": "([0-9a-f-]{36})"/g)].map(([, id]) => id ?? ''));
  const others = Array.from({ length: 1000 - used.size }, (_, index) => {
    const digits = index.toString(16).padStart(8, '0');
    return `${digits}-0000-4000-8000-000000000000`;
  });
  const connections = [...used, ...others].map((referenceId, index) => ({
    referenceId,
    name: `Connection ${index}`,
    extension: '@cognigy/basic-nodes',
    type: 'http_basic',
  }));
  const path = '.cognigy/connections.json';
  const place = placeOf(path);
  const document = new JsonDocument(JSON.stringify({ version: 1, id: 'bench', connections }));
  const facts = place && readFileFacts(place, document, createNodeFactsReader(catalog));
  return new Map(facts ? [[path, facts]] : []);
}

/** Types in the same way, and asks what VS Code asks then: of fifty lines, and at a Reference ID on screen. */
function reader(text: string): () => number {
  const type = typedDocument(text);
  const at = placeToType(text);
  const facts = readFileFacts(chartPlace, new JsonDocument(text), createNodeFactsReader(catalog));
  const registered = readRegistered(text);
  const [project] = resolveProjects(
    new Map([...(facts ? ([[chartPath, facts]] as const) : []), ...registered]),
    'bench',
  );
  if (project?.registered.size !== 1000) throw new Error('The chart must make a project with Connections.');
  const knowledge = knowledgeFor(project, chartPath);
  const where = { project, path: chartPath, credentials: () => '' };
  const words = { credentials: () => '', uses: () => '', where: () => '', link: () => '' };
  return () => {
    const document = type();
    const offset = document.text.indexOf('"basicConnection": "', at) + '"basicConnection": "'.length;
    const screen = { offset: at, length: 2000 };
    const hints = connectionHints(document, screen, catalog, knowledge, english);
    const shown = [
      connectionHoverAt(document, offset, catalog, where, words, english),
      hoverAt(document, offset, catalog, english),
    ];
    const offers = complete(document, offset, catalog, english, where);
    if (shown.includes(undefined) || offers.length === 0 || hints.length === 0)
      throw new Error('There must be answers.');
    return hints.length;
  };
}

async function checkWithSchema(text: string): Promise<number> {
  const document = TextDocument.create('bench:///chart.json', 'json', 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found.length;
}

async function measure(nodes: number, rounds: number): Promise<Result> {
  const text = realisticChart(nodes);
  const answers = answersTo(text, catalog);
  const odd = (property: string) => typist(text.replace('"config": {\n', `"config": {\n${property}, `));
  const withOddKeys = {
    'a letter beside a dotted key': odd('"a.b": 1'),
    'a letter beside a repeated key': odd('"k": 1, "k": 2'),
  };
  const contenders: Record<string, () => unknown> = {
    parseTree: () => parseTree(text),
    rules: () => check(text, silent),
    rulesWithRanges: () => check(text, unknown),
    keystroke: typist(text),
    answers: reader(text),
    ...answers,
    ...withOddKeys,
    jsonLanguageService: () => checkWithSchema(text),
  };
  if (check(text, silent) > 0) throw new Error('The chart must be sound.');
  if ((await checkWithSchema(text)) > 0) throw new Error('The schema must accept the chart.');
  const times: Record<string, number[]> = {};
  // In turns, so that whatever slows the machine down slows all of them down.
  for (let round = -3; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      await run();
      if (round >= 0) (times[name] ??= []).push(performance.now() - start);
    }
  }
  const median = (name: string) => times[name]?.sort((a, b) => a - b)[rounds >> 1] ?? NaN;
  const [tree, rules, withRanges] = [median('parseTree'), median('rules'), median('rulesWithRanges')];
  const [keystroke, onScreen, schema] = [
    median('keystroke'),
    median('answers'),
    median('jsonLanguageService'),
  ];
  return {
    nodes,
    bytes: text.length,
    parseTree: tree,
    rules,
    rulesWithRanges: withRanges,
    keystroke,
    answers: onScreen,
    jsonLanguageService: schema,
    problems: check(text, unknown),
    rulesToParseTree: rules / tree,
    rulesWithRangesToParseTree: withRanges / tree,
    keystrokeToParseTree: keystroke / tree,
    answersToParseTree: onScreen / tree,
    eachToParseTree: Object.fromEntries(
      Object.keys({ ...answers, ...withOddKeys }).map((name) => [name, median(name) / tree]),
    ),
    jsonLanguageServiceToRules: schema / rules,
    jsonLanguageServiceToRulesWithRanges: schema / withRanges,
  };
}

function toText(result: Result): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const times = (value: number) => `${value.toFixed(2)}×`;
  return [
    `${result.nodes} nodes, ${(result.bytes / 1024).toFixed(0)} KB`,
    `  parseTree alone                        ${ms(result.parseTree)}`,
    `  parse and all rules                    ${ms(result.rules)}  ${times(result.rulesToParseTree)} parseTree`,
    `  the same with ${String(result.problems).padStart(3)} problems and ranges  ${ms(result.rulesWithRanges)}  ${times(result.rulesWithRangesToParseTree)} parseTree`,
    `  the same after one letter was typed    ${ms(result.keystroke)}  ${times(result.keystrokeToParseTree)} parseTree`,
    `  hints, hover, offers after a letter    ${ms(result.answers)}  ${times(result.answersToParseTree)} parseTree`,
    ...Object.entries(result.eachToParseTree).map(
      ([name, ratio]) => `  ${name.padEnd(39)}${ms(ratio * result.parseTree)}  ${times(ratio)} parseTree`,
    ),
    `  JSON language service with a schema    ${ms(result.jsonLanguageService)}  ${times(result.jsonLanguageServiceToRules)} ours, ${times(result.jsonLanguageServiceToRulesWithRanges)} with ranges`,
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const results = [await measure(210, 41), await measure(2100, 15)];
  const tree = measureTree(catalog, 21);
  const growth = measureGrowth(catalog, 5);
  const commandLine = await measureCommandLine(5);
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify({ version: 1, unit: 'ms', results, tree, growth, commandLine }, rounded, 2)}\n`
      : [...results.map(toText), treeToText(tree), growthToText(growth), commandLineToText(commandLine)].join(
          '\n',
        ),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
