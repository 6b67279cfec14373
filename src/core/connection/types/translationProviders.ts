import type { ConnectionFormSource } from './connectionForm';
import { translation } from './extensions';
import { optional, region, secret } from './fieldKinds';

export const translationProviders: readonly ConnectionFormSource[] = [
  {
    extension: translation,
    type: 'DeepLTranslationProvider',
    family: 'translation',
    label: (t) => t('DeepL'),
    fields: (t) => [secret('apiKey', t('API Key'))],
  },
  {
    extension: translation,
    type: 'MicrosoftTranslationProvider',
    family: 'translation',
    label: (t) => t('Microsoft Translator'),
    fields: (t) => [secret('apiKey', t('API Key')), region(t, optional)],
  },
  {
    extension: translation,
    type: 'GoogleTranslationProvider',
    family: 'translation',
    label: (t) => t('Google Translate'),
    fields: (t) => [secret('apiKey', t('API Key'))],
  },
];
