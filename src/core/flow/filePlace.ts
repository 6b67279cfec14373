/**
 * What a file is, judged by its place alone. Roots are folders: the CLI's agentDir, the folder of an unzipped package.
 * All paths are relative to the workspace folder, with `/` between names and no `/` at either end; `''` is the folder
 * itself.
 */
export type FilePlace =
  | {
      readonly kind: 'flow';
      readonly root: string | undefined;
      readonly flow: string;
      readonly locale?: string;
      /** True where nothing but the user's own glob says so: what has no known shape there is some other file. */
      readonly isChosen?: true;
    }
  | { readonly kind: 'packageNode' | 'packageChart'; readonly root: string }
  /** What names a flow: the CLI's `config.json` beside its locales, a package's `flow/<id>`. */
  | { readonly kind: 'flowResource'; readonly root: string }
  | { readonly kind: 'locales' | 'intents'; readonly root: string }
  | { readonly kind: 'connectionResource'; readonly root: string }
  | { readonly kind: 'llmResource'; readonly root: string; readonly name: string }
  | { readonly kind: 'connectionsFile'; readonly folder: string; readonly name: string | undefined }
  | { readonly kind: 'ruleSettings' }
  | { readonly kind: 'gitignore' }
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'cliConfig'; readonly folder: string };

const chart = /^(?:(.*)\/)?flows\/([^/]+)\/([^/]+)\/chart\.json$/;
const flowFile = /^(?:.*\/)?([^/]+)\.flow\.json$/;
const packageNode = /^(?:(.*)\/)?nodeData\/[0-9a-f]{24}$/;
const packageChart = /^(?:(.*)\/)?chart\/[0-9a-f]{24}$/;
const flowResource = /^(?:(.*)\/)?(?:flows\/[^/]+\/config\.json|flow\/[0-9a-f]{24})$/;
const locales = /^(?:(.*)\/)?flows\/locales\.json$/;
const intents = /^(?:(.*)\/)?flows\/[^/]+\/[^/]+\/intents\.json$/;
const packageConnection = /^(?:(.*)\/)?connection\/[0-9a-f]{24}$/;
const connectionResource = /^(?:(.*)\/)?connections\/[^/]+\.json$/;
const llmResource = /^(?:(.*)\/)?largelanguagemodels\/([^/]+)\.json$/;
const connectionsFile = /^(?:(.*)\/)?\.cognigy\/connections(?:\.([^/]+))?\.json$/;
const ruleSettings = /^(?:.*\/)?\.cognigy\/validation\.json$/;
const gitignore = /^(?:.*\/)?\.gitignore$/;
const snapshot = /\.csnap$/i;
const cliConfig = /^(?:(.*)\/)?config(?:\.[^/]+)?\.json$/;
const otherConfig = /(?:^|\/)(?:endpoints|lexicons|aiAgents)\/[^/]+\/config\.json$/;

/** Every place that matters, as globs from a workspace folder: what a host searches and watches. */
export const placeGlobs = [
  '**/flows/*/*/chart.json',
  '**/*.flow.json',
  '**/nodeData/*',
  '**/chart/*',
  '**/flow/*',
  '**/flows/locales.json',
  '**/flows/*/*/intents.json',
  '**/connection/*',
  '**/connections/*.json',
  '**/largelanguagemodels/*.json',
  '**/.cognigy/connections*.json',
  '**/.cognigy/validation.json',
  '**/.gitignore',
  '**/*.csnap',
  '**/config.json',
  '**/config.*.json',
] as const;

/** Tells what a file is by its path: `placeOf`, or one that knows of more flow files (`createPlaces`). */
export type PlaceOf = (path: string) => FilePlace | undefined;

/** Folders that never hold flows and often hold very much else. */
export const skippedFolders: readonly string[] = ['node_modules', '.git'];

export function placeOf(path: string): FilePlace | undefined {
  if (path.split('/').some((name) => skippedFolders.includes(name))) return undefined;
  let match = connectionsFile.exec(path);
  if (match) return { kind: 'connectionsFile', folder: match[1] ?? '', name: match[2] };
  match = chart.exec(path);
  if (match) {
    const [, root = '', flow = '', locale = ''] = match;
    // `flows/<Flow>/chart/chart.json` is the embedded shape, which has no locales.
    return { kind: 'flow', root, flow, ...(locale !== 'chart' && { locale }) };
  }
  match = flowFile.exec(path);
  if (match) return { kind: 'flow', root: undefined, flow: match[1] ?? '' };
  match = packageNode.exec(path);
  if (match) return { kind: 'packageNode', root: match[1] ?? '' };
  match = packageConnection.exec(path) ?? connectionResource.exec(path);
  if (match) return { kind: 'connectionResource', root: match[1] ?? '' };
  match = llmResource.exec(path);
  if (match) return { kind: 'llmResource', root: match[1] ?? '', name: match[2] ?? '' };
  if (ruleSettings.test(path)) return { kind: 'ruleSettings' };
  if (gitignore.test(path)) return { kind: 'gitignore' };
  if (snapshot.test(path)) return { kind: 'snapshot' };
  for (const [kind, pattern] of [
    ['packageChart', packageChart],
    ['flowResource', flowResource],
    ['locales', locales],
    ['intents', intents],
  ] as const) {
    match = pattern.exec(path);
    if (match) return { kind, root: match[1] ?? '' };
  }
  if (otherConfig.test(path)) return undefined;
  match = cliConfig.exec(path);
  return match ? { kind: 'cliConfig', folder: match[1] ?? '' } : undefined;
}

/** Whether a folder holds a path, or is it; `''` holds everything. */
export function isWithin(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

export function parentFolder(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins a folder and a relative path as the CLI's `agentDir` has it (`./agent`, `a\\b`); undefined when it leads out. */
export function joinPath(folder: string, relative: string): string | undefined {
  const names = folder === '' ? [] : folder.split('/');
  for (const name of relative.replaceAll('\\', '/').split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return /^([A-Za-z]:|[\\/])/.test(relative) ? undefined : names.join('/');
}
