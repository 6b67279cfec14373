import { commandIds } from '../../contributions';
import type { CommandServices } from './commandServices';

export function registerShowLog({ registry, log }: CommandServices): void {
  registry.register(commandIds.showLog, () => log.show());
}
