import * as vscode from 'vscode';
import type { TextEdit } from '../../core/json/textEdit';
import { dropReferenceId, pasteReferenceId } from '../../core/language/pasteReferenceId';
import { toOffsets, toTextEdit } from '../convert';
import { flowSelector } from '../flowLanguages';
import { readFlowFile } from './flowFile';
import type { LanguageServices } from './languageServices';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('flowConnections', 'referenceId');
const mimeTypes = ['text/plain'];

/**
 * A Reference ID that is pasted or dropped into a field for Connections, from the view too, takes the place of all that
 * stands there.
 */
export function registerPaste(services: LanguageServices): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(
      flowSelector,
      {
        async provideDocumentPasteEdits(document, ranges, data, _context, token) {
          const [selection, ...others] = ranges;
          const text = await data.get('text/plain')?.asString();
          const file = await readFlowFile(services, document, token);
          if (!file || !selection || others.length > 0 || text === undefined) return undefined;
          const place = toOffsets(document, selection);
          const replacement = pasteReferenceId(file.json, place, text, file.catalog);
          // VS Code puts a text at the selection; without one it takes the edit alone.
          const edit = new vscode.DocumentPasteEdit('', title(), kind);
          return replacement && [withEdit(edit, document, replacement)];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: mimeTypes },
    ),
    vscode.languages.registerDocumentDropEditProvider(
      flowSelector,
      {
        async provideDocumentDropEdits(document, position, data, token) {
          const text = await data.get('text/plain')?.asString();
          const file = await readFlowFile(services, document, token);
          if (!file || text === undefined) return undefined;
          const replacement = dropReferenceId(file.json, document.offsetAt(position), text, file.catalog);
          return (
            replacement && withEdit(new vscode.DocumentDropEdit('', title(), kind), document, replacement)
          );
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: mimeTypes },
    ),
  );
}

function title(): string {
  return vscode.l10n.t('Replace the Reference ID');
}

function withEdit<Edit extends vscode.DocumentPasteEdit | vscode.DocumentDropEdit>(
  edit: Edit,
  document: vscode.TextDocument,
  replacement: TextEdit,
): Edit {
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.set(document.uri, [toTextEdit(document, replacement)]);
  return edit;
}
