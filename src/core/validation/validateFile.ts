import type { Catalog } from '../catalog/catalog';
import { knowledgeFor, nothingKnown } from '../connection/knowledge';
import { connectionUsage } from '../connection/projectConnections';
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

/** A file to judge; what the rules need to know besides comes from its project. */
export type FileToJudge = Omit<FileContext, 'codes'>;

/** All problems of a file. What concerns it as a whole comes first. */
export function validateFile(file: FileToJudge, { catalog, settings, results }: FileJudge): Problem[] {
  const { place, path, document, project } = file;
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
  file: FileToJudge,
  isClone: boolean | undefined,
  settings: RuleSettings,
): Problem[] {
  const context = { ...file, codes };
  const findings = fileRules.flatMap((rule) => rule(context));
  return applySettings(
    findings.map((finding) => toProblem(finding, isClone)),
    settings,
  );
}

const codes = rules.map(({ code }) => code);
const fileRules = rules.flatMap(({ ofFile }) => ofFile ?? []);
