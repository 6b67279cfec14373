import type { FlowOutline, FlowResource, Locale, OutlinedNode } from '../flow/flowOutline';
import type { NodeTarget } from '../flow/nodeTarget';
import type { FlowPlace } from './fileFacts';

/** What is at a place that goTo or executeFlow lead to. */
export type TargetKnowledge =
  | {
      readonly kind: 'found';
      readonly name: string;
      /** The name of its flow. */
      readonly flow: string;
      readonly isDisabled: boolean;
    }
  /** Every flow of the project could be read, and none is the one. */
  | { readonly kind: 'noFlow' }
  /** The flow is there, without such a node. */
  | { readonly kind: 'noNode'; readonly flow: string }
  | { readonly kind: 'notKnowable' };

/** What a project's other files tell the rules of one flow file. Whatever is undefined is not knowable here. */
export interface ProjectKnowledge {
  /** The Reference ID of the flow that the file belongs to, lower-case. */
  readonly ownFlow: string | undefined;
  /** Every flow that something on disk names. */
  readonly flows: readonly FlowResource[];
  target(target: NodeTarget): TargetKnowledge;
  /** Whether anything in the project leads to a node, by its Reference ID, lower-case. */
  isTarget(nodeReferenceId: string): boolean | undefined;
  /** The nodes of a package's chart by their `_id`. */
  nodesOfChart(chartId: string): ReadonlyMap<string, OutlinedNode> | undefined;
  /** The name of the flow that the flow of a `config.json` is a copy of, by its `_id`; push would overwrite that one. */
  copyOf(path: string): string | undefined;
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
  /** The name of the file's locale, by its folder. */
  readonly locale: string;
  /** The name that `locales.json` has for it, in whichever case; undefined where it is not listed. */
  readonly listedAs: string | undefined;
  /** The `_id` of the locale that the file stands for. */
  readonly localeId: string | undefined;
  /** The digest of a node's config in the chart of the locale that owns it, with that locale's name. */
  ownerDigest(
    nodeId: string,
    localeId: string,
  ): { readonly digest: number; readonly locale: string } | undefined;
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

/**
 * Makes what the rules of every flow file of a project may know of the others; `of` takes such a file's path. Nothing
 * is said to be absent unless the files are complete. Making it takes time by files, not by nodes: it is made anew
 * while someone types.
 */
export function buildProjectKnowledge(files: ProjectFiles): { of(path: string): ProjectKnowledge } {
  const flows = new Flows(files);
  let found: ReadonlyMap<string, string> | undefined;
  const copies = () => (found ??= findCopies(files));
  return {
    of: (path) => ({
      ownFlow: flows.resourceOf(path)?.referenceId,
      flows: flows.resources,
      target: (target) => flows.find(target),
      isTarget: (nodeReferenceId) => {
        for (const { outline } of files.flows.values()) {
          if (outline.targets.has(nodeReferenceId)) return true;
        }
        return files.isComplete ? false : undefined;
      },
      nodesOfChart: (chartId) => flows.nodesOfChart(chartId),
      copyOf: (configPath) => copies().get(configPath),
      push: pushKnowledge(files, path),
    }),
  };
}

/** The flows of a project, each with the files that hold its nodes: one a locale, or one a node. */
class Flows {
  /** Each by its own file. */
  readonly resources: readonly FlowResource[];
  readonly #byChart: ReadonlyMap<string, FlowResource>;
  readonly #outlines = new Map<string, { name: string; outlines: FlowOutline[] }>();
  readonly #named: ReadonlySet<string>;
  #isEveryFlowNamed = true;
  #charts: Map<string, Map<string, OutlinedNode>> | undefined;

  constructor(private readonly files: ProjectFiles) {
    this.resources = [...files.resources.values()];
    this.#byChart = new Map(
      this.resources.flatMap((resource) =>
        resource.chartReference === undefined ? [] : [[resource.chartReference, resource]],
      ),
    );
    this.#named = new Set(this.resources.map(({ referenceId }) => referenceId));
    for (const [path, { outline }] of files.flows) {
      if (outline.nodes.length === 0) continue;
      const resource = this.resourceOf(path);
      if (!resource) {
        this.#isEveryFlowNamed = false;
        continue;
      }
      const flow = this.#outlines.get(resource.referenceId) ?? { name: resource.name, outlines: [] };
      this.#outlines.set(resource.referenceId, flow);
      flow.outlines.push(outline);
    }
  }

  /** What names the flow of a file: `config.json` beside the locales, or the package's flow with that chart. */
  resourceOf(path: string): FlowResource | undefined {
    const folder = flowFolder(this.files, path);
    if (folder !== undefined) return this.files.resources.get(`${folder}/config.json`);
    const chart = this.files.flows.get(path)?.outline.nodes[0]?.chartReference;
    return chart === undefined ? undefined : this.#byChart.get(chart);
  }

  find({ flow, node }: NodeTarget): TargetKnowledge {
    const found = this.#outlines.get(flow);
    const same = found?.outlines.flatMap((outline) => outline.byReferenceId(node) ?? []) ?? [];
    const [first] = same;
    // A node may be disabled in one locale and run in another.
    if (found && first) {
      const isDisabled = same.every((one) => one.isDisabled);
      return { kind: 'found', name: first.name, flow: found.name, isDisabled };
    }
    if (!this.files.isComplete) return { kind: 'notKnowable' };
    if (found) return { kind: 'noNode', flow: found.name };
    return { kind: this.#isEveryFlowNamed && !this.#named.has(flow) ? 'noFlow' : 'notKnowable' };
  }

  nodesOfChart(chartId: string): ReadonlyMap<string, OutlinedNode> | undefined {
    if (!this.files.isComplete) return undefined;
    this.#charts ??= this.#readCharts();
    return this.#charts.get(chartId) ?? new Map();
  }

  #readCharts(): Map<string, Map<string, OutlinedNode>> {
    const charts = new Map<string, Map<string, OutlinedNode>>();
    for (const { outline } of this.files.flows.values()) {
      for (const node of outline.nodes) {
        if (node.id === undefined || node.chartReference === undefined) continue;
        const nodes = charts.get(node.chartReference) ?? new Map<string, OutlinedNode>();
        charts.set(node.chartReference, nodes.set(node.id, node));
      }
    }
    return charts;
  }
}

function flowFolder(files: ProjectFiles, path: string): string | undefined {
  const place = files.flows.get(path)?.place;
  if (place?.kind !== 'flow' || place.root === undefined) return undefined;
  return join(place.root, `flows/${place.flow}`);
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
    locale: place.locale,
    listedAs: listedName(locales ?? [], place.locale),
    localeId: locales?.find(({ name }) => name === place.locale)?.id,
    ownerDigest(nodeId, localeId) {
      const owner = locales?.find(({ id }) => id === localeId);
      const chart = owner && files.flows.get(`${folder}/${owner.name}/chart.json`);
      const node = chart?.outline.byId(nodeId);
      // Only what the owner says of itself counts: an inherited copy there would be another's.
      if (!owner || node?.localeReference !== localeId) return undefined;
      return { digest: node.digest, locale: owner.name };
    },
  };
}

function listedName(locales: readonly Locale[], name: string): string | undefined {
  const same = locales.filter((locale) => locale.name.toLowerCase() === name.toLowerCase());
  return (same.find((locale) => locale.name === name) ?? same[0])?.name;
}

/** The `config.json` of copied flows, each with the name of the original: the one whose folder is called as it is. */
function findCopies({ resources }: ProjectFiles): Map<string, string> {
  const byId = new Map<string, { path: string; folder: string; name: string }[]>();
  for (const [path, { id, name }] of resources) {
    const [, root, folder] = /^(.*?)([^/]+)\/config\.json$/.exec(path) ?? [];
    if (id === undefined || root === undefined || folder === undefined) continue;
    const key = `${root}\n${id}`;
    const same = byId.get(key);
    if (same) same.push({ path, folder, name });
    else byId.set(key, [{ path, folder, name }]);
  }
  const copies = new Map<string, string>();
  for (const same of byId.values()) {
    const original = same.find(({ folder, name }) => folder === name) ?? same[0];
    for (const one of same) if (original && one !== original) copies.set(one.path, original.folder);
  }
  return copies;
}

function join(root: string, path: string): string {
  return root === '' ? path : `${root}/${path}`;
}
