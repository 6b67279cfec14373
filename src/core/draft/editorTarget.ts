import type { ConnectionTypeKey } from '../catalog/catalog';

/** What an editor is open for. Nothing secret. */
export interface EditorTarget {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly connectionsPath: string;
  readonly type: ConnectionTypeKey;
  /** `edit`: what the connections file holds. `register`: a given Reference ID. `new`: neither. */
  readonly mode: 'edit' | 'register' | 'new';
  /** The Reference ID; for `new` a random key that only tells one editor from another. */
  readonly id: string;
}
