import { commandIds } from '../../contributions';
import { openUse } from '../openUse';
import { isUseNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';

/** A click on a use in the view: the view keeps the focus, so that the arrow keys go on from there. */
export function registerOpenUse({ registry }: CommandServices): void {
  registry.register(commandIds.openUse, async (node) => {
    if (isUseNode(node)) await openUse(node.owner.folder, node.located, { preserveFocus: true });
  });
}
