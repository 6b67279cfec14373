import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { isSameType, type ConnectionField } from '../../core/catalog/catalog';
import { typeLabel } from '../../core/connection/types';
import { shortReferenceId, toReferenceId, type ReferenceId } from '../../core/flow/referenceId';
import {
  chooseNone,
  connectionChoicesAt,
  connectionChoicesOf,
  type ConnectionChoices,
} from '../../core/language/chooseConnection';
import { declaredFor } from '../../core/language/rename';
import { compareNames } from '../../core/connection/connectionsFile';
import { changeNode, fillField, type ConnectionFieldPlace } from '../connectionPlace';
import { ownerOfFlow } from '../fileOwner';
import { goToOwner } from '../goToOwner';
import { localize } from '../localize';
import type { CommandServices } from './commandServices';
import { inform } from '../notify';

interface Question {
  readonly uri: vscode.Uri;
  readonly choices: ConnectionChoices;
  /** The field that is asked about; undefined where the node has others to choose among. */
  readonly key: string | undefined;
}

/**
 * Lets the user choose the Connection of a node: the one under the cursor, or the one that a CodeLens, a completion or
 * a link names. A node that can do without asks for the kind of authentication first, unless the field is named.
 */
export function registerChooseConnection(services: CommandServices): void {
  const { registry, index } = services;
  const run = async (uri: unknown, nodeId: unknown, key: unknown, locale: unknown) => {
    await index.start();
    const question = await findQuestion(services, uri, nodeId, key, locale);
    if (!question) {
      void inform(vscode.l10n.t('Put the cursor into a node that takes a Connection first.'));
      return;
    }
    const file = await goToOwner(services, question.uri, question.choices.node);
    if (file) await choose({ ...question, uri: file }, services);
  };
  registry.register(commandIds.chooseConnection, run);
  // The same under the title that a menu has it by.
  registry.register(commandIds.chooseConnectionHere, run);
}

async function findQuestion(
  { index, documents, loadCatalog }: CommandServices,
  uri: unknown,
  node: unknown,
  key: unknown,
  locale: unknown,
): Promise<Question | undefined> {
  const catalog = await loadCatalog();
  const given = typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
  if (given instanceof vscode.Uri && typeof node === 'string') {
    const json = documents.read(await vscode.workspace.openTextDocument(given));
    const address = { node, ...(typeof locale === 'string' && { locale }) };
    const choices = connectionChoicesOf(json, address, catalog);
    return choices && { uri: given, choices, key: typeof key === 'string' ? key : undefined };
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor || !ownerOfFlow(index, editor.document.uri)) return undefined;
  const json = documents.read(editor.document);
  const choices = connectionChoicesAt(json, editor.document.offsetAt(editor.selection.active), catalog);
  if (!choices) return undefined;
  const isAsked = choices.authentications.length === 0;
  return { uri: editor.document.uri, choices, key: isAsked ? choices.key : undefined };
}

async function choose({ uri, choices, key }: Question, services: CommandServices): Promise<void> {
  const named = choices.allFields.find((field) => field.key === key);
  const field = named ?? (await pickField(choices, services));
  if (!field) return;
  if (field === 'none') {
    await changeNode(uri, choices.address, services, chooseNone);
    return;
  }
  const place = { uri, address: choices.address, key: field.key };
  const chosen = await pickReferenceId(place, field, choices, services);
  if (chosen === 'new') await openNew(place, field, services);
  else if (chosen) await fillField(place, chosen, services);
}

async function pickField(
  { authentications, fields, node }: ConnectionChoices,
  { ask }: CommandServices,
): Promise<ConnectionField | 'none' | undefined> {
  if (authentications.length === 0) {
    const [only, ...others] = fields;
    if (only && others.length === 0) return only;
    const items = fields.map((field) => ({
      label: typeLabel(field.connectionType, localize),
      description: field.key,
      field,
    }));
    const placeHolder = vscode.l10n.t('The Connection of “{0}” to choose', node.name);
    return (await ask.pick(items, { placeHolder }))?.field;
  }
  const items = authentications.map(({ field, isCurrent }) => ({
    label: field ? typeLabel(field.connectionType, localize) : vscode.l10n.t('None'),
    description: isCurrent ? vscode.l10n.t('as it is') : '',
    field: field ?? ('none' as const),
  }));
  const placeHolder = vscode.l10n.t('The authentication of “{0}”', node.name);
  return (await ask.pick(items, { placeHolder }))?.field;
}

async function pickReferenceId(
  { uri, key }: ConnectionFieldPlace,
  { connectionType }: ConnectionField,
  { config, node }: ConnectionChoices,
  { index, ask }: CommandServices,
): Promise<ReferenceId | 'new' | undefined> {
  const found = ownerOfFlow(index, uri);
  if (!found) return undefined;
  const current = toReferenceId(config.value[key]);
  const fitting = declaredFor(found.owner.project, found.path)
    .filter((connection) => isSameType(connection, connectionType))
    .sort((a, b) => compareNames(a.name, b.name));
  const items = fitting.map<vscode.QuickPickItem & { answer: ReferenceId | 'new' }>(
    ({ name, referenceId, isTemporary, description }) => ({
      label: name,
      description: [
        shortReferenceId(referenceId),
        ...(isTemporary ? [vscode.l10n.t('temporary')] : []),
        ...(referenceId === current ? [vscode.l10n.t('as it is')] : []),
      ].join(' · '),
      ...(description !== undefined && { detail: description }),
      answer: referenceId,
    }),
  );
  const create = {
    label: vscode.l10n.t('New Connection…'),
    description: typeLabel(connectionType, localize),
    iconPath: new vscode.ThemeIcon('add'),
    answer: 'new' as const,
  };
  const placeHolder = vscode.l10n.t('The Connection of “{0}”', node.name);
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await ask.pick([...items, create], options))?.answer;
}

async function openNew(
  place: ConnectionFieldPlace,
  { connectionType }: ConnectionField,
  services: CommandServices,
): Promise<void> {
  const found = ownerOfFlow(services.index, place.uri);
  // The node changes once there is a Connection, authentication and all; whether it can is said now.
  const canChange = await changeNode(place.uri, place.address, services, () => []);
  if (found && canChange) await services.newConnections.open(found.owner, connectionType, place);
}
