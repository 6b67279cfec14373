import { l10n } from 'vscode';
import { rotatedSince } from '../../core/connection/rotation';
import type { CredentialField } from '../../core/connection/types/connectionForm';
import { iconOf } from '../../core/connection/types/typeIcon';
import type { EditorState, FieldState } from '../../protocol/connectionEditor';
import { usedBy, whereOf } from '../describeUses';
import { rotatedSentence } from '../describeCredentials';
import { formatDate } from '../localize';
import type { ConnectionDocument } from './connectionDocument';
import { editorTexts } from './editorTexts';

/** What the webview is told of a document: of a secret only whether and when it was set. */
export function toEditorState(document: ConnectionDocument): EditorState {
  const { draft, form } = document;
  const { target, uses } = document.entry;
  return {
    title: draft.name || l10n.t('New Connection'),
    icon: iconOf(form),
    typeLabel: form.label,
    typeDetail: `${form.label} (${form.extension} / ${form.type})`,
    type: { extension: form.extension, type: form.type },
    banner: bannerOf(document),
    canReload: document.isContested,
    name: draft.name,
    description: draft.description,
    referenceId: draft.referenceId,
    isReferenceIdEditable: target.mode === 'new',
    focusesName: document.entry.isNew,
    fields: form.fields.map((field) => toFieldState(field, document, form.hasPlainChoice ?? false)),
    canAddField: form.isFree ?? false,
    takesServiceAccount: form.takesServiceAccount ?? false,
    sends: form.sends ?? '',
    usedBy: usedBy(uses),
    uses: uses.map((located) => ({ label: located.use.nodeLabel, detail: whereOf(located) })),
    texts: editorTexts(),
  };
}

function toFieldState(
  field: CredentialField,
  document: ConnectionDocument,
  hasPlainChoice: boolean,
): FieldState {
  const { draft, credentials } = document;
  const { status, plainValues, reading, storedNames } = credentials;
  const change = draft.fields[field.name] ?? { kind: 'keep' };
  const setOn = status.kind === 'stored' ? status.setOn[field.name] : undefined;
  const isStored = setOn !== undefined && storedNames.includes(field.name);
  // A value that nobody may see makes the field a secret one, whatever it usually holds.
  const isSecret =
    field.isSecret ||
    (change.kind === 'replace' && (field.isSecretValue?.(change.value) ?? false)) ||
    (change.kind === 'keep' && isStored && !(field.name in plainValues));
  return {
    name: field.name,
    label: field.label,
    help: field.help ?? '',
    isRequired: field.isRequired,
    isSecret,
    isMultiline: field.isMultiline ?? hasPlainChoice,
    hasPlainChoice,
    isMarkedPlain: draft.plainFields.includes(field.name),
    value: isSecret ? '' : change.kind === 'replace' ? change.value : (plainValues[field.name] ?? ''),
    stored: isStored
      ? l10n.t('Set on {0}. It’s stored on this machine and can’t be shown.', formatDate(setOn))
      : '',
    change: change.kind,
    isLost: setOn !== undefined && reading === 'lost',
  };
}

export function contestedSentence(): string {
  return l10n.t(
    'This Connection was changed outside this editor. Saving overwrites that; Reload takes it over and drops what you typed.',
  );
}

/** The one thing to know before all else; empty when there is none. */
function bannerOf(document: ConnectionDocument): string {
  const { draft, forgotten, form, replacement } = document;
  const { connection, isNew, isRegistered, owner, target } = document.entry;
  const { reading } = document.credentials;
  if (!owner) {
    return l10n.t(
      'The folder of this Connection is no longer open, so nothing can be saved here. Add it to the workspace again.',
    );
  }
  if (document.isContested) return contestedSentence();
  if (forgotten.length > 0) {
    const labels = form.fields.filter((field) => forgotten.includes(field.name)).map((field) => field.label);
    return l10n.t(
      'Unsaved changes were kept, except the credentials: {0}. Enter them again.',
      labels.join(', '),
    );
  }
  if (reading === 'newer') {
    return l10n.t('The credentials were stored by a newer version. They are not shown and not changed.');
  }
  if (reading === 'elsewhere') {
    return l10n.t('Credentials for this Connection were set in another folder. They are not used here.');
  }
  if (!isNew && !connection) {
    return l10n.t('This Connection is no longer in the connections file. Saving adds it again.');
  }
  if (target.mode === 'register' && connection && !isRegistered) {
    return l10n.t('“{0}” is declared by a file from Cognigy.AI. Saving registers it here too.', draft.name);
  }
  if (connection?.isTemporary) {
    return l10n.t(
      '“{0}” isn’t linked to Cognigy.AI yet: its Reference ID is temporary, and a pushed flow hangs at the nodes that use it. Create it on Cognigy.AI, then choose Link to Cognigy.AI.',
      connection.name,
    );
  }
  const isSecret = (name: string) => form.fields.find((field) => field.name === name)?.isSecret ?? true;
  const rotated = connection && rotatedSince(connection, document.credentials.status, isSecret);
  if (rotated !== undefined) return rotatedSentence(rotated);
  if (replacement) {
    return l10n.t(
      'Cognigy.AI has deprecated this type. Create a Connection of the type {0} in its place.',
      `${replacement.label} (${replacement.type})`,
    );
  }
  return '';
}
