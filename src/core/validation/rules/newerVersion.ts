import { readConnectionsFile } from '../../connection/connectionsFile';
import { defineRule } from '../rule';

export const newerVersion = defineRule({
  code: 'newer-version',
  severity: 'info',
  sentence: 'A newer version of Flow Connections wrote this file. This version doesn’t change it.',
  reason:
    'The `version` of the connections file is newer than the one that this version of Flow Connections writes.',
  wayOut: 'Update Flow Connections.',
  ofConnectionsFile: ({ document }, found) =>
    readConnectionsFile(document.text).trouble?.kind === 'newerVersion' ? [found({ path: ['version'] })] : [],
});
