import type { ConnectionFormSource } from './connectionForm';
import { secret } from './fieldKinds';

export const mongodb: ConnectionFormSource = {
  extension: '@cognigy/mongodb',
  type: 'mongodb',
  family: 'database',
  label: (t) => t('MongoDB'),
  fields: (t) => [
    secret('connectionString', t('Connection String'), {
      check: (value) =>
        /^mongodb(\+srv)?:\/\/./.test(value.trim())
          ? undefined
          : t('A connection string starts with mongodb:// or mongodb+srv://.'),
    }),
  ],
};
