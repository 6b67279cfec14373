import type { FlowOutline, FlowResource, Locale, OutlinedNode } from '../flow/flowOutline';
import type { NodeTarget } from '../flow/nodeTarget';
import type { FlowPlace } from './fileFacts';

/** What is at a place that goTo or executeFlow lead to. */
export type TargetKnowledge =
  | { readonly kind: 'found'; readonly name: string; readonly isDisabled: boolean }
  /** Every flow of the project could be read, and none is the one. */
  | { readonly kind: 'noFlow' }
  /** The flow is there, without such a node. */
  | { readonly kind: 'noNode'; readonly flow: string }
  | { readonly kind: 'notKnowable' };

/** What a project's other files tell the rules of one flow file. Whatever is undefined is not knowable here. */
export interface ProjectKnowledge {
  /** The Reference ID of the flow that the file belongs to, lower-case. */
  readonly ownFlow: string | undefined;
  target(target: NodeTarget): TargetKnowledge;
  /** Whether anything in the project leads to a node, by its Reference ID, lower-case. */
  isTarget(nodeReferenceId: string): boolean | undefined;
  /** The nodes of a package's chart by their `_id`. */
  nodesOfChart(chartId: string): ReadonlyMap<string, OutlinedNode> | undefined;
  /** What `cognigy push` finds around the file; undefined for files that it does not push. */
  readonly push: PushKnowledge | undefined;
}

export interface PushKnowledge {
  /** Whether the flow's `config.json` is there: without it push skips the flow. */
  readonly hasFlowConfig: boolean;
  /** Whether `flows/locales.json` is there: without it push skips every flow. */
  readonly hasLocales: boolean;
  /** Whether the locale's `intents.json` is there: without it push skips the locale. */
  readonly hasIntents: boolean;
  /** The `_id` of the locale that the file stands for. */
  readonly localeId: string | undefined;
  /** The digest of a node's config in the chart of the locale that owns it, with that locale's name. */
  ownerDigest(
    nodeId: string,
    localeId: string,
  ): { readonly digest: string; readonly locale: string } | undefined;
}

/** The files of one project, by their paths relative to the workspace folder. */
export interface ProjectFiles {
  readonly flows: ReadonlyMap<string, { readonly place: FlowPlace; readonly outline: FlowOutline }>;
  /** The `config.json` of the CLI's flows, and a package's `flow/<id>`. */
  readonly resources: ReadonlyMap<string, FlowResource>;
  /** The `flows/locales.json`. */
  readonly locales: ReadonlyMap<string, readonly Locale[]>;
  /** The `intents.json` that are there. */
  readonly intents: ReadonlySet<string>;
  /** Whether each of these files was looked for and could be read. */
  readonly isComplete: boolean;
}

interface KnownFlow {
  readonly name: string;
  readonly nodes: readonly OutlinedNode[];
}

/**
 * Makes what the rules of every flow file of a project may know of the others; `of` takes such a file's path. Nothing
 * is said to be absent unless the files are complete.
 */
export function buildProjectKnowledge(files: ProjectFiles): { of(path: string): ProjectKnowledge } {
  const known = new Map<string, KnownFlow>();
  let isEveryFlowNamed = true;
  const nodes = new Map<string, OutlinedNode[]>();
  const targets = new Set<string>();
  for (const [path, { outline }] of files.flows) {
    for (const target of outline.targets) targets.add(target);
    for (const node of outline.nodes) {
      const resource = resourceOf(files, path, node.chartReference);
      if (!resource) {
        isEveryFlowNamed = false;
        continue;
      }
      const list = nodes.get(resource.referenceId) ?? [];
      nodes.set(resource.referenceId, list);
      list.push(node);
      known.set(resource.referenceId, { name: resource.name, nodes: list });
    }
  }
  const target = ({ flow, node }: NodeTarget): TargetKnowledge => {
    const found = known.get(flow);
    const same = found?.nodes.filter(({ referenceId }) => referenceId === node) ?? [];
    const [first] = same;
    // A node may be disabled in one locale and run in another.
    if (first) return { kind: 'found', name: first.name, isDisabled: same.every((one) => one.isDisabled) };
    if (!files.isComplete) return { kind: 'notKnowable' };
    if (found) return { kind: 'noNode', flow: found.name };
    const isNamed = [...files.resources.values()].some(({ referenceId }) => referenceId === flow);
    return { kind: isEveryFlowNamed && !isNamed ? 'noFlow' : 'notKnowable' };
  };
  return {
    of: (path) => ({
      ownFlow: resourceOf(files, path, chartReferenceOf(files, path))?.referenceId,
      target,
      isTarget: (nodeReferenceId) => targets.has(nodeReferenceId) || (files.isComplete ? false : undefined),
      nodesOfChart: (chartId) => nodesOfChart(files, chartId),
      push: pushKnowledge(files, path),
    }),
  };
}

function chartReferenceOf(files: ProjectFiles, path: string): string | undefined {
  return files.flows.get(path)?.outline.nodes[0]?.chartReference;
}

/** What names the flow of a file: `config.json` beside the locales, or the package's flow with that chart. */
function resourceOf(
  files: ProjectFiles,
  path: string,
  chartReference: string | undefined,
): FlowResource | undefined {
  const folder = flowFolder(files, path);
  if (folder !== undefined) return files.resources.get(`${folder}/config.json`);
  if (chartReference === undefined) return undefined;
  return [...files.resources.values()].find((resource) => resource.chartReference === chartReference);
}

function flowFolder(files: ProjectFiles, path: string): string | undefined {
  const place = files.flows.get(path)?.place;
  if (place?.kind !== 'flow' || place.root === undefined) return undefined;
  return join(place.root, `flows/${place.flow}`);
}

function nodesOfChart(files: ProjectFiles, chartId: string): Map<string, OutlinedNode> | undefined {
  if (!files.isComplete) return undefined;
  const result = new Map<string, OutlinedNode>();
  for (const { outline } of files.flows.values()) {
    for (const node of outline.nodes) {
      if (node.id !== undefined && node.chartReference === chartId) result.set(node.id, node);
    }
  }
  return result;
}

/** Only clones of the CLI are pushed: files that stand for one locale of a flow. */
function pushKnowledge(files: ProjectFiles, path: string): PushKnowledge | undefined {
  const place = files.flows.get(path)?.place;
  const folder = flowFolder(files, path);
  if (!files.isComplete || place?.kind !== 'flow' || place.locale === undefined) return undefined;
  if (folder === undefined || place.root === undefined) return undefined;
  const locales = files.locales.get(join(place.root, 'flows/locales.json'));
  return {
    hasFlowConfig: files.resources.has(`${folder}/config.json`),
    hasLocales: locales !== undefined,
    hasIntents: files.intents.has(`${folder}/${place.locale}/intents.json`),
    localeId: locales?.find(({ name }) => name === place.locale)?.id,
    ownerDigest(nodeId, localeId) {
      const owner = locales?.find(({ id }) => id === localeId);
      const chart = owner && files.flows.get(`${folder}/${owner.name}/chart.json`);
      const node = chart?.outline.nodes.find(({ id }) => id === nodeId);
      // Only what the owner says of itself counts: an inherited copy there would be another's.
      if (!owner || node?.localeReference !== localeId) return undefined;
      return { digest: node.digest, locale: owner.name };
    },
  };
}

function join(root: string, path: string): string {
  return root === '' ? path : `${root}/${path}`;
}
