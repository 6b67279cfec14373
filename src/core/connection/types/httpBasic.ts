import { coreExtension, type ConnectionFormSource } from './connectionForm';

const key = { extension: coreExtension, type: 'http_basic' };

export const httpBasic: ConnectionFormSource = {
  ...key,
  build: (t) => ({
    ...key,
    label: t('Basic Auth'),
    fields: [
      {
        name: 'username',
        label: t('Username'),
        isRequired: true,
        isSecret: false,
        // RFC 7617: the first colon ends the user name.
        check: (value) => (value.includes(':') ? t('A user name can’t hold a colon.') : undefined),
      },
      { name: 'password', label: t('Password'), isRequired: true, isSecret: true },
    ],
    sends: t('Authorization: Basic ‹Base64 of username:password›'),
  }),
};
