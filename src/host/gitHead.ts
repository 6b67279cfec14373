import * as vscode from 'vscode';
import { asString, isObject } from '../core/json/narrow';

/** The last commit of the repository that a file is in. */
export interface GitHead {
  /** Undefined where Git does not tell. */
  readonly commit: string | undefined;
  /** What the file holds in it; undefined for a new file. Starts a process. */
  readonly read: () => Promise<string | undefined>;
}

/** Undefined without Git, and outside a repository. */
export async function findGitHead(uri: vscode.Uri): Promise<GitHead | undefined> {
  const repository = await findRepository(uri);
  const show = repository?.show;
  if (!repository || typeof show !== 'function') return undefined;
  const head = isObject(repository.state) ? repository.state.HEAD : undefined;
  return {
    commit: isObject(head) ? asString(head.commit) : undefined,
    read: async () => {
      try {
        const shown = (show as (ref: string, path: string) => unknown).call(repository, 'HEAD', uri.fsPath);
        return asString(await shown);
      } catch {
        return undefined;
      }
    },
  };
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
