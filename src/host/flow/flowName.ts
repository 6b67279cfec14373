import type { OpenFlow } from './activeFlow';

/** What a flow file is called: `Main · en-US`; a file of one node of a package by its node. */
export function flowName({ place, flow }: OpenFlow): string {
  if (place.kind !== 'flow') return flow.nodes[0]?.name ?? '';
  return [place.flow, place.locale].filter((part) => part !== undefined).join(' · ');
}
