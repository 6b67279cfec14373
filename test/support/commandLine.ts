import { tmpdir } from 'node:os';
import { main, type Surroundings } from '../../src/cli/main';
import { shippedCatalog } from './catalog';

export interface CommandOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command line in this process writes to, and where it runs. */
export function surroundings(
  currentFolder: string,
  tooWide: readonly string[] = [tmpdir()],
  catalog = shippedCatalog(),
): { around: Surroundings; written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  const around: Surroundings = {
    currentFolder,
    tooWide,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    loadCatalog: () => Promise.resolve(catalog),
    environment: {},
    isTerminal: false,
    loadProgram: () => Promise.resolve({ name: 'flow-connections', version: '0.0.0', docs: undefined }),
  };
  return { around, written };
}

/** Runs the command line in this process. */
export async function runCommandLine(currentFolder: string, ...args: string[]): Promise<CommandOutput> {
  const { around, written } = surroundings(currentFolder);
  const exitCode = await main(args, around);
  return { exitCode, ...written };
}
