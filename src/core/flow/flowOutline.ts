import { asArray, asString, isObject } from '../json/narrow';
import { configDigest } from './configDigest';
import type { Flow } from './flow';
import type { FlowNode } from './flowNode';
import { nodeTargetsIn } from './nodeTarget';

/** What a flow file tells the rules of other files, without its text. */
export interface FlowOutline {
  readonly nodes: readonly OutlinedNode[];
  /** The Reference IDs of the nodes that something in it leads to, lower-case. */
  readonly targets: ReadonlySet<string>;
  /** The first node with an `_id`. */
  byId(id: string): OutlinedNode | undefined;
  /** The first node with a Reference ID, lower-case. */
  byReferenceId(referenceId: string): OutlinedNode | undefined;
}

export interface OutlinedNode {
  readonly id: string | undefined;
  /** Lower-case. */
  readonly referenceId: string | undefined;
  readonly type: string;
  readonly name: string;
  readonly isDisabled: boolean;
  /** The `_id` of the locale that owns it. */
  readonly localeReference: string | undefined;
  /** The `_id` of the chart that it belongs to, where it stands in a file of its own. */
  readonly chartReference: string | undefined;
  /** Of its config; see `configDigest`. */
  readonly digest: number;
}

export function outlineNode({
  id,
  referenceId,
  type,
  name,
  isDisabled,
  value,
  configs,
}: FlowNode): OutlinedNode {
  const [config] = configs;
  return {
    id,
    referenceId,
    type,
    name,
    isDisabled,
    localeReference: config?.localeReference,
    chartReference: asString(value.chartReference),
    digest: configDigest(config?.value),
  };
}

/** The outline of a file by its outlined nodes and what they lead to. */
export function toOutline(nodes: readonly OutlinedNode[], targets: ReadonlySet<string>): FlowOutline {
  return {
    nodes,
    targets,
    byId: lookup(nodes, ({ id }) => id),
    byReferenceId: lookup(nodes, ({ referenceId }) => referenceId),
  };
}

export function outlineFlow({ nodes }: Flow): FlowOutline {
  const targets = nodes.flatMap(({ configs }) => configs.flatMap(({ value }) => nodeTargetsIn(value)));
  return toOutline(nodes.map(outlineNode), new Set(targets.map(({ node }) => node)));
}

/** Most files are never asked, so the map is made when one is. */
function lookup(
  nodes: readonly OutlinedNode[],
  keyOf: (node: OutlinedNode) => string | undefined,
): (key: string) => OutlinedNode | undefined {
  let byKey: Map<string, OutlinedNode> | undefined;
  return (key) => {
    byKey ??= new Map(
      nodes.toReversed().flatMap((node) => {
        const own = keyOf(node);
        return own === undefined ? [] : [[own, node]];
      }),
    );
    return byKey.get(key);
  };
}

/** A flow as the platform writes it down beside its chart: the CLI's `config.json`, a package's `flow/<id>`. */
export interface FlowResource {
  /** What push names the flow by; undefined where it is missing. */
  readonly id: string | undefined;
  /** Lower-case. */
  readonly referenceId: string;
  readonly name: string;
  /** The `_id` of its chart, in a package. */
  readonly chartReference: string | undefined;
}

export function readFlowResource(value: unknown): FlowResource | undefined {
  if (!isObject(value)) return undefined;
  const referenceId = asString(value.referenceId)?.toLowerCase();
  if (!referenceId) return undefined;
  return {
    id: asString(value._id),
    referenceId,
    name: asString(value.name) ?? '',
    chartReference: asString(value.chartReference),
  };
}

export interface Locale {
  readonly id: string;
  readonly name: string;
}

/** The locales in the CLI's `flows/locales.json`; undefined when it is something else. */
export function readLocales(value: unknown): Locale[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return asArray(value).flatMap((entry) => {
    const id = isObject(entry) ? asString(entry._id) : undefined;
    return isObject(entry) && id !== undefined ? [{ id, name: asString(entry.name) ?? '' }] : [];
  });
}
