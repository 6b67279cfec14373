import * as vscode from 'vscode';
import type { NodeTypeDeclaration } from '../../core/catalog/catalog';
import { describeNodeType, nodeTypeTitle } from '../../core/catalog/descriptions/describeNodeType';
import { nodeFamily, type NodeFamily } from '../../core/catalog/descriptions/knownNodeTypes';
import { localize } from '../localize';
import type { CommandServices } from './commandServices';

/** Groups in the order in which flows are mostly built; what comes from Extensions is last, as on the platform. */
const groups: readonly { readonly families: readonly NodeFamily[]; readonly title: () => string }[] = [
  { families: ['message'], title: () => vscode.l10n.t('Messages') },
  { families: ['logic'], title: () => vscode.l10n.t('Logic') },
  { families: ['ai'], title: () => vscode.l10n.t('AI') },
  { families: ['service', 'mail', 'database', 'microsoft'], title: () => vscode.l10n.t('Services') },
  { families: ['data'], title: () => vscode.l10n.t('Data') },
  { families: ['nlu'], title: () => vscode.l10n.t('NLU') },
  { families: ['copilot', 'xApp'], title: () => vscode.l10n.t('Copilot and xApps') },
  { families: ['voice'], title: () => vscode.l10n.t('Voice') },
  { families: ['start', 'end', 'other'], title: () => vscode.l10n.t('Extensions') },
];

const coreExtension = '@cognigy/basic-nodes';

/** By function, as the platform lists them. */
export async function pickNodeType(
  types: readonly NodeTypeDeclaration[],
  { ask }: CommandServices,
): Promise<NodeTypeDeclaration | undefined> {
  const items = groups.flatMap(({ families, title }) => {
    const own = types
      .filter(({ extension, type }) => families.includes(nodeFamily(extension, type)))
      .map((nodeType) => toItem(nodeType))
      .sort((a, b) => a.label.localeCompare(b.label));
    if (own.length === 0) return [];
    return [{ label: title(), kind: vscode.QuickPickItemKind.Separator, nodeType: undefined }, ...own];
  });
  const options = {
    placeHolder: vscode.l10n.t('The node to insert'),
    matchOnDescription: true,
    matchOnDetail: true,
  };
  return (await ask.pick(items, options))?.nodeType;
}

function toItem(nodeType: NodeTypeDeclaration) {
  const { extension, type } = nodeType;
  const title = nodeTypeTitle(extension, type, localize);
  const names = [...(title === undefined ? [] : [type]), ...(extension === coreExtension ? [] : [extension])];
  return {
    label: title ?? type,
    description: names.join(' · '),
    detail: describeNodeType(extension, type, localize) ?? '',
    nodeType,
  };
}
