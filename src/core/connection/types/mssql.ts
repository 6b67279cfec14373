import type { ConnectionFormSource } from './connectionForm';
import { host, password, plain, port, username } from './fieldKinds';

export const mssql: ConnectionFormSource = {
  extension: '@cognigy/mssql',
  type: 'mssql',
  family: 'database',
  label: (t) => t('MSSQL'),
  fields: (t) => [host(t), port(t), plain('database', t('Database')), username(t), password(t)],
};
