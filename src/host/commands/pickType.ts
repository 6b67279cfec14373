import * as vscode from 'vscode';
import type { Catalog, ConnectionTypeKey } from '../../core/catalog/catalog';
import { formOf, offeredTypes } from '../../core/connection/types';
import type { TypeFamily } from '../../core/connection/types/connectionForm';
import type { Ask } from '../ask';
import { localize } from '../localize';
import { connectionIcon } from '../tree/connectionIcon';

interface TypeItem extends vscode.QuickPickItem {
  /** Absent for the one that asks for the names of a type that is not listed. */
  readonly type?: ConnectionTypeKey;
}

/** Lets the user choose the type of a new Connection; undefined when they close the list. */
export async function pickType(catalog: Catalog, ask: Ask): Promise<ConnectionTypeKey | undefined> {
  const families = offeredTypes(catalog).flatMap(({ family, types }) => [
    separator(familyLabel(family)),
    ...types.map((type) => toItem(type, catalog)),
  ]);
  const declared = catalog.connectionTypes
    .filter(({ extension }) => !extension.startsWith('@cognigy/'))
    .map((type) => ({
      label: type.type,
      description: type.extension,
      iconPath: connectionIcon(type),
      type,
    }));
  const other: TypeItem = {
    label: vscode.l10n.t('Another Type…'),
    detail: vscode.l10n.t('Of an Extension that is not listed here. You name its fields.'),
    iconPath: new vscode.ThemeIcon('extensions'),
  };
  const items = [...families, separator(vscode.l10n.t('Extensions')), ...declared, other];
  const placeHolder = vscode.l10n.t('The type of the new Connection');
  const picked = await ask.pick<TypeItem>(items, { placeHolder, matchOnDescription: true });
  return picked && (picked.type ?? askForType(ask));
}

async function askForType(ask: Ask): Promise<ConnectionTypeKey | undefined> {
  const extension = await askName(
    ask,
    vscode.l10n.t('Package name of the Extension'),
    vscode.l10n.t('As in its package.json, for example @acme/crm.'),
  );
  if (extension === undefined) return undefined;
  const type = await askName(
    ask,
    vscode.l10n.t('Name of the connection type'),
    vscode.l10n.t('The “type” that the Extension gives it, for example crm-api.'),
  );
  return type === undefined ? undefined : { extension, type };
}

async function askName(ask: Ask, title: string, prompt: string): Promise<string | undefined> {
  const answer = await ask.text({
    title,
    prompt,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Enter a name.') : undefined),
  });
  return answer?.trim();
}

function toItem(type: ConnectionTypeKey, catalog: Catalog): TypeItem {
  const { label, sends } = formOf(type, catalog, localize);
  return { label, description: sends ?? '', iconPath: connectionIcon(type), type };
}

function separator(label: string): TypeItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function familyLabel(family: TypeFamily): string {
  switch (family) {
    case 'http':
      return vscode.l10n.t('HTTP Request');
    case 'mail':
      return vscode.l10n.t('E-Mail');
    case 'database':
      return vscode.l10n.t('Databases');
    case 'languageModel':
      return vscode.l10n.t('Language Models');
    case 'speech':
      return vscode.l10n.t('Speech');
    case 'translation':
      return vscode.l10n.t('Translation');
    case 'storage':
      return vscode.l10n.t('Storage');
    case 'documents':
      return vscode.l10n.t('Documents');
  }
}
