import * as vscode from 'vscode';
import type { ConnectionTypeKey } from '../../core/catalog/catalog';
import type {
  CredentialKey,
  CredentialReading,
  CredentialStatus,
  CredentialVault,
} from '../../core/connection/credentialVault';
import type { CredentialField } from '../../core/connection/types/connectionForm';
import { isEqual } from '../../core/json/isEqual';
import type { Confirm } from '../../core/ports';

/** Whose credentials a document shows: undefined while there is no connections file, or no Connection in it. */
export interface CredentialPlace {
  readonly key: CredentialKey | undefined;
  readonly type: ConnectionTypeKey;
  /** URI of the workspace folder. */
  readonly folder: string;
}

/** The stored credentials of one document: their state, and of their values the plain ones alone. */
export class DocumentCredentials {
  /** What reading them gave. */
  reading: CredentialReading['kind'] = 'none';
  /** The values of plain fields as stored; secret ones are never held here. */
  plainValues: Readonly<Record<string, string>> = {};
  #loaded: CredentialStatus = { kind: 'none' };

  constructor(
    private readonly vault: CredentialVault,
    private readonly confirm: Confirm,
    private readonly place: () => CredentialPlace,
  ) {}

  get status(): CredentialStatus {
    const { key, type } = this.place();
    return key ? this.vault.status(key, type) : { kind: 'none' };
  }

  /** The names of the fields that have a value which can be had. */
  get storedNames(): string[] {
    const isUsable = this.reading === 'values' || this.reading === 'newer';
    return this.status.kind === 'stored' && isUsable ? Object.keys(this.status.setOn) : [];
  }

  /** Whether something else than this document has stored or deleted credentials since they were read. */
  get isChanged(): boolean {
    return !isEqual(this.status, this.#loaded);
  }

  async load(fields: readonly CredentialField[]): Promise<void> {
    const { key, type, folder } = this.place();
    const reading = key ? await this.vault.read(key, type, folder) : ({ kind: 'none' } as const);
    this.reading = reading.kind;
    this.#loaded = this.status;
    const values = reading.kind === 'values' ? reading.fields : {};
    const shown = fields.flatMap(({ name, isSecret, isSecretValue }) => {
      const value = values[name];
      return isSecret || value === undefined || isSecretValue?.(value) ? [] : [[name, value] as const];
    });
    this.plainValues = Object.fromEntries(shown);
  }

  /** Credentials that were set in another folder are used here only after the user has agreed. */
  async claim(connectionName: string): Promise<boolean> {
    const { key, type, folder } = this.place();
    const reading = key && (await this.vault.read(key, type, folder));
    if (!key || reading?.kind !== 'elsewhere') return true;
    const folders = reading.folders.map((uri) => vscode.Uri.parse(uri).fsPath).join(', ');
    const isAgreed = await this.confirm({
      message: vscode.l10n.t('Use the credentials of “{0}” in this folder?', connectionName),
      detail: vscode.l10n.t(
        'They were set in {0}. The connections file here has the same id, as that of a copy or of another clone has.',
        folders,
      ),
      agree: vscode.l10n.t('Use Here'),
    });
    if (!isAgreed) return false;
    await this.vault.accept(key, folder);
    return true;
  }

  /** One stored value, for the clipboard alone; undefined where it can't be had. */
  async valueOf(fieldName: string): Promise<string | undefined> {
    const { key, type, folder } = this.place();
    const reading = key && (await this.vault.read(key, type, folder));
    return reading?.kind === 'values' ? reading.fields[fieldName] : undefined;
  }
}
