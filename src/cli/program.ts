import { asString, isObject } from '../core/json/narrow';

/** What the program says of itself. */
export interface Program {
  readonly name: string;
  readonly version: string;
  /** The address of docs/problems.md; undefined while package.json names no repository. */
  readonly docs: string | undefined;
}

/** By its package.json. */
export function readProgram(manifest: unknown): Program {
  const { name, version, repository } = isObject(manifest) ? manifest : {};
  const url = asString(isObject(repository) ? repository.url : repository);
  const [, page] = /^(?:git\+)?(https:\/\/.+?)(?:\.git)?\/?$/.exec(url ?? '') ?? [];
  return {
    name: asString(name) ?? 'flow-connections',
    version: asString(version) ?? '0.0.0',
    docs: page === undefined ? undefined : `${page}/blob/HEAD/docs/problems.md`,
  };
}
