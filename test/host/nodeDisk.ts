import type { Disk } from '../../src/host/disk';
import { entriesOnDisk, readOnDisk, realPathOnDisk, statOnDisk } from '../../src/node/onDisk';

/** The disk that the extension has in Node, for services that a test puts together itself. */
export const nodeDisk: Disk = {
  stat: (uri) => statOnDisk(uri.fsPath),
  read: (uri) => readOnDisk(uri.fsPath),
  entries: (uri) => entriesOnDisk(uri.fsPath),
  realPath: (uri) => realPathOnDisk(uri.fsPath),
};
