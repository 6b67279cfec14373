import { l10n } from 'vscode';
import type { Connection } from '../../core/connection/connection';
import type { DraftErrors, FieldChange } from '../../core/connection/connectionDraft';
import type { LocatedProject } from '../workspaceIndex';
import type { DocumentServices } from './documentServices';

export type DocumentSave =
  | { readonly kind: 'saved'; readonly connection: Connection }
  | { readonly kind: 'invalid'; readonly errors: DraftErrors }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'cancelled' };

export interface ConnectionToSave {
  readonly owner: LocatedProject | undefined;
  readonly connection: Connection;
  readonly changes: Readonly<Record<string, FieldChange>>;
  /** Asks whether credentials of another folder may be used here; false when not. */
  readonly claim: () => Promise<boolean>;
  /** Called once the connections file holds it, whatever becomes of the credentials. */
  readonly onRegistered: () => void;
}

/** Writes the connections file, then the credentials; what could not be stored is said, and stays in the form. */
export async function saveConnection(
  services: DocumentServices,
  toSave: ConnectionToSave,
): Promise<DocumentSave> {
  const { owner, connection, changes, claim, onRegistered } = toSave;
  if (!owner) return refused(l10n.t('The folder of this Connection is no longer open.'));
  const outcome = await services.repository.save(owner, connection);
  if (outcome.kind !== 'saved') return outcome;
  onRegistered();
  if (Object.values(changes).every(({ kind }) => kind === 'keep')) return { kind: 'saved', connection };
  const { referenceId, extension, type } = connection;
  const folder = owner.folder.uri.toString();
  const write = () =>
    services.vault.write({ fileId: outcome.fileId, referenceId, extension, type, folder }, changes);
  try {
    let written = await write();
    if (written === 'elsewhere' && (await claim())) written = await write();
    switch (written) {
      case 'written':
        return { kind: 'saved', connection };
      case 'newer':
        return refused(
          l10n.t('The name was saved. The credentials were stored by a newer version and are not changed.'),
        );
      case 'elsewhere':
        return refused(
          l10n.t('The name was saved. The credentials belong to another folder and are not changed.'),
        );
    }
  } catch (error) {
    services.log.error('Storing credentials', error);
    return refused(
      l10n.t(
        'The name was saved, but this machine could not store the credentials. They are still in the form.',
      ),
    );
  }
}

function refused(sentence: string): DocumentSave {
  return { kind: 'refused', sentence };
}
