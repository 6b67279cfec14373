import { l10n } from 'vscode';
import { fieldKey, type FieldChange, type TextKey } from '../../core/connection/connectionDraft';
import type { CredentialField } from '../../core/connection/types/connectionForm';
import type { ConnectionDocument } from '../../core/draft/connectionDocument';
import { editorTexts } from '../../core/draft/formTexts';
import { formatDate, localize } from '../localize';

/** One question, whose answer goes into the draft of a document as it is typed. */
export interface Question {
  readonly label: string;
  readonly prompt: string;
  readonly isSecret: boolean;
  readonly isMultiline: boolean;
  /** What stands in the input at first; empty for a secret. */
  readonly value: () => string;
  readonly answer: (value: string) => void;
  /** Why the answer can't be taken; undefined when it can. */
  readonly error: (value: string) => string | undefined;
  /** What is worth a second look in it. */
  readonly hint: () => string | undefined;
}

/** The questions of a Connection's form, in its order. */
export function questionsOf(document: ConnectionDocument, what: 'all' | 'credentials'): Question[] {
  const texts = editorTexts(localize);
  const ofTexts =
    what === 'all'
      ? [
          textQuestion(document, 'name', texts.name, ''),
          textQuestion(document, 'description', texts.description, l10n.t('Can stay empty.')),
          textQuestion(document, 'referenceId', texts.referenceId, texts.referenceIdHelp),
        ]
      : [];
  return [...ofTexts, ...document.form.fields.map((field) => fieldQuestion(document, field, what))];
}

function textQuestion(document: ConnectionDocument, key: TextKey, label: string, prompt: string): Question {
  return {
    label,
    prompt,
    isSecret: false,
    isMultiline: false,
    value: () => document.draft[key],
    answer: (value) => document.editText(key, value),
    error: () => document.check()[key],
    hint: () => document.hints()[key]?.sentence,
  };
}

function fieldQuestion(
  document: ConnectionDocument,
  field: CredentialField,
  what: 'all' | 'credentials',
): Question {
  const { name, label, isRequired, isMultiline, help } = field;
  const { status, storedNames, plainValues } = document.credentials;
  const setOn = status.kind === 'stored' && storedNames.includes(name) ? status.setOn[name] : undefined;
  const isSecret = field.isSecret || (setOn !== undefined && !(name in plainValues));
  const isKept = isSecret && setOn !== undefined;
  // A new Connection can be registered for its name alone.
  const isNeeded = isRequired && what === 'credentials' && !isKept;
  const remark = isKept
    ? l10n.t('Set on {0}. Leave it empty to keep it.', formatDate(setOn))
    : isRequired
      ? ''
      : l10n.t('Can stay empty.');
  const changeTo = (value: string): FieldChange => {
    // To go on over what is stored sets nothing.
    if (isSecret ? value === '' : value === (plainValues[name] ?? '')) return { kind: 'keep' };
    return value === '' ? { kind: 'clear' } : { kind: 'replace', value };
  };
  return {
    label,
    prompt: [remark, help ?? ''].filter((part) => part !== '').join(' '),
    isSecret,
    // What a field of an Extension holds nobody knows.
    isMultiline: isMultiline ?? document.form.hasPlainChoice ?? false,
    value: () => {
      const change = document.draft.fields[name];
      if (change?.kind === 'replace') return change.value;
      return isSecret ? '' : (plainValues[name] ?? '');
    },
    answer: (value) => document.editField(name, changeTo(value)),
    error: (value) =>
      value === '' && isNeeded ? l10n.t('Enter a value for {0}.', label) : document.check()[fieldKey(name)],
    hint: () => document.hints()[fieldKey(name)]?.sentence,
  };
}
