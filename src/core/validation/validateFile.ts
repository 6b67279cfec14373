import type { Catalog } from '../catalog/catalog';
import { knowledgeFor, nothingKnown } from '../connection/knowledge';
import { connectionUsage } from '../connection/projectConnections';
import type { Project } from '../connection/projects';
import type { NodeResults } from './nodeResults';
import type { Problem } from './problem';
import { toProblem } from './rule';
import type { FileContext } from './ruleContexts';
import { rules } from './rules';
import { applySettings, type RuleSettings } from './ruleSettings';
import { validateConnectionsFile } from './validateConnectionsFile';
import { validateFlow } from './validateFlow';

/** What a file is judged by. */
export interface FileJudge {
  readonly catalog: Catalog;
  readonly settings: RuleSettings;
  /** Of earlier versions of documents; see `NodeResults`. */
  readonly results?: NodeResults;
}

/**
 * All problems of a file of a project, or of one that belongs to none; `path` is the file's, relative to the workspace
 * folder. What concerns the file as a whole comes first.
 */
export function validateFile(
  file: FileContext,
  path: string,
  project: Project | undefined,
  { catalog, settings, results }: FileJudge,
): Problem[] {
  const { place, document } = file;
  const knowledge = project ? knowledgeFor(project, path) : nothingKnown;
  const problems = problemsOfFile(file, knowledge.isClone, settings);
  if (place.kind === 'flow' || place.kind === 'packageNode' || place.kind === 'packageChart') {
    return [...problems, ...validateFlow(document, catalog, knowledge, settings, results)];
  }
  if (place.kind !== 'connectionsFile' || !project) return problems;
  return [...problems, ...validateConnectionsFile(document, catalog, connectionUsage(project), settings)];
}

/** What concerns a file as a whole. */
export function problemsOfFile(
  file: FileContext,
  isClone: boolean | undefined,
  settings: RuleSettings,
): Problem[] {
  const findings = fileRules.flatMap((rule) => rule(file));
  return applySettings(
    findings.map((finding) => toProblem(finding, isClone)),
    settings,
  );
}

const fileRules = rules.flatMap(({ ofFile }) => ofFile ?? []);
