import type { ConnectionFormSource } from './connectionForm';
import { documentParser } from './extensions';
import { secret, url } from './fieldKinds';

export const documentParsers: readonly ConnectionFormSource[] = [
  {
    extension: documentParser,
    type: 'AzureAIDocumentIntelligenceProvider',
    family: 'documents',
    label: (t) => t('Azure AI Document Intelligence'),
    fields: (t) => [secret('apiKey', t('API Key')), url('endpointUrl', t('Endpoint URL'), t)],
  },
];
