import * as vscode from 'vscode';
import { fillFrom } from '../../core/connection/fill';
import { maximumFileSize } from '../../core/connection/fill/filling';
import { baseName } from '../../core/flow/filePlace';
import type { Confirm } from '../../core/ports';
import type { ConnectionDocument } from '../../core/draft/connectionDocument';
import { decodeUtf8 } from '../decodeUtf8';
import { fail, showStatus } from '../notify';

/** Copies a stored secret after a question; the value goes from the vault to the clipboard and nowhere else. */
export async function copyFieldValue(
  document: ConnectionDocument,
  fieldName: string,
  confirm: Confirm,
): Promise<void> {
  const label = document.form.fields.find(({ name }) => name === fieldName)?.label ?? fieldName;
  if (!vscode.workspace.isTrusted) {
    refuse(vscode.l10n.t('Trust this workspace first: credentials are not copied in Restricted Mode.'));
    return;
  }
  const isAgreed = await confirm({
    message: vscode.l10n.t('Copy {0} of “{1}”?', label, document.draft.name),
    detail: vscode.l10n.t('Everything on this machine that reads the clipboard can read it then.'),
    agree: vscode.l10n.t('Copy'),
  });
  if (!isAgreed) return;
  const value = await document.credentials.valueOf(fieldName);
  if (value === undefined) {
    refuse(vscode.l10n.t('{0} can’t be read from this machine.', label));
    return;
  }
  await vscode.env.clipboard.writeText(value);
  showStatus(vscode.l10n.t('Copied {0}', label));
}

/** Lets the user choose a file whose text becomes the value of a field; answers with the fields that were filled. */
export async function fillFieldFromFile(
  document: ConnectionDocument,
  fieldName: string,
): Promise<readonly string[]> {
  const file = await chooseTextFile(vscode.l10n.t('Use as Value'));
  if (!file) return [];
  document.editField(fieldName, { kind: 'replace', value: withoutLastBreak(file.text) });
  return [fieldName];
}

/** Lets the user choose Google's service-account file, which holds several fields. */
export async function fillFromServiceAccountFile(document: ConnectionDocument): Promise<readonly string[]> {
  const file = await chooseTextFile(vscode.l10n.t('Use This File'), { JSON: ['json'] });
  if (!file) return [];
  const { extension, type, fields } = document.form;
  const fieldNames = fields.map(({ name }) => name);
  const filling = fillFrom(file.text, { extension, type, fieldNames }, file.name);
  if (filling?.source !== 'serviceAccount') {
    refuse(vscode.l10n.t('{0} is no service-account file: it has no "type": "service_account".', file.name));
    return [];
  }
  for (const [name, value] of Object.entries(filling.fields)) {
    document.editField(name, { kind: 'replace', value });
  }
  return Object.keys(filling.fields);
}

/** Undefined when the user chooses none, or one that can't be taken, which is told. */
export async function chooseTextFile(
  openLabel: string,
  filters?: Record<string, string[]>,
): Promise<{ name: string; text: string } | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ openLabel, ...(filters && { filters }) })) ?? [];
  if (!uri) return undefined;
  const name = baseName(uri.path);
  const text = await readText(uri);
  if (typeof text === 'string') return { name, text };
  refuse(describeUntaken(text.kind, name));
  return undefined;
}

type Untaken = 'tooLarge' | 'notUtf8' | 'unreadable';

async function readText(uri: vscode.Uri): Promise<string | { readonly kind: Untaken }> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maximumFileSize) return { kind: 'tooLarge' };
    const text = decodeUtf8(await vscode.workspace.fs.readFile(uri));
    return text === undefined ? { kind: 'notUtf8' } : text.replace(/^\uFEFF/, '');
  } catch {
    return { kind: 'unreadable' };
  }
}

function describeUntaken(kind: Untaken, name: string): string {
  switch (kind) {
    case 'tooLarge':
      return vscode.l10n.t('{0} is too large: a field holds at most 10,000 characters.', name);
    case 'notUtf8':
      return vscode.l10n.t('{0} is not UTF-8.', name);
    case 'unreadable':
      return vscode.l10n.t('{0} can’t be read.', name);
  }
}

/** Editors end files with a line break that belongs to no value. */
export function withoutLastBreak(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function refuse(sentence: string): void {
  void fail(sentence);
}
