import type { FileFacts, FlowPlace } from './fileFacts';
import type { FactsChange } from './factsChange';
import type { Project } from './projects';

/** A file that is another one than before; `self`: it says the same to all others. */
export interface ChangedFile {
  /** Relative to the workspace folder, as all paths here. */
  readonly path: string;
  readonly change: 'self' | Exclude<FactsChange, 'none'>;
}

/** What of a project is concerned. */
interface Circle {
  isAll: boolean;
  readonly files: Set<string>;
  readonly flows: Set<string>;
  /** Reference IDs of nodes that are called something else: whatever leads to them is concerned. */
  readonly nodes: Set<string>;
}

/** All files of a project that may have problems. */
export function validatedFiles({
  flows,
  file,
  connectionsPath,
  companions,
  ruleSettings,
}: Project): string[] {
  return [
    ...flows.keys(),
    ...(file ? [connectionsPath] : []),
    ...companions,
    ...(ruleSettings ? [ruleSettings.path] : []),
  ];
}

/** Whether a file is one of those of a project that may have problems. */
export function isValidatedIn(
  { flows, file, connectionsPath, companions, ruleSettings }: Project,
  path: string,
): boolean {
  if (flows.has(path) || companions.has(path)) return true;
  return (file !== undefined && path === connectionsPath) || path === ruleSettings?.path;
}

/** Settings and connections files that no project of the workspace folder reads, which is a problem of theirs. */
export function strayFiles(
  facts: ReadonlyMap<string, Pick<FileFacts, 'kind'>>,
  projects: readonly Project[],
): string[] {
  return [...facts].flatMap(([path, { kind }]) =>
    (kind === 'ruleSettings' || kind === 'connectionsFile') &&
    !projects.some((project) => isValidatedIn(project, path))
      ? [path]
      : [],
  );
}

/**
 * The files whose problems may be others now that some files of a workspace folder are, once each. `projects` are all
 * of the folder.
 */
export function concernedFiles(projects: readonly Project[], changes: readonly ChangedFile[]): string[] {
  const circles = new Map(
    projects.map((project): [Project, Circle] => [
      project,
      { isAll: false, files: new Set(), flows: new Set(), nodes: new Set() },
    ]),
  );
  for (const changed of changes) {
    const owner = projects.find(({ flows }) => flows.has(changed.path));
    if (owner) widen(circles.get(owner), owner, changed);
    // Whom a file that is no flow concerns can't be told.
    else for (const circle of circles.values()) circle.isAll = true;
  }
  return [...circles].flatMap(([project, circle]) => filesIn(project, circle));
}

function widen(circle: Circle | undefined, { flows }: Project, { path, change }: ChangedFile): void {
  const own = flows.get(path);
  if (!circle || !own) return;
  if (change === 'self') circle.files.add(path);
  else if (change === 'all' || own.place.kind !== 'flow') circle.isAll = true;
  else {
    circle.flows.add(flowKey(own.place));
    if (change !== 'names') return;
    for (const { referenceId } of own.outline.nodes) if (referenceId) circle.nodes.add(referenceId);
  }
}

function filesIn(project: Project, { isAll, files, flows, nodes }: Circle): string[] {
  if (isAll) return validatedFiles(project);
  return [...project.flows].flatMap(([path, { place, outline }]) =>
    files.has(path) ||
    (flows.size > 0 && flows.has(flowKey(place))) ||
    (nodes.size > 0 && [...outline.targets].some((target) => nodes.has(target)))
      ? [path]
      : [],
  );
}

/** Of two locales of a flow the same; of what is no chart by flow and locale its own. */
function flowKey(place: FlowPlace): string {
  return place.kind === 'flow' ? `${place.root}\n${place.flow}` : '';
}
