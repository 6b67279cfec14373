import { commandIds } from '../../contributions';
import type { CommandServices } from './commandServices';

export function registerGroupBy({ registry, tree }: CommandServices): void {
  registry.register(commandIds.groupByNone, () => tree.groupBy('none'));
  registry.register(commandIds.groupByType, () => tree.groupBy('type'));
  registry.register(commandIds.groupByExtension, () => tree.groupBy('extension'));
}
