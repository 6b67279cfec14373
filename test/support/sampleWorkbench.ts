import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFolder } from './fixture';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

/** An entry of the connections file, as far as the tests ask for it. */
export interface ConnectionEntry {
  readonly referenceId: string;
  readonly name: string;
  readonly description?: string;
  readonly temporary?: boolean;
}

/** A workbench for all tests of a suite, on a copy of the sample project. */
export interface SampleWorkbench {
  /** There once the suite has begun. */
  readonly workbench: Workbench;
  /** The absolute path of a file of the project. */
  readonly file: (...path: readonly string[]) => string;
  /** The entries of the project's connections file, as it is on disk now. */
  readonly connections: () => ConnectionEntry[];
  readonly press: (keys: string) => Promise<void>;
  /** Selects the first place of a text in the editor that has the focus. */
  readonly goToText: (text: string) => Promise<void>;
}

/** Opens it before the suite's tests and closes it after them. */
export function useSampleWorkbench(options: Omit<WorkbenchOptions, 'folder'> = {}): SampleWorkbench {
  let folder: ReturnType<typeof copyFolder> | undefined;
  let workbench: Workbench | undefined;
  const opened = () => {
    if (!workbench || !folder) throw new Error('The suite has not begun.');
    return { workbench, folder };
  };
  before(async () => {
    folder = copyFolder('media/sample');
    workbench = await openWorkbench({ ...options, folder: folder.path });
  });
  after(async () => {
    await workbench?.close();
    folder?.remove();
  });
  const press = (keys: string) => opened().workbench.page.keyboard.press(keys);
  const file = (...path: readonly string[]) => join(opened().folder.path, ...path);
  return {
    get workbench() {
      return opened().workbench;
    },
    file,
    connections: () => {
      const text = readFileSync(file('.cognigy', 'connections.json'), 'utf8');
      return (JSON.parse(text) as { connections: ConnectionEntry[] }).connections;
    },
    press,
    goToText: (text) => opened().workbench.goToText(text),
  };
}
