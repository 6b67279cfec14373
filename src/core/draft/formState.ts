import { usedBy, whereOf } from '../connection/describeUses';
import { rotatedSentence, rotatedSince } from '../connection/rotation';
import type { CredentialField } from '../connection/types/connectionForm';
import { iconOf } from '../connection/types/typeIcon';
import type { Localize, Words } from '../ports';
import { asTitle, visibly } from '../shownText';
import type { ConnectionDocument } from './connectionDocument';
import type { EditorState, FieldState } from './formMessages';
import { editorTexts } from './formTexts';

/** What a form shows of a document: of a secret only whether and when it was set. */
export function toEditorState(document: ConnectionDocument): EditorState {
  const { draft, form, words } = document;
  const { t } = words;
  const { target, uses } = document.entry;
  return {
    title: asTitle(draft.name) || t('New Connection'),
    icon: iconOf(form),
    typeLabel: asTitle(form.label),
    typeDetail: asTitle(`${form.label} (${form.extension} / ${form.type})`),
    type: { extension: form.extension, type: form.type },
    banner: visibly(bannerOf(document, words)),
    canReload: document.isContested,
    name: draft.name,
    description: draft.description,
    referenceId: draft.referenceId,
    isReferenceIdEditable: target.mode === 'new',
    focusesName: document.entry.isNew,
    fields: form.fields.map((field) => toFieldState(field, document, words)),
    canAddField: form.isFree ?? false,
    takesServiceAccount: form.takesServiceAccount ?? false,
    sends: form.sends ?? '',
    usedBy: usedBy(uses, t),
    uses: uses.map((located) => ({
      label: asTitle(located.use.nodeLabel),
      detail: asTitle(whereOf(located, t)),
    })),
    texts: editorTexts(t),
  };
}

function toFieldState(
  field: CredentialField,
  document: ConnectionDocument,
  { t, formatDate }: Words,
): FieldState {
  const { draft, credentials } = document;
  const hasPlainChoice = document.form.hasPlainChoice ?? false;
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
      ? t('Set on {0}. It’s stored on this machine and can’t be shown.', formatDate(setOn))
      : '',
    change: change.kind,
    isLost: setOn !== undefined && reading === 'lost',
  };
}

export function contestedSentence(t: Localize): string {
  return t(
    'This Connection was changed outside this editor. Saving overwrites that; Reload takes it over and drops what you typed.',
  );
}

/** The one thing to know before all else; empty when there is none. */
function bannerOf(document: ConnectionDocument, { t, formatDate }: Words): string {
  const { draft, forgotten, form, replacement } = document;
  const { connection, isNew, isRegistered, project, target } = document.entry;
  const { reading } = document.credentials;
  if (!project) {
    return t(
      'The folder of this Connection is no longer open, so nothing can be saved here. Add it to the workspace again.',
    );
  }
  if (document.isContested) return contestedSentence(t);
  if (forgotten.length > 0) {
    const labels = form.fields.filter((field) => forgotten.includes(field.name)).map((field) => field.label);
    return t('Unsaved changes were kept, except the credentials: {0}. Enter them again.', labels.join(', '));
  }
  if (reading === 'newer') {
    return t('The credentials were stored by a newer version. They are not shown and not changed.');
  }
  if (reading === 'elsewhere') {
    return t('Credentials for this Connection were set in another folder. They are not used here.');
  }
  if (!isNew && !connection) {
    return t('This Connection is no longer in the connections file. Saving adds it again.');
  }
  if (target.mode === 'register' && connection && !isRegistered) {
    return t('“{0}” is declared by a file from Cognigy.AI. Saving registers it here too.', draft.name);
  }
  if (connection?.isTemporary) {
    return t(
      '“{0}” isn’t linked to Cognigy.AI yet: its Reference ID is temporary, and a pushed flow hangs at the nodes that use it. Create it on Cognigy.AI, then choose Link to Cognigy.AI.',
      connection.name,
    );
  }
  const isSecret = (name: string) => form.fields.find((field) => field.name === name)?.isSecret ?? true;
  const rotated = connection && rotatedSince(connection, document.credentials.status, isSecret);
  if (rotated !== undefined) return rotatedSentence(rotated, t, formatDate);
  if (replacement) {
    return t(
      'Cognigy.AI has deprecated this type. Create a Connection of the type {0} in its place.',
      `${replacement.label} (${replacement.type})`,
    );
  }
  return '';
}
