import { basicNodes } from './extensions';
import type { ConnectionFormSource } from './connectionForm';
import { password, username } from './fieldKinds';

export const httpBasic: ConnectionFormSource = {
  extension: basicNodes,
  type: 'http_basic',
  family: 'http',
  label: (t) => t('Basic Auth'),
  fields: (t) => [
    // RFC 7617: the first colon ends the user name.
    username(t, {
      check: (value) => (value.includes(':') ? t('A user name can’t hold a colon.') : undefined),
    }),
    password(t),
  ],
  sends: (t) => t('Authorization: Basic ‹Base64 of username:password›'),
};
