import { commandIds } from '../../contributions';
import { isFlowRow } from '../flow/flowRow';
import type { CommandServices } from './commandServices';

/** A click on a row of the Flow view: the view keeps the focus, so that the arrow keys go on from there. */
export function registerOpenNode({ registry, flowView }: CommandServices): void {
  registry.register(commandIds.openNode, async (row) => {
    if (isFlowRow(row)) await flowView.open(row);
  });
}
