import type { ConnectionTypeKey } from '../../catalog/catalog';
import { familyOf } from './index';

/** Names of codicons. */
export type TypeIcon = 'account' | 'shield' | 'key' | 'database' | 'mail' | 'cloud' | 'extensions';

/** The icon of a type's family, in the view and in the editor alike. */
export function iconOf(key: ConnectionTypeKey): TypeIcon {
  switch (familyOf(key)) {
    case 'http':
      return key.type === 'http_basic' ? 'account' : key.type === 'http_oauth2' ? 'shield' : 'key';
    case 'database':
      return 'database';
    case 'mail':
      return 'mail';
    case undefined:
      return key.extension.startsWith('@cognigy/') ? 'cloud' : 'extensions';
    case 'languageModel':
    case 'speech':
    case 'translation':
    case 'storage':
    case 'documents':
      return 'cloud';
  }
}
