import type { Connection } from '../connection/connection';
import type { DraftErrors, FieldChange } from '../connection/connectionDraft';
import type { IsSecretField } from '../connection/credentialVault';
import type { DocumentServices } from './documentServices';
import { findOldValues, offerReplacement } from './replaceElsewhere';

export type DocumentSave =
  | {
      readonly kind: 'saved';
      readonly connection: Connection;
      /** Asks about other Connections that hold an old value, where there are any. */
      readonly offerReplacement?: () => Promise<void>;
    }
  | { readonly kind: 'invalid'; readonly errors: DraftErrors }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'cancelled' };

export interface ConnectionToSave {
  readonly connection: Connection;
  readonly changes: Readonly<Record<string, FieldChange>>;
  /** Asks whether credentials of another connections file may be used here; false when not. */
  readonly claim: () => Promise<boolean>;
  readonly isSecret: IsSecretField;
  /** Whether a field of this Connection is no secret by the user's choice. */
  readonly isPlain: (fieldName: string) => boolean;
  /** Called once the connections file holds it, whatever becomes of the credentials. */
  readonly onRegistered: () => void;
}

/** Writes the connections file, then the credentials; what could not be stored is said, and stays in the form. */
export async function saveConnection(
  services: DocumentServices,
  toSave: ConnectionToSave,
): Promise<DocumentSave> {
  const { connection, changes, claim, isSecret, isPlain, onRegistered } = toSave;
  const { home, t, vault } = services;
  if (!home.project) return refused(t('The folder of this Connection is no longer open.'));
  if (!(await home.isFolderThere())) {
    return refused(t('The folder “{0}” is gone. Bring it back, then save again.', home.folderName));
  }
  const outcome = await home.save(connection);
  if (outcome.kind !== 'saved') return outcome;
  onRegistered();
  if (Object.values(changes).every(({ kind }) => kind === 'keep')) return { kind: 'saved', connection };
  const { referenceId, extension, type } = connection;
  const fileIdNow = () => home.project?.file?.id;
  const store = async (fileId: string) => {
    const key = { fileId, referenceId };
    // Only an offer: a record of another Connection that can't be read must not keep this one from being saved.
    const shared = await findOldValues(vault, key, { extension, type }, changes, isSecret).catch(() => []);
    const owner = { ...key, extension, type, file: home.id };
    const written = await vault.write(owner, changes, isPlain);
    return { key, shared, written };
  };
  try {
    let stored = await store(outcome.fileId);
    // To agree may have given the file another id.
    if (stored.written === 'elsewhere' && (await claim()))
      stored = await store(fileIdNow() ?? outcome.fileId);
    const { key, shared, written } = stored;
    switch (written) {
      case 'written':
        return {
          kind: 'saved',
          connection,
          ...(shared.length > 0 && {
            offerReplacement: () => offerReplacement(services, key, shared),
          }),
        };
      case 'newer':
        return refused(
          t('The name was saved. The credentials were stored by a newer version and are not changed.'),
        );
      case 'elsewhere':
        return refused(
          t('The name was saved. The credentials belong to another connections file and are not changed.'),
        );
    }
  } catch (error) {
    services.log.error('Storing credentials', error);
    return refused(
      t(
        'The name was saved, but this machine could not store the credentials. What you typed is kept: try again.',
      ),
    );
  }
}

function refused(sentence: string): DocumentSave {
  return { kind: 'refused', sentence };
}
