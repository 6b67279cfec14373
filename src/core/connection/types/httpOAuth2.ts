import type { ConnectionFormSource } from './connectionForm';
import { basicNodes } from './extensions';
import { plain, secret, url } from './fieldKinds';

export const httpOAuth2: ConnectionFormSource = {
  extension: basicNodes,
  type: 'http_oauth2',
  family: 'http',
  label: (t) => t('OAuth2'),
  fields: (t) => [
    url('oAuth2Url', t('Token URL'), t),
    secret('oAuth2ClientId', t('Client ID')),
    secret('oAuth2ClientSecret', t('Client Secret')),
    plain('oAuth2Scope', t('Scope'), { isRequired: false, help: t('Separate several with a space.') }),
  ],
  sends: (t) => t('POST ‹token URL›, then Authorization: Bearer ‹access token›'),
};
