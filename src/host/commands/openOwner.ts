import { commandIds } from '../../contributions';
import { isOwnNode, showNode } from '../showNode';
import type { CommandServices } from './commandServices';

/** Shows a node in the file of the locale that it belongs to. */
export function registerOpenOwner({ registry, documents }: CommandServices): void {
  registry.register(commandIds.openOwner, async (target) => {
    if (isOwnNode(target)) await showNode(target, documents);
  });
}
