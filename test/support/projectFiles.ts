import type { Knowledge } from '../../src/core/connection/knowledge';
import { buildProjectKnowledge, type ProjectFiles } from '../../src/core/connection/projectKnowledge';
import { readFlow } from '../../src/core/flow/flow';
import { outlineFlow } from '../../src/core/flow/flowOutline';
import { ignorance } from './goldens';

type OutlinedFile = ProjectFiles['flows'] extends ReadonlyMap<string, infer File> ? File : never;

/** Charts of a clone by flow and locale. */
export type ProjectText = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Options {
  readonly isComplete?: boolean;
  /** Names of the files that are not there. */
  readonly without?: readonly string[];
}

/** What a clone with these charts tells; `knowledge` is that of `Main` in `en-US`. */
export function factsFor(
  charts: ProjectText,
  flowIds: Readonly<Record<string, string>>,
  { isComplete = true, without = [] }: Options = {},
): { knowledge: Knowledge; of: (path: string) => Knowledge } {
  const flows = new Map<string, OutlinedFile>();
  const intents = new Set<string>();
  for (const [flow, locales] of Object.entries(charts)) {
    for (const [locale, text] of Object.entries(locales)) {
      const folder = `agent/flows/${flow}/${locale}`;
      const outline = outlineFlow(readFlow(JSON.parse(text)));
      flows.set(`${folder}/chart.json`, { place: { kind: 'flow', root: 'agent', flow, locale }, outline });
      intents.add(`${folder}/intents.json`);
    }
  }
  const resources = Object.entries(flowIds).map(
    ([flow, referenceId]) =>
      [
        `agent/flows/${flow}/config.json`,
        { id: undefined, referenceId, name: flow, chartReference: undefined },
      ] as const,
  );
  const locales = [
    { id: '1'.repeat(24), name: 'en-US' },
    { id: '2'.repeat(24), name: 'de-DE' },
  ];
  const project = buildProjectKnowledge({
    flows,
    resources: new Map(without.includes('config.json') ? [] : resources),
    locales: new Map(without.includes('locales.json') ? [] : [['agent/flows/locales.json', locales]]),
    intents: without.includes('intents.json') ? new Set() : intents,
    isComplete,
  });
  const of = (path: string) => ({ ...ignorance, project: project.of(path) });
  return { knowledge: of('agent/flows/Main/en-US/chart.json'), of };
}
