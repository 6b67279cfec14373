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
import type { Ask } from '../ask';
import { connectionsFileLabel } from '../connectionsFileLabel';

/** Whose credentials a document shows: undefined while there is no connections file, or no Connection in it. */
export interface CredentialPlace {
  readonly key: CredentialKey | undefined;
  readonly type: ConnectionTypeKey;
  /** URI of the connections file. */
  readonly file: string;
  /** Gives that file an id of its own; undefined where no other open project has the one that it has. */
  readonly separate: (() => Promise<unknown>) | undefined;
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
    private readonly ask: Ask,
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
    const { key, type, file } = this.place();
    const reading = key ? await this.vault.read(key, type, file) : ({ kind: 'none' } as const);
    this.reading = reading.kind;
    this.#loaded = this.status;
    const values = reading.kind === 'values' ? reading.fields : {};
    const shown = fields.flatMap(({ name, isSecret, isSecretValue }) => {
      const value = values[name];
      return isSecret || value === undefined || isSecretValue?.(value) ? [] : [[name, value] as const];
    });
    this.plainValues = Object.fromEntries(shown);
  }

  /** Credentials that were set for another file are used here only after the user has agreed. */
  async claim(connectionName: string): Promise<boolean> {
    const { key, type, file, separate } = this.place();
    const reading = key && (await this.vault.read(key, type, file));
    if (!key || reading?.kind !== 'elsewhere') return true;
    const use = vscode.l10n.t('Use Here');
    const apart = vscode.l10n.t('Keep Apart');
    const answer = await this.ask.choose({
      message: vscode.l10n.t('Use the credentials of “{0}” here?', connectionName),
      detail: [
        vscode.l10n.t(
          'They were set in {0}. The connections file here has the same id, as that of a copy or of another clone has.',
          reading.files.map(connectionsFileLabel).join(', '),
        ),
        ...(separate
          ? [vscode.l10n.t('Keep Apart gives this one an id of its own, and so credentials of its own.')]
          : []),
      ].join(' '),
      choices: separate ? [use, apart] : [use],
    });
    if (answer === apart) await separate?.();
    else if (answer === use) await this.vault.accept(key, file);
    return answer !== undefined;
  }

  /** One stored value, for the clipboard alone; undefined where it can't be had. */
  async valueOf(fieldName: string): Promise<string | undefined> {
    const { key, type, file } = this.place();
    const reading = key && (await this.vault.read(key, type, file));
    return reading?.kind === 'values' ? reading.fields[fieldName] : undefined;
  }
}
