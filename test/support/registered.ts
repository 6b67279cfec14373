import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { basicAuth } from './memoryProject';

export { basicAuth };

/** Reference IDs of Connections that a test registers, in their order. */
export const registeredId = (i: number) => `b2582db9-2bd7-4a35-94a3-fbbade0a58${String(i).padStart(2, '0')}`;

/** Writes the connections file of a folder, each Connection with a Reference ID unless it has one. */
export function registered(...connections: readonly object[]): (folder: string) => void {
  return (folder) => {
    const entries = connections.map((connection, i) => ({ referenceId: registeredId(i), ...connection }));
    const file = { version: 1, id: '9d0c5c4e-3a0c-4a6e-9a0e-0d7a4c1d6f11', connections: entries };
    mkdirSync(join(folder, '.cognigy'), { recursive: true });
    writeFileSync(join(folder, '.cognigy', 'connections.json'), JSON.stringify(file, undefined, 2));
  };
}
