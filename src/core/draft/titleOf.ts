import type { ConnectionTypeKey } from '../catalog/catalog';
import { typeLabel } from '../connection/types';
import type { Localize } from '../ports';

/** What a Connection's tab is called; without a name it is a new one. */
export function titleOf(name: string | undefined, type: ConnectionTypeKey, t: Localize): string {
  return `${name ?? t('New Connection')} · ${typeLabel(type, t)}`;
}
