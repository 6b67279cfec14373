import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import type { CredentialVault } from '../../core/connection/credentialVault';
import { ConnectionDocument } from '../../core/draft/connectionDocument';
import type { EditorTarget } from '../../core/draft/editorTarget';
import type { Confirm, Logger, RandomSource } from '../../core/ports';
import type { Ask } from '../ask';
import { formatDate, localize } from '../localize';
import { workspaceHome, type HomeServices } from './workspaceHome';

/** What a Connection of the workspace is read from and written to, and who is asked. */
export interface EditingServices extends HomeServices {
  readonly vault: CredentialVault;
  readonly confirm: Confirm;
  readonly ask: Ask;
  readonly random: RandomSource;
  readonly log: Logger;
}

/** A document of a Connection of the workspace; call it once the workspace was read. */
export function createDocument(
  services: EditingServices,
  target: EditorTarget,
  catalog: Catalog,
  onRegistered?: (connection: Connection) => void,
): ConnectionDocument {
  const { vault, confirm, random, log } = services;
  return new ConnectionDocument(
    target,
    catalog,
    {
      home: workspaceHome(services, target),
      vault,
      confirm,
      choose: (question) => services.ask.choose(question),
      random,
      log,
      t: localize,
      formatDate,
    },
    onRegistered,
  );
}
