import type { Localize } from '../../ports';
import type { ConnectionFormSource } from './connectionForm';
import { generativeAi } from './extensions';
import { plain, secret, url } from './fieldKinds';
import { googleServiceAccount } from './googleServiceAccount';

const apiKey = (t: Localize) => secret('apiKey', t('API Key'));

export const languageModelProviders: readonly ConnectionFormSource[] = [
  provider(
    'OpenAIProvider',
    (t) => t('OpenAI'),
    (t) => [apiKey(t)],
  ),
  provider(
    'AzureOpenAIProviderV2',
    (t) => t('Azure OpenAI'),
    (t) => [apiKey(t)],
  ),
  provider(
    'azureOpenAIProviderOauth2',
    (t) => t('Azure OpenAI (OAuth2)'),
    (t) => [
      secret('clientId', t('Client ID')),
      secret('clientSecret', t('Client Secret')),
      url('oauthUrl', t('Token URL'), t),
      plain('scope', t('Scope'), { help: t('Separate several with a space.') }),
    ],
  ),
  provider(
    'AnthropicProvider',
    (t) => t('Anthropic'),
    (t) => [apiKey(t)],
  ),
  {
    ...provider('GoogleVertexAIProvider', (t) => t('Google Vertex AI'), googleServiceAccount),
    takesServiceAccount: true,
  },
  provider(
    'AwsBedrockProvider',
    (t) => t('AWS Bedrock'),
    (t) => [secret('accessKeyId', t('Access Key ID')), secret('secretAccessKey', t('Secret Access Key'))],
  ),
  provider(
    'AlephAlphaProvider',
    (t) => t('Aleph Alpha'),
    (t) => [secret('token', t('Token'))],
  ),
  provider(
    'AzureOpenAIProvider',
    (t) => t('Azure OpenAI (before 4.82)'),
    (t) => [
      apiKey(t),
      secret('resourceName', t('Resource Name')),
      secret('deploymentName', t('Deployment Name')),
      plain('apiVersion', t('API Version'), { isRequired: false }),
    ],
  ),
];

function provider(
  type: string,
  label: ConnectionFormSource['label'],
  fields: ConnectionFormSource['fields'],
): ConnectionFormSource {
  return { extension: generativeAi, type, family: 'languageModel', label, fields };
}
