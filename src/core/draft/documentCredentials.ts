import type { ConnectionTypeKey } from '../catalog/catalog';
import type { CredentialKey, CredentialReading, CredentialStatus } from '../connection/credentialVault';
import type { CredentialField } from '../connection/types/connectionForm';
import { isEqual } from '../json/isEqual';
import type { DocumentServices } from './documentServices';

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
    private readonly services: DocumentServices,
    private readonly place: () => CredentialPlace,
  ) {}

  get status(): CredentialStatus {
    const { key, type, file } = this.place();
    return key ? this.services.vault.status(key, type, file) : { kind: 'none' };
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

  /** `fieldsOf` is asked once it is known which fields are stored: a form that is not known here has those. */
  async load(fieldsOf: () => readonly CredentialField[]): Promise<void> {
    const { key, type, file } = this.place();
    const reading = key ? await this.services.vault.read(key, type, file) : ({ kind: 'none' } as const);
    this.reading = reading.kind;
    this.#loaded = this.status;
    const values: Readonly<Record<string, string>> = reading.kind === 'values' ? reading.fields : {};
    const plain = reading.kind === 'values' ? (reading.plain ?? []) : [];
    const shown = fieldsOf().flatMap(({ name, isSecret, isPlainByChoice, isSecretValue }) => {
      const value = values[name];
      // What was stored as a secret stays one until it is replaced, whatever a file says by now.
      const isHidden = isSecret || (isPlainByChoice && !plain.includes(name));
      return isHidden || value === undefined || isSecretValue?.(value) ? [] : [[name, value] as const];
    });
    this.plainValues = Object.fromEntries(shown);
  }

  /** Credentials that were set for another file are used here only after the user has agreed. */
  async claim(connectionName: string): Promise<boolean> {
    const { choose, home, t } = this.services;
    const { key, type, file, separate } = this.place();
    const reading = key && (await this.services.vault.read(key, type, file));
    if (!key || reading?.kind !== 'elsewhere') return true;
    const use = t('Use Here');
    const apart = t('Keep Apart');
    const answer = await choose({
      message: t('Use the credentials of “{0}” here?', connectionName),
      detail: [
        t(
          'They were set in {0}. The connections file here has the same id, as that of a copy or of another clone has.',
          reading.files.map((holder) => home.labelOf(holder)).join(', '),
        ),
        ...(separate
          ? [t('Keep Apart gives this one an id of its own, and so credentials of its own.')]
          : []),
      ].join(' '),
      choices: separate ? [use, apart] : [use],
    });
    if (answer === apart) await separate?.();
    else if (answer === use) await this.services.vault.accept(key, file);
    return answer !== undefined;
  }

  /** One stored value, for the clipboard alone; undefined where it can't be had. */
  async valueOf(fieldName: string): Promise<string | undefined> {
    const { key, type, file } = this.place();
    const reading = key && (await this.services.vault.read(key, type, file));
    return reading?.kind === 'values' ? reading.fields[fieldName] : undefined;
  }
}
