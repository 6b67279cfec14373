import type { ConnectionFormSource } from './connectionForm';
import { speech } from './extensions';
import { optional, region, secret } from './fieldKinds';
import { googleServiceAccount } from './googleServiceAccount';

export const speechProviders: readonly ConnectionFormSource[] = [
  {
    extension: speech,
    type: 'MicrosoftSpeechProvider',
    family: 'speech',
    label: (t) => t('Microsoft Speech'),
    fields: (t) => [secret('apiKey', t('API Key')), region(t, optional)],
  },
  {
    extension: speech,
    type: 'GoogleSpeechProvider',
    family: 'speech',
    label: (t) => t('Google Speech'),
    fields: googleServiceAccount,
    takesServiceAccount: true,
  },
  {
    extension: speech,
    type: 'AWSSpeechProvider',
    family: 'speech',
    label: (t) => t('AWS Speech'),
    fields: (t) => [
      secret('accessKeyId', t('Access Key ID')),
      secret('secretAccessKey', t('Secret Access Key')),
      secret('sessionToken', t('Session Token'), optional),
      region(t, optional),
    ],
  },
];
