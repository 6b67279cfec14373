import type { FieldTexts } from '../text';
import { serviceFields } from './results';

/** Keys of the nodes for Microsoft SQL Server. */
export const mssqlFields: FieldTexts = {
  '': serviceFields,
  sqlRunQuery: {
    query: (t) => t('The SQL query.'),
  },
  sqlRunTransaction: {
    query: (t) => t('The SQL queries, without BEGIN TRANSACTION and COMMIT.'),
  },
  sqlRunStoredProcedure: {
    storedProcedure: (t) => t('The name of the stored procedure.'),
    inputs: (t) => t('The input parameters: a list of objects with name, value and type.'),
    outputs: (t) => t('The output parameters: a list of objects with name, value and type.'),
  },
};
