import * as vscode from 'vscode';
import { isObject } from '../core/json/narrow';

/** What a file holds in the last commit; undefined without Git, outside a repository, and for a new file. */
export async function readFromHead(uri: vscode.Uri): Promise<string | undefined> {
  const repository = await findRepository(uri);
  const show = repository?.show;
  if (typeof show !== 'function') return undefined;
  try {
    const text: unknown = await (show as (ref: string, path: string) => unknown).call(
      repository,
      'HEAD',
      uri.fsPath,
    );
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** By the programming interface of VS Code's own Git extension, version 1. */
async function findRepository(uri: vscode.Uri): Promise<Record<string, unknown> | undefined> {
  const extension = vscode.extensions.getExtension<unknown>('vscode.git');
  const exported = await extension?.activate().then(undefined, () => undefined);
  const api = call(exported, 'getAPI', 1);
  const repository = call(api, 'getRepository', uri);
  return isObject(repository) ? repository : undefined;
}

function call(target: unknown, method: string, argument: unknown): unknown {
  const callee = isObject(target) ? target[method] : undefined;
  if (typeof callee !== 'function') return undefined;
  try {
    return (callee as (argument: unknown) => unknown).call(target, argument);
  } catch {
    return undefined;
  }
}
