import type { ConnectionDocument } from './connectionDocument';

/** Why Auto Save left a draft unsaved, and what saves it: VS Code itself says nothing but the dirty dot. */
export function notSavedSentence(document: ConnectionDocument): string {
  const { name } = document.draft;
  const { t } = document.words;
  if (document.isContested) {
    return t(
      'Not saved yet: “{0}” was changed outside this editor. Press Save in the form to overwrite that.',
      name,
    );
  }
  const [error] = Object.values(document.check());
  if (error !== undefined) return t('Not saved yet: {0}', error);
  return t('Not saved yet: no credentials are entered. Press Save in the form to register “{0}”.', name);
}
