import * as vscode from 'vscode';
import type { Logger, RandomSource } from '../core/ports';
import { decodeUtf8 } from './decodeUtf8';
import { readIfThere } from './readIfThere';
import type { ReplaceFile } from './replaceFile';

/**
 * The id of the machine that the extension host runs on: random, and kept in a file beside what else the extension
 * keeps there. Two containers have folders of the same URI, and VS Code does not say which one it is in
 * (`env.remoteAuthority` is proposed API). Without the file the id lasts as long as the host.
 */
export async function readMachineId(
  storage: vscode.Uri,
  { replaceFile, random, log }: { replaceFile: ReplaceFile; random: RandomSource; log: Logger },
): Promise<string> {
  const file = vscode.Uri.joinPath(storage, 'machine');
  const made = random.uuid();
  const read = async () => {
    const text = decodeUtf8((await readIfThere(file)) ?? new Uint8Array())?.trim() ?? '';
    return /^[\w-]+$/.test(text) ? text : undefined;
  };
  try {
    const known = await read();
    if (known !== undefined) return known;
    await vscode.workspace.fs.createDirectory(storage);
    await replaceFile(file, await readIfThere(file), new TextEncoder().encode(made));
    // Another window may have been first.
    return (await read()) ?? made;
  } catch (error) {
    log.error('The id of this machine', error);
    return made;
  }
}
