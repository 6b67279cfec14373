import { isWithin, joinPath } from '../flow/filePlace';
import { asString, isObject } from '../json/narrow';

/** Where the CLI keeps an agent that its config names no folder for. */
const defaultAgentDir = './agent';

/** A config file of the CLI, one for each environment; of what is in it the API key is nobody's business here. */
export interface CliConfig {
  readonly fileName: string;
  /** The project's ID. */
  readonly agent: string;
  readonly agentDir: string;
}

/** The names of config files that can be typed into any shell as they are. */
export const cliConfigNames = /^config(\.[\w-]+)*\.json$/;

/** By the JSON of the file; undefined for another one. */
export function toCliConfig(fileName: string, value: unknown): CliConfig | undefined {
  const agent = isObject(value) ? asString(value.agent) : undefined;
  if (!isObject(value) || agent === undefined) return undefined;
  return { fileName, agent, agentDir: asString(value.agentDir) ?? defaultAgentDir };
}

/** Those whose agentDir holds one of these flow files; all of them where none does. Paths are as `folder`'s. */
export function configsOf(
  configs: readonly CliConfig[],
  folder: string,
  flowPaths: readonly string[],
): readonly CliConfig[] {
  const own = configs.filter(({ agentDir }) => {
    const held = joinPath(folder, agentDir);
    return held !== undefined && flowPaths.some((path) => isWithin(held, path));
  });
  return own.length > 0 ? own : configs;
}
