import type { Catalog } from '../core/catalog/catalog';
import { describeConnectionsFileTrouble, describeFileTrouble } from '../core/connection/describeTrouble';
import type { FileTrouble } from '../core/connection/fileFacts';
import { resolveProjects, type Project } from '../core/connection/projects';
import { english } from '../core/english';
import { baseName, parentFolder } from '../core/flow/filePlace';
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
import { validateFile } from '../core/validation/validateFile';
import { brokenAskedFor, isAskedFor } from './isAskedFor';
import { readAllFacts } from './readAllFacts';
import type { OpenedSources, TextSource } from './textSource';
import { onOneLine } from '../core/shownText';

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
export async function validateSources(
  { sources, unreadable }: OpenedSources,
  catalog: Catalog,
): Promise<Report> {
  const report: Report = { files: 0, nodes: 0, problems: [], unreadable: [...unreadable] };
  for (const source of sources) {
    const facts = await readAllFacts(source, catalog, report.unreadable);
    for (const project of resolveProjects(facts, source.name)) {
      if (!isAskedFor(project, source)) continue;
      reportDeclarations(source, project, report);
      await validateProject(source, project, catalog, report);
    }
  }
  return report;
}

/** What declares Connections and can't be read: IDs that nobody else declares are not judged then. */
function reportDeclarations(source: TextSource, project: Project, report: Report): void {
  const say = (path: string, sentence: string) =>
    report.unreadable.push(`${source.display(path)}: ${sentence} Reference IDs were not judged by it.`);
  for (const { path, trouble } of brokenAskedFor(project, source))
    say(path, `${describeFileTrouble(trouble, english)}.`);
  const trouble = project.file?.trouble;
  // What a newer version wrote is known all the same.
  if (!trouble || trouble.kind === 'newerVersion') return;
  say(
    project.connectionsPath,
    describeConnectionsFileTrouble(baseName(project.connectionsPath), trouble, english),
  );
}

async function validateProject(
  source: TextSource,
  project: Project,
  catalog: Catalog,
  report: Report,
): Promise<void> {
  const settings = readSettings(source, project, report);
  const isAsked = (path: string) => source.only?.has(path) ?? true;
  const judge = async (path: string) => {
    const place = source.placeOf(path);
    if (!place) return;
    const document = new JsonDocument(await source.read(path));
    const file = { place, document, isCheckedByEditor: false };
    const problems = validateFile(file, path, project, { catalog, settings });
    report.problems.push(...toReported(problems, source.display(path), document));
  };
  if (project.file && isAsked(project.connectionsPath)) await judge(project.connectionsPath);
  for (const [path, flow] of project.flows) {
    if (!isAsked(path)) continue;
    if (flow.trouble && !isJudged(flow.trouble)) {
      report.unreadable.push(`${source.display(path)}: ${describeFileTrouble(flow.trouble, english)}.`);
      continue;
    }
    report.files++;
    report.nodes += flow.nodes;
    await judge(path);
  }
}

/** What the checks of the flow itself say. */
function isJudged({ kind }: FileTrouble): boolean {
  return kind === 'syntax' || kind === 'empty' || kind === 'tooDeep';
}

/** The settings beside the connections file; the defaults where there are none. */
function readSettings(source: TextSource, project: Project, report: Report): RuleSettings {
  if (project.ruleSettings === undefined) return defaultRuleSettings;
  const path = `${parentFolder(project.connectionsPath)}/validation.json`;
  const { settings, troubles } = readValidationSettings(project.ruleSettings);
  report.unreadable.push(
    ...troubles.map((trouble) => `${source.display(path)}: ${describeSettingsTrouble(trouble, english)}`),
  );
  return settings;
}

function toReported(problems: readonly Problem[], file: string, document: JsonDocument): ReportedProblem[] {
  if (problems.length === 0) return [];
  const lines = new LineIndex(document.text);
  return problems.map((problem) => {
    const range = problemRange(problem, document);
    const start = lines.at(range.offset);
    const end = lines.at(range.offset + range.length);
    const sentence = describeProblem(problem, english);
    const label = onOneLine(problem.nodeLabel);
    return {
      ...{ file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
      severity: problem.severity === 'hint' ? 'info' : problem.severity,
      code: problem.code,
      // Most sentences name the node themselves.
      message: label === '' || sentence.includes(`“${label}”`) ? sentence : `${label}: ${sentence}`,
      nodeId: problem.nodeId ?? null,
      pointer: toPointer(problem.path),
    };
  });
}
