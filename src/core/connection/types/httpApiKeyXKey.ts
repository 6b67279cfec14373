import type { ConnectionFormSource } from './connectionForm';
import { basicNodes } from './extensions';
import { secret } from './fieldKinds';

export const httpApiKeyXKey: ConnectionFormSource = {
  extension: basicNodes,
  type: 'http_apiKeyXKey',
  family: 'http',
  label: (t) => t('API Key (X-Api-Key)'),
  fields: (t) => [secret('authApiKey', t('API Key'))],
  sends: (t) => t('X-Api-Key: ‹API key›'),
};
