import type { Catalog } from '../core/catalog/catalog';
import { describeConnectionsFileTrouble, describeFlowFileTrouble } from '../core/connection/describeTrouble';
import { readFileFacts, unreadFileFacts, type FileFacts } from '../core/connection/fileFacts';
import { knowledgeFor } from '../core/connection/knowledge';
import { resolveProjects, type Project } from '../core/connection/projects';
import { english } from '../core/english';
import { baseName, parentFolder, placeOf } from '../core/flow/filePlace';
import { JsonDocument } from '../core/json/jsonDocument';
import { toPointer } from '../core/json/jsonPath';
import { LineIndex } from '../core/json/lineIndex';
import { describeProblem } from '../core/validation/describeProblem';
import type { Problem } from '../core/validation/problem';
import {
  defaultRuleSettings,
  describeSettingsTrouble,
  readValidationSettings,
  type RuleSettings,
} from '../core/validation/ruleSettings';
import { problemRange } from '../core/validation/problemRange';
import { validateFlow } from '../core/validation/validateFlow';
import type { TextSource } from './textSource';

/** A problem as the command line prints it; lines and columns are 1-based, columns in UTF-16 code units. */
export interface ReportedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly nodeId: string | null;
  /** JSON Pointer of the value at fault. */
  readonly pointer: string;
}

export interface Report {
  /** Flow files checked. */
  files: number;
  nodes: number;
  problems: ReportedProblem[];
  /** A sentence for each file that could not be read as what it should be. */
  unreadable: string[];
}

/** Validates every flow file of the sources. */
export async function validateSources(sources: readonly TextSource[], catalog: Catalog): Promise<Report> {
  const report: Report = { files: 0, nodes: 0, problems: [], unreadable: [] };
  for (const source of sources) {
    const facts = await readAllFacts(source, catalog, report);
    for (const project of resolveProjects(facts, source.name)) {
      reportConnectionsFile(source, project, report);
      await validateProject(source, project, catalog, report);
    }
  }
  return report;
}

async function readAllFacts(
  source: TextSource,
  catalog: Catalog,
  report: Report,
): Promise<Map<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  for (const path of source.paths) {
    const place = placeOf(path);
    if (!place) continue;
    const read = await source.read(path).then(
      (text) => readFileFacts(place, text, catalog),
      (error: unknown) => unreadFileFacts(place, { kind: isFolderError(error) ? 'notAFile' : 'failed' }),
    );
    if (read) facts.set(path, read);
  }
  for (const path of source.only ?? []) {
    if (!facts.has(path)) report.unreadable.push(`${source.display(path)}: not a flow file.`);
  }
  return facts;
}

function isFolderError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EISDIR';
}

function reportConnectionsFile(source: TextSource, project: Project, report: Report): void {
  const trouble = project.file?.trouble;
  // What a newer version wrote is known all the same.
  if (!trouble || trouble.kind === 'newerVersion') return;
  const sentence = describeConnectionsFileTrouble(baseName(project.connectionsPath), trouble, english);
  report.unreadable.push(
    `${source.display(project.connectionsPath)}: ${sentence} Reference IDs that it does not name were not judged.`,
  );
}

async function validateProject(
  source: TextSource,
  project: Project,
  catalog: Catalog,
  report: Report,
): Promise<void> {
  const settings = await readSettings(source, project, report);
  for (const [path, flow] of project.flows) {
    if (source.only && !source.only.has(path)) continue;
    const file = source.display(path);
    if (flow.trouble) {
      report.unreadable.push(`${file}: ${describeFlowFileTrouble(flow.trouble, english)}.`);
      continue;
    }
    report.files++;
    report.nodes += flow.nodes;
    const document = new JsonDocument(await source.read(path));
    const problems = validateFlow(document, catalog, knowledgeFor(project, path), settings);
    if (problems.length === 0) continue;
    const lines = new LineIndex(document.text);
    report.problems.push(...problems.map((problem) => toReported(problem, file, document, lines)));
  }
}

/** The settings beside the connections file; the defaults where there are none. */
async function readSettings(source: TextSource, project: Project, report: Report): Promise<RuleSettings> {
  const path = `${parentFolder(project.connectionsPath)}/validation.json`;
  const text = await source.read(path).catch(() => '');
  if (text === '') return defaultRuleSettings;
  const { settings, troubles } = readValidationSettings(text);
  report.unreadable.push(
    ...troubles.map((trouble) => `${source.display(path)}: ${describeSettingsTrouble(trouble, english)}`),
  );
  return settings;
}

function toReported(
  problem: Problem,
  file: string,
  document: JsonDocument,
  lines: LineIndex,
): ReportedProblem {
  const range = problemRange(problem, document);
  const start = lines.at(range.offset);
  const end = lines.at(range.offset + range.length);
  const sentence = describeProblem(problem, english);
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity: problem.severity === 'hint' ? 'info' : problem.severity,
    code: problem.code,
    message: problem.nodeLabel === '' ? sentence : `${problem.nodeLabel}: ${sentence}`,
    nodeId: problem.nodeId ?? null,
    pointer: toPointer(problem.path),
  };
}
