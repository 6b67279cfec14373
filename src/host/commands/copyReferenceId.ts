import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { toConnectionNodes } from '../connectionArgument';
import { copyText } from '../copyText';
import { isConnectionNode, referenceIdOf } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { idUnderCursor } from './idUnderCursor';
import { pickConnection } from './pickConnection';

/** From the tree: the items it is called on. From the palette: under the cursor, else selected, else asked for. */
export function registerCopyReferenceId(services: CommandServices): void {
  const copy = async (node: unknown, nodes: unknown) => {
    const chosen = toConnectionNodes(services.index, node, nodes);
    const ids = chosen.length > 0 ? chosen.map(referenceIdOf) : await findIds(services);
    if (ids.length > 0) await copyText(ids.join('\n'));
  };
  // The same under two titles: a menu can't count.
  services.registry.register(commandIds.copyReferenceId, copy);
  services.registry.register(commandIds.copyReferenceIds, copy);
}

async function findIds(services: CommandServices): Promise<string[]> {
  const underCursor = await idUnderCursor(services);
  if (underCursor !== undefined) return [underCursor];
  const selected = services.tree.selection.filter(isConnectionNode);
  if (selected.length > 0) return selected.map(referenceIdOf);
  const picked = await pickConnection(services, {
    placeHolder: vscode.l10n.t('The Connection whose Reference ID to copy'),
    none: vscode.l10n.t('These flows use no Connections yet.'),
    fits: () => true,
  });
  return picked ? [referenceIdOf(picked)] : [];
}
