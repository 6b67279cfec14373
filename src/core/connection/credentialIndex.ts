import type { ConnectionTypeKey } from '../catalog/catalog';
import { asArray, asString, isObject } from '../json/narrow';
import type { StateStore } from '../ports';
import { stringsOf, type CredentialKey } from './credentialRecord';

/** What people call a Connection and its project. */
export interface CredentialLabel {
  readonly name: string;
  readonly project: string;
}

/** What is known of stored credentials without reading them; no values. */
export interface IndexEntry extends ConnectionTypeKey {
  /**
   * `pending` while a write is under way, and as long as a value is in memory alone: what a kill leaves is settled by
   * the next start or read.
   */
  readonly state: 'pending' | 'set';
  readonly setOn: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly label?: CredentialLabel;
}

const prefix = 'credentials/';

/** The index of the vault, in plain state: lists, trees and states read nothing else. */
export class CredentialIndex {
  constructor(private readonly state: StateStore) {}

  get(key: CredentialKey): IndexEntry | undefined {
    const entry = this.state.get(indexKey(key));
    if (!isObject(entry)) return undefined;
    const { label } = entry;
    const name = isObject(label) ? asString(label.name) : undefined;
    const project = isObject(label) ? asString(label.project) : undefined;
    return {
      state: entry.state === 'pending' ? 'pending' : 'set',
      extension: asString(entry.extension) ?? '',
      type: asString(entry.type) ?? '',
      setOn: stringsOf(entry.setOn),
      files: asArray(entry.files).filter((file) => typeof file === 'string'),
      ...(name !== undefined && project !== undefined && { label: { name, project } }),
    };
  }

  async update(key: CredentialKey, entry: IndexEntry | undefined): Promise<void> {
    await this.state.update(indexKey(key), entry);
  }

  keys(): CredentialKey[] {
    return this.state.keys().flatMap((name) => {
      const [fileId, referenceId, ...rest] = name.startsWith(prefix)
        ? name.slice(prefix.length).split('/')
        : [];
      return fileId && referenceId && rest.length === 0 ? [{ fileId, referenceId }] : [];
    });
  }
}

function indexKey({ fileId, referenceId }: CredentialKey): string {
  return `${prefix}${fileId}/${referenceId}`;
}
