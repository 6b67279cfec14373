import type { Catalog } from '../core/catalog/catalog';
import { strayFiles, validatedFiles } from '../core/connection/concernedFiles';
import { describeConnectionsFileTrouble, describeFileTrouble } from '../core/connection/describeTrouble';
import type { FileTrouble } from '../core/connection/fileFacts';
import { resolveProjects, type Project } from '../core/connection/projects';
import { english } from '../core/english';
import { baseName } from '../core/flow/filePlace';
import { JsonDocument } from '../core/json/jsonDocument';
import { toPointer } from '../core/json/jsonPath';
import { LineIndex } from '../core/json/lineIndex';
import { describeProblem } from '../core/validation/describeProblem';
import type { Problem } from '../core/validation/problem';
import { defaultRuleSettings, readValidationSettings } from '../core/validation/ruleSettings';
import { problemRange } from '../core/validation/problemRange';
import { validateFile } from '../core/validation/validateFile';
import { brokenAskedFor, isAskedFor } from './isAskedFor';
import { readAllFacts } from './readAllFacts';
import type { OpenedSources, TextSource } from './textSource';
import { inSentence } from '../core/shownText';

/** A problem as the command line prints it; lines and columns are 1-based, columns in UTF-16 code units. */
export interface ReportedProblem {
  /** As the user should see it; a member of a package is `p.zip!/nodeData/<id>`. */
  readonly file: string;
  /** For services that know the repository alone; see `createRepositoryPaths`. */
  readonly repositoryFile: string;
  /** In a package, the name of the file in the archive, by which lines and columns go. */
  readonly member: string | undefined;
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
  /** The text of the line, without the spaces around it. */
  readonly lineText: string;
}

export interface Report {
  /** Flow files checked. */
  files: number;
  /** All files checked: those that belong to flows too. */
  checked: number;
  nodes: number;
  problems: ReportedProblem[];
  /** A sentence for each file that could not be read as what it should be. */
  unreadable: string[];
}

/** Validates the files of the sources that were asked for. */
export async function validateSources(
  { sources, unreadable }: OpenedSources,
  catalog: Catalog,
  repositoryPath: (path: string) => Promise<string>,
): Promise<Report> {
  const report: Report = { files: 0, checked: 0, nodes: 0, problems: [], unreadable: [...unreadable] };
  for (const source of sources) {
    const facts = await readAllFacts(source, catalog, report.unreadable);
    const projects = resolveProjects(facts, source.name);
    const judging = {
      source,
      catalog,
      report,
      repositoryPath,
      flowRoots: projects[0]?.flowRoots ?? new Set<string>(),
    };
    const settings = new Set<string>();
    for (const project of projects) {
      if (!isAskedFor(project, source)) continue;
      reportDeclarations(source, project, report);
      for (const path of validatedFiles(project)) {
        // Several projects may have the same settings.
        if (settings.has(path)) continue;
        if (path === project.ruleSettings?.path) settings.add(path);
        await validateIn(project, path, judging);
      }
    }
    for (const path of strayFiles(facts, projects)) await validateIn(undefined, path, judging);
  }
  return report;
}

interface Judging {
  readonly source: TextSource;
  readonly catalog: Catalog;
  readonly report: Report;
  readonly flowRoots: ReadonlySet<string>;
  readonly repositoryPath: (path: string) => Promise<string>;
}

async function validateIn(
  project: Project | undefined,
  path: string,
  { source, catalog, report, flowRoots, repositoryPath }: Judging,
): Promise<void> {
  const place = source.placeOf(path);
  if (!place || !(source.only?.has(path) ?? true)) return;
  const flow = project?.flows.get(path);
  if (flow?.trouble && !isJudged(flow.trouble)) {
    report.unreadable.push(`${source.display(path)}: ${describeFileTrouble(flow.trouble, english)}.`);
    return;
  }
  if (flow) {
    report.files++;
    report.nodes += flow.nodes;
  }
  report.checked++;
  const { text, hasByteOrderMark } = await source.read(path);
  const document = new JsonDocument(text);
  const file = { place, path, document, hasByteOrderMark, project, flowRoots, isCheckedByEditor: false };
  const settings = project?.ruleSettings
    ? readValidationSettings(project.ruleSettings.text)
    : defaultRuleSettings;
  const problems = validateFile(file, { catalog, settings });
  if (problems.length === 0) return;
  const onDisk = source.onDisk(path);
  const shown = {
    file: source.display(path),
    repositoryFile: await repositoryPath(onDisk),
    member: onDisk.endsWith(`/${path}`) ? undefined : path,
  };
  report.problems.push(...toReported(problems, shown, document));
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

/** What the checks of the flow itself say. */
function isJudged({ kind }: FileTrouble): boolean {
  return kind === 'syntax' || kind === 'empty' || kind === 'tooDeep';
}

function toReported(
  problems: readonly Problem[],
  shown: Pick<ReportedProblem, 'file' | 'repositoryFile' | 'member'>,
  document: JsonDocument,
): ReportedProblem[] {
  const lines = new LineIndex(document.text);
  return problems.map((problem) => {
    const range = problemRange(problem, document);
    const start = lines.at(range.offset);
    const end = lines.at(range.offset + range.length);
    const sentence = describeProblem(problem, english);
    const label = inSentence(problem.nodeLabel);
    return {
      ...shown,
      ...{ line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
      severity: problem.severity === 'hint' ? 'info' : problem.severity,
      code: problem.code,
      // Most sentences name the node themselves.
      message: label === '' || sentence.includes(`“${label}”`) ? sentence : `${label}: ${sentence}`,
      nodeId: problem.nodeId ?? null,
      pointer: toPointer(problem.path),
      lineText: lineAround(document.text, range.offset),
    };
  });
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end).trim();
  // Whether another entry follows is no part of it.
  return line.endsWith(',') ? line.slice(0, -1) : line;
}
