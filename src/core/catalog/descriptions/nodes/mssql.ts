import type { NodeTypeTexts } from '../text';

/** Microsoft SQL Server. */
export const mssqlNodes: NodeTypeTexts = {
  sqlRunQuery: {
    title: (t) => t('Run Query'),
    description: (t) => t('Runs a query on a Microsoft SQL Server and stores the result.'),
  },
  sqlRunStoredProcedure: {
    title: (t) => t('Run Stored Procedure'),
    description: (t) => t('Runs a stored procedure on a Microsoft SQL Server and stores the result.'),
  },
  sqlRunTransaction: {
    title: (t) => t('Run Transaction'),
    description: (t) => t('Runs a query on a Microsoft SQL Server as one transaction.'),
  },
};
