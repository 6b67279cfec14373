/** An element of the Flow view: a node by its place in `Flow.nodes`, or the group of what is never reached. */
export type FlowRow = NodeRow | { readonly kind: 'unreachable' };

export interface NodeRow {
  readonly kind: 'node';
  readonly row: number;
}

/** Narrows what a command was called with. */
export function isFlowRow(value: unknown): value is NodeRow {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node' && 'row' in value
  );
}
