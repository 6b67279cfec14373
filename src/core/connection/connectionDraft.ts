import { toReferenceId } from '../flow/referenceId';
import type { Localize } from '../ports';
import { compareNames } from './connectionsFile';
import type { ConnectionForm, CredentialField, FieldHint } from './types/connectionForm';
import { freeField } from './types';

/** What becomes of a credential field on save. */
export type FieldChange =
  | { readonly kind: 'keep' }
  | { readonly kind: 'replace'; readonly value: string }
  | { readonly kind: 'clear' };

/** The content of the editor's form. A field that is not in `fields` is kept. */
export interface ConnectionDraft {
  readonly name: string;
  readonly description: string;
  /** As typed; empty asks for a temporary one. Only a new Connection's can be changed. */
  readonly referenceId: string;
  readonly fields: Readonly<Record<string, FieldChange>>;
  /** The fields that the user has marked as no secret, in any order; forms that know their fields ignore them. */
  readonly plainFields: readonly string[];
  /** The fields that the user has named, of a type whose fields are not known here. */
  readonly addedFields: readonly string[];
}

/** The parts of a draft that are text and no credential. */
export const textKeys = ['name', 'description', 'referenceId'] as const;
export type TextKey = (typeof textKeys)[number];

/** Sentences by the key of the input they belong to: `name`, `referenceId`, or `field:<fieldName>`. */
export type DraftErrors = Readonly<Record<string, string>>;

/** What may be saved and is worth a second look, by the same keys. */
export type DraftHints = Readonly<Record<string, FieldHint>>;

export interface DraftContext {
  readonly form: ConnectionForm;
  /** The credential fields that are stored already. */
  readonly storedFields: ReadonlySet<string>;
  readonly isNew: boolean;
  /** Whether a Reference ID names another Connection of the project; answers with its name. */
  readonly nameOfTaken: (referenceId: string) => string | undefined;
  /** The names of the project's other Connections. */
  readonly otherNames: readonly string[];
}

/** The platform's limits: connection names, field values, fields of a Connection and their names. */
const maximumNameLength = 200;
const maximumFieldLength = 10_000;
const maximumFieldCount = 10;
const fieldNames = /^[A-Za-z_$][0-9A-Za-z_$]*$/;
const forbiddenInNames = /[\\/:*?"<>|¥]/;

/** Everything that speaks against saving a draft; empty when it can be saved. */
export function checkDraft(draft: ConnectionDraft, context: DraftContext, t: Localize): DraftErrors {
  const errors: Record<string, string> = {};
  const nameError = checkName(draft.name.trim(), t);
  if (nameError !== undefined) errors.name = nameError;
  if (context.isNew) {
    const referenceIdError = checkReferenceId(draft.referenceId.trim(), context, t);
    if (referenceIdError !== undefined) errors.referenceId = referenceIdError;
  }
  const filled = filledFields(draft, context);
  for (const field of context.form.fields) {
    const change = draft.fields[field.name];
    const error =
      change?.kind === 'replace' && change.value !== ''
        ? checkValue(change.value, field, t)
        : field.isRequired && filled.size > 0 && !filled.has(field.name)
          ? t('Enter a value for {0}.', field.label)
          : undefined;
    if (error !== undefined) errors[fieldKey(field.name)] = error;
  }
  return errors;
}

/** What is worth a second look in a draft that may be saved all the same. */
export function hintsOf(draft: ConnectionDraft, context: DraftContext, t: Localize): DraftHints {
  const hints: Record<string, FieldHint> = {};
  const nameHint = hintOfName(draft.name.trim(), context.otherNames, t);
  if (nameHint !== undefined) hints.name = { sentence: nameHint };
  for (const field of context.form.fields) {
    const change = draft.fields[field.name];
    const hint = change?.kind === 'replace' && change.value !== '' ? field.hint?.(change.value) : undefined;
    if (hint) hints[fieldKey(field.name)] = hint;
  }
  return hints;
}

/** Says of a name that another Connection has it too, or one that differs in case alone; both are allowed. */
export function hintOfName(name: string, otherNames: readonly string[], t: Localize): string | undefined {
  const twin = otherNames.find((other) => compareNames(other.toLowerCase(), name.toLowerCase()) === 0);
  if (name === '' || twin === undefined) return undefined;
  return twin === name
    ? t('Another Connection of this project has this name too.')
    : t('Another Connection of this project is called “{0}”.', twin);
}

/**
 * The form as a draft has it: with the fields that the user has named and those that are stored, where the type's own
 * are not known here, and with what the user says is no secret.
 */
export function formInDraft(
  form: ConnectionForm,
  draft: ConnectionDraft,
  storedNames: readonly string[],
): ConnectionForm {
  if (!form.hasPlainChoice) return form;
  const names = form.isFree ? [...new Set([...storedNames, ...draft.addedFields])] : [];
  const fields = form.isFree ? names.map((name) => freeField(name, false)) : form.fields;
  return {
    ...form,
    fields: fields.map((field) => {
      const isPlain = draft.plainFields.includes(field.name);
      return { ...field, isSecret: !isPlain, isPlainByChoice: isPlain };
    }),
  };
}

/** Why a field of this name can't be added, as a sentence; undefined when it can. */
export function checkNewField(name: string, form: ConnectionForm, t: Localize): string | undefined {
  if (!fieldNames.test(name)) {
    return t('A field is named with letters, digits, _ and $, and starts with no digit, as in apiKey.');
  }
  // Every object has these already, so a value would get lost in one.
  if (name in Object.prototype) return t('A field can’t be called {0} here.', name);
  if (form.fields.some((field) => field.name === name)) return t('This field is there already.');
  if (form.fields.length < maximumFieldCount) return undefined;
  return t('Cognigy.AI takes at most {0} fields.', maximumFieldCount);
}

/** Whether nothing that is needed is missing: what Auto Save may store of a new Connection. */
export function isComplete(draft: ConnectionDraft, context: DraftContext): boolean {
  const filled = filledFields(draft, context);
  return (
    draft.name.trim() !== '' &&
    context.form.fields.every(({ name, isRequired }) => !isRequired || filled.has(name))
  );
}

/** Whether a draft differs from what is stored. */
export function isTouched(draft: ConnectionDraft, stored: ConnectionDraft): boolean {
  return (
    textKeys.some((key) => draft[key] !== stored[key]) ||
    !hasSameNames(draft.plainFields, stored.plainFields) ||
    Object.keys(touchedFields(draft, stored)).length > 0
  );
}

/** Whether what was changed in a draft was changed on the ground too, to something else. */
export function isContested(
  draft: ConnectionDraft,
  before: ConnectionDraft,
  after: ConnectionDraft,
): boolean {
  return textKeys.some(
    (key) => draft[key] !== before[key] && after[key] !== before[key] && after[key] !== draft[key],
  );
}

/** A draft on new ground: what was touched stays, all else is as the new ground has it. */
export function rebaseDraft(
  draft: ConnectionDraft,
  before: ConnectionDraft,
  after: ConnectionDraft,
): ConnectionDraft {
  const text = (key: TextKey) => (draft[key] === before[key] ? after[key] : draft[key]);
  return {
    name: text('name'),
    description: text('description'),
    referenceId: text('referenceId'),
    fields: touchedFields(draft, before),
    plainFields: hasSameNames(draft.plainFields, before.plainFields) ? after.plainFields : draft.plainFields,
    addedFields: draft.addedFields,
  };
}

/** Whether both name the same, in any order. */
export function hasSameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

function touchedFields(draft: ConnectionDraft, before: ConnectionDraft): Record<string, FieldChange> {
  const touched = Object.entries(draft.fields).filter(
    ([name, change]) => change.kind !== 'keep' && change !== before.fields[name],
  );
  return Object.fromEntries(touched);
}

/** The key of a credential field's input in `DraftErrors`. */
export function fieldKey(fieldName: string): string {
  return `field:${fieldName}`;
}

/**
 * The fields that would be set after a save. Credentials are all or nothing: a Connection may be registered for its
 * name alone, but once one field is filled in, the required ones must be.
 */
function filledFields(draft: ConnectionDraft, { form, storedFields }: DraftContext): ReadonlySet<string> {
  const isFilled = (name: string) => {
    const change = draft.fields[name] ?? { kind: 'keep' };
    return change.kind === 'replace' ? change.value !== '' : change.kind === 'keep' && storedFields.has(name);
  };
  return new Set(form.fields.map(({ name }) => name).filter(isFilled));
}

function checkValue(value: string, field: CredentialField, t: Localize): string | undefined {
  if (value.length <= maximumFieldLength) return field.check?.(value);
  return t('Cognigy.AI takes at most 10,000 characters. This value has {0}.', value.length);
}

/** Why a name, without white space around it, can't be taken, as a sentence. */
export function checkName(name: string, t: Localize): string | undefined {
  if (name === '') return t('Enter a name.');
  if (name.length > maximumNameLength)
    return t('Cognigy.AI takes at most 200 characters. This name has {0}.', name.length);
  const forbidden = forbiddenInNames.exec(name);
  return forbidden ? t('Cognigy.AI does not allow {0} in a name.', forbidden[0]) : undefined;
}

/** Why a Reference ID, without white space around it, can't be taken, as a sentence; empty is no mistake. */
export function checkReferenceId(
  referenceId: string,
  context: Pick<DraftContext, 'nameOfTaken'>,
  t: Localize,
): string | undefined {
  if (referenceId === '') return undefined;
  const valid = toReferenceId(referenceId);
  if (!valid)
    return t('A Reference ID looks like b2582db9-2bd7-4a35-94a3-fbbade0a581d. Copy it from Cognigy.AI.');
  const taken = context.nameOfTaken(valid);
  return taken === undefined ? undefined : t('“{0}” has this Reference ID already.', taken);
}
