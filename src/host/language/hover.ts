import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { knowledgeFor } from '../../core/connection/knowledge';
import type { ConnectionPlace } from '../../core/language/connectionAt';
import { connectionHoverAt, type HoverAction } from '../../core/language/connectionHover';
import { hoverAt, type Hover } from '../../core/language/hover';
import { snippetHoverAt } from '../../core/language/snippetHover';
import { targetHoverAt } from '../../core/language/targetHover';
import { toConnectionArgument } from '../connectionArgument';
import { toRange } from '../convert';
import { usesSentence, whereOf } from '../describeUses';
import { ownerOfFlow, type FileOwner } from '../fileOwner';
import { localize } from '../localize';
import { credentialWords } from './credentialWords';
import { flowSelector } from '../flowLanguages';
import { readFlowFile, type FlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';

/** Tells what an ID names, what a snippet runs, and what a node's type and the keys of its config are. */
export function registerHover(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerHoverProvider(flowSelector, {
    async provideHover(document, position, token) {
      const file = await readFlowFile(services, document, token);
      if (!file) return undefined;
      const offset = document.offsetAt(position);
      const field = hoverAt(file.json, offset, file.catalog, localize);
      const special = specialHover(services, document, file, offset);
      const [first] = [special, field].filter((found) => found !== undefined);
      if (!first) return undefined;
      const contents = [
        ...(special ? [withLinks(special)] : []),
        ...(field ? [new vscode.MarkdownString(field.markdown)] : []),
      ];
      return new vscode.Hover(contents, toRange(document, first.range));
    },
  });
}

function specialHover(
  services: LanguageServices,
  document: vscode.TextDocument,
  { json, catalog }: FlowFile,
  offset: number,
): Hover | undefined {
  const snippet = snippetHoverAt(json, offset, localize);
  if (snippet) return snippet;
  const found = ownerOfFlow(services.index, document.uri);
  if (!found) return undefined;
  const { owner, path } = found;
  const where = { project: owner.project, path };
  const words = {
    credentials: credentialWords(services, owner, catalog),
    uses: usesSentence,
    where: whereOf,
    link: (action: HoverAction, place: ConnectionPlace) => toLink(action, place, found, document, services),
  };
  return (
    connectionHoverAt(json, offset, catalog, where, words, localize) ??
    targetHoverAt(json, offset, catalog, knowledgeFor(owner.project, path).project, localize)
  );
}

function toLink(
  action: HoverAction,
  { referenceId, node, slot }: ConnectionPlace,
  { owner }: FileOwner,
  { uri }: vscode.TextDocument,
  { index }: LanguageServices,
): string {
  const link = (title: string, command: string, ...args: unknown[]) =>
    `[${title}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
  const connection = toConnectionArgument(owner, referenceId ?? '');
  switch (action) {
    case 'edit':
      return link(vscode.l10n.t('Edit Connection'), commandIds.edit, connection);
    case 'register':
      return link(vscode.l10n.t('Register this Connection…'), commandIds.register, connection);
    case 'copy':
      return link(vscode.l10n.t('Copy Reference ID'), commandIds.copyReferenceId, connection);
    case 'showUses':
      return link(vscode.l10n.t('Show Uses'), commandIds.showUses, connection);
    case 'choose': {
      // Only the file itself can be changed, no earlier version of it.
      if (!index.locate(uri) || !slot || !node.id) return '';
      const { key } = slot.field;
      return link(
        vscode.l10n.t('Choose Connection…'),
        commandIds.chooseConnection,
        uri.toString(),
        node.id,
        key,
        slot.config.path.length > node.path.length + 1 ? slot.config.localeReference : undefined,
      );
    }
  }
}

/** Only our own commands: names and descriptions come from files. */
function withLinks({ markdown }: Hover): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  const { edit, register, copyReferenceId, showUses, chooseConnection } = commandIds;
  text.isTrusted = { enabledCommands: [edit, register, copyReferenceId, showUses, chooseConnection] };
  return text;
}
