import { l10n, workspace, type Uri } from 'vscode';
import type { Connection } from '../../core/connection/connection';
import type { DraftErrors, FieldChange } from '../../core/connection/connectionDraft';
import type { IsSecretField } from '../../core/connection/credentialVault';
import type { LocatedProject } from '../workspaceIndex';
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
  readonly owner: LocatedProject | undefined;
  readonly connection: Connection;
  readonly changes: Readonly<Record<string, FieldChange>>;
  /** Asks whether credentials of another connections file may be used here; false when not. */
  readonly claim: () => Promise<boolean>;
  readonly isSecret: IsSecretField;
  /** Called once the connections file holds it, whatever becomes of the credentials. */
  readonly onRegistered: () => void;
}

/** Writes the connections file, then the credentials; what could not be stored is said, and stays in the form. */
export async function saveConnection(
  services: DocumentServices,
  toSave: ConnectionToSave,
): Promise<DocumentSave> {
  const { owner, connection, changes, claim, isSecret, onRegistered } = toSave;
  if (!owner) return refused(l10n.t('The folder of this Connection is no longer open.'));
  if (!(await isThere(owner.folder.uri))) {
    return refused(l10n.t('The folder “{0}” is gone. Bring it back, then save again.', owner.folder.name));
  }
  const outcome = await services.repository.save(owner, connection);
  if (outcome.kind !== 'saved') return outcome;
  onRegistered();
  if (Object.values(changes).every(({ kind }) => kind === 'keep')) return { kind: 'saved', connection };
  const { referenceId, extension, type } = connection;
  const { vault, confirm } = services;
  const store = async (fileId: string) => {
    const key = { fileId, referenceId };
    // Only an offer: a record of another Connection that can't be read must not keep this one from being saved.
    const shared = await findOldValues(vault, key, { extension, type }, changes, isSecret).catch(() => []);
    const written = await vault.write({ ...key, extension, type, file: owner.id }, changes);
    return { key, shared, written };
  };
  try {
    let stored = await store(outcome.fileId);
    // To agree may have given the file another id.
    if (stored.written === 'elsewhere' && (await claim()))
      stored = await store(fileIdOf(owner, services) ?? outcome.fileId);
    const { key, shared, written } = stored;
    switch (written) {
      case 'written':
        return {
          kind: 'saved',
          connection,
          ...(shared.length > 0 && {
            offerReplacement: () => offerReplacement(vault, key, shared, confirm),
          }),
        };
      case 'newer':
        return refused(
          l10n.t('The name was saved. The credentials were stored by a newer version and are not changed.'),
        );
      case 'elsewhere':
        return refused(
          l10n.t(
            'The name was saved. The credentials belong to another connections file and are not changed.',
          ),
        );
    }
  } catch (error) {
    services.log.error('Storing credentials', error);
    return refused(
      l10n.t(
        'The name was saved, but this machine could not store the credentials. What you typed is kept: try again.',
      ),
    );
  }
}

/** What the project's connections file has now. */
function fileIdOf({ id }: LocatedProject, { index }: DocumentServices): string | undefined {
  return index.projects.find((owner) => owner.id === id)?.project.file?.id;
}

/** A connections file is made where there is none; a folder that somebody has moved away is not made anew. */
async function isThere(folder: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(folder);
    return true;
  } catch {
    return false;
  }
}

function refused(sentence: string): DocumentSave {
  return { kind: 'refused', sentence };
}
