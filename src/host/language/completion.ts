import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { connectionChoicesAt, type ConfigAddress } from '../../core/language/chooseConnection';
import { complete } from '../../core/language/complete';
import type { Completion, CompletionSequel, CompletionText } from '../../core/language/completion';
import { toRange, toTextEdit } from '../convert';
import { ownerOfFlow } from '../fileOwner';
import { localize } from '../localize';
import { credentialWords } from './credentialWords';
import { flowSelector } from '../flowLanguages';
import { readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';
import { onOneLine } from '../../core/shownText';

/** Offers node types, config keys and choices; what every node has is offered by VS Code's JSON support. */
export function registerCompletion(services: LanguageServices): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    flowSelector,
    {
      async provideCompletionItems(document, position, token) {
        const file = await readFlowFile(services, document, token);
        if (!file) return undefined;
        const where = ownerOfFlow(services.index, document.uri);
        const knowledge = where && {
          project: where.owner.project,
          path: where.path,
          credentials: credentialWords(services, where.owner, file.catalog),
        };
        const offset = document.offsetAt(position);
        const offers = complete(file.json, offset, file.catalog, localize, knowledge);
        const choices = connectionChoicesAt(file.json, offset, file.catalog);
        return offers.map((offer, rank) => {
          const item = toItem(offer, rank, document);
          if (offer.then && choices) item.command = toCommand(offer.then, document.uri, choices.address);
          return item;
        });
      },
    },
    '"',
    ':',
  );
}

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  nodeType: vscode.CompletionItemKind.Class,
  key: vscode.CompletionItemKind.Property,
  choice: vscode.CompletionItemKind.EnumMember,
  connection: vscode.CompletionItemKind.Reference,
  newConnection: vscode.CompletionItemKind.Event,
  target: vscode.CompletionItemKind.Reference,
};

function toCommand(
  { kind, key }: CompletionSequel,
  uri: vscode.Uri,
  { node, locale }: ConfigAddress,
): vscode.Command {
  return kind === 'chooseConnection'
    ? {
        title: vscode.l10n.t('Choose Connection…'),
        command: commandIds.chooseConnection,
        arguments: [uri, node, key, locale],
      }
    : {
        title: vscode.l10n.t('New Connection…'),
        command: commandIds.newConnection,
        arguments: [{ uri, address: { node, ...(locale !== undefined && { locale }) }, key }],
      };
}

function toItem(offer: Completion, rank: number, document: vscode.TextDocument): vscode.CompletionItem {
  const item = new vscode.CompletionItem(onOneLine(offer.label), kinds[offer.kind]);
  item.detail = onOneLine(offer.detail);
  item.documentation = new vscode.MarkdownString(offer.documentation);
  item.range = toRange(document, offer.range);
  item.insertText = toInsertText(offer.insert);
  item.filterText = offer.filter;
  item.sortText = String(rank).padStart(4, '0');
  item.additionalTextEdits = offer.also.map((edit) => toTextEdit(document, edit));
  return item;
}

/** The value of a new property is selected, or its choices are shown, so that typing goes on there. */
function toInsertText({ before, value, after, choices }: CompletionText): string | vscode.SnippetString {
  if (before === '') return value + after;
  const snippet = new vscode.SnippetString().appendText(before);
  const isText = [value, ...choices].every((choice) => choice.startsWith('"'));
  const inner = (choice: string) => (isText ? choice.slice(1, -1) : choice);
  if (isText) snippet.appendText('"');
  if (choices.length > 0) snippet.appendChoice(choices.map(inner));
  else if (inner(value) === '') snippet.appendTabstop();
  else snippet.appendPlaceholder(inner(value));
  return snippet.appendText((isText ? '"' : '') + after);
}
