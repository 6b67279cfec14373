import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { toReferenceId } from '../../core/flow/referenceId';
import { toConnectionNode } from '../connectionArgument';
import { findMentions } from '../findMentions';
import { referenceIdOf, type ConnectionNode } from '../tree/treeNode';
import type { CommandServices } from './commandServices';
import { connectionUnderCursor } from './idUnderCursor';
import { pickConnection } from './pickConnection';
import { inform, whileReadingFlows } from '../notify';

/** Shows every place that names a Connection, from the view and from anywhere: the one it is called for, else the one under the cursor, else a pick. */
export function registerShowUses(services: CommandServices): void {
  services.registry.register(commandIds.showUsesOf, async (node) => {
    const found = toConnectionNode(services.index, node);
    if (found) await show(found, services);
  });
  const showHere = async (argument: unknown) => {
    await services.index.start();
    const node =
      toConnectionNode(services.index, argument) ??
      (await connectionUnderCursor(services)) ??
      (await pickConnection(services, {
        placeHolder: vscode.l10n.t('The Connection whose uses to show'),
        none: vscode.l10n.t('These flows use no Connections yet.'),
        fits: () => true,
      }));
    if (node) await show(node, services);
  };
  services.registry.register(commandIds.showUses, showHere);
  // The same under the title that a menu has it by.
  services.registry.register(commandIds.showUsesHere, showHere);
}

async function show(node: ConnectionNode, services: CommandServices): Promise<void> {
  const referenceId = toReferenceId(referenceIdOf(node));
  const files = referenceId
    ? await whileReadingFlows(() => findMentions(services, node.owner, referenceId))
    : [];
  const locations = files.flatMap(({ uri, ranges }) =>
    ranges.map((range) => new vscode.Location(uri, range)),
  );
  const [first] = locations;
  if (!first) {
    const name = node.kind === 'declared' ? node.entry.connection.name : referenceIdOf(node);
    void inform(vscode.l10n.t('No node of this project uses “{0}”.', name));
    return;
  }
  // The list is shown in an editor, at a place.
  const editor =
    vscode.window.activeTextEditor ??
    (await vscode.window.showTextDocument(first.uri, { selection: first.range }));
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    editor.document.uri,
    editor.selection.active,
    locations,
  );
}
