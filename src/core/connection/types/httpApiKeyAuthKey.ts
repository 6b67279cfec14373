import type { ConnectionFormSource } from './connectionForm';
import { basicNodes } from './extensions';
import { secret } from './fieldKinds';

export const httpApiKeyAuthKey: ConnectionFormSource = {
  extension: basicNodes,
  type: 'http_apiKeyAuthKey',
  family: 'http',
  label: (t) => t('API Key (Authorization)'),
  fields: (t) => [
    secret('authApiKey', t('API Key'), {
      hint: (value) => {
        const surplus = /^\s*ApiKey\s+/i.exec(value)?.[0].length;
        return surplus === undefined
          ? undefined
          : { sentence: t('Cognigy.AI adds the word ApiKey itself.'), surplus };
      },
    }),
  ],
  sends: (t) => t('Authorization: ApiKey ‹API key›'),
};
