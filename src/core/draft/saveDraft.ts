import type { Connection } from '../connection/connection';
import type { ConnectionDocument } from './connectionDocument';
import type { FormSession } from './formSession';
import { contestedSentence } from './formState';
import { notSavedSentence } from './notSavedSentence';

/** What became of a save that a person or Auto Save asked for. */
export type DraftSave =
  | {
      readonly kind: 'saved';
      readonly connection: Connection;
      /** Whether more was typed while the save ran. */
      readonly isTouched: boolean;
      /** Asks about other Connections that hold an old value, where there are any. */
      readonly offerReplacement: (() => Promise<void>) | undefined;
    }
  /** Nothing, or not all, was stored, and the draft stays. Where there is a sentence, it says why. */
  | { readonly kind: 'kept'; readonly sentence?: string };

/** Drops a draft, in its forms too; gives whether more was typed meanwhile, which stays. */
export async function revertDraft(
  document: ConnectionDocument,
  forms: readonly FormSession[],
): Promise<{ readonly isTouched: boolean }> {
  await document.load();
  forms.forEach((form) => form.reset());
  return { isTouched: document.isTouched };
}

/** Saves of one kind, while they run: VS Code does not say of a save what it is for. */
export class RunningSaves {
  #running = 0;

  get areRunning(): boolean {
    return this.#running > 0;
  }

  async during(save: () => PromiseLike<unknown>): Promise<void> {
    this.#running++;
    try {
      await save();
    } finally {
      this.#running--;
    }
  }
}

/**
 * Saves a document, and shows the outcome in its forms. Auto Save moves no focus, and stores nothing that is half done.
 */
export async function saveDraft(
  document: ConnectionDocument,
  forms: readonly FormSession[],
  isAutoSave: boolean,
): Promise<DraftSave> {
  const { t } = document.words;
  // VS Code drops what became of a save once the next is asked for, so this one has to tell of both.
  await document.settled;
  if (isAutoSave && !document.isFitForAutoSave) {
    forms.forEach((form) => form.showErrors(document.check(), false));
    // A secret that is being typed is not finished; there is nothing to say.
    return document.secretHasFocus
      ? { kind: 'kept' }
      : { kind: 'kept', sentence: notSavedSentence(document) };
  }
  if (document.isOutdated) {
    await document.refresh();
    forms.forEach((form) => form.refresh());
    if (document.isContested) return kept(contestedSentence(t));
  }
  const outcome = await document.save();
  switch (outcome.kind) {
    case 'invalid':
      forms.forEach((form) => form.showErrors(outcome.errors, !isAutoSave));
      return { kind: 'kept' };
    case 'cancelled':
      return { kind: 'kept' };
    case 'refused':
      return kept(outcome.sentence);
    case 'saved':
      break;
  }
  const { isTouched } = document;
  for (const form of forms) {
    if (isTouched) form.refresh();
    else form.reset();
  }
  const { connection, offerReplacement } = outcome;
  return { kind: 'saved', connection, isTouched, offerReplacement };

  function kept(sentence: string): DraftSave {
    return { kind: 'kept', sentence: isAutoSave ? t('Not saved yet: {0}', sentence) : sentence };
  }
}
