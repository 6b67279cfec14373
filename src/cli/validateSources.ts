import type { Catalog } from '../core/catalog/catalog';
import { describeConnectionsFileTrouble, describeFileTrouble } from '../core/connection/describeTrouble';
import { knowledgeFor } from '../core/connection/knowledge';
import { resolveProjects, type Project } from '../core/connection/projects';
import { english } from '../core/english';
import { baseName } from '../core/flow/filePlace';
import { JsonDocument } from '../core/json/jsonDocument';
import { toPointer } from '../core/json/jsonPath';
import { LineIndex } from '../core/json/lineIndex';
import { describeProblem } from '../core/validation/describeProblem';
import type { Problem } from '../core/validation/problem';
import { validateFlow } from '../core/validation/validateFlow';
import { readAllFacts } from './readAllFacts';
import type { OpenedSources, TextSource } from './textSource';

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
  for (const { path, trouble } of project.brokenResources)
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
  for (const [path, flow] of project.flows) {
    if (source.only && !source.only.has(path)) continue;
    const file = source.display(path);
    if (flow.trouble) {
      report.unreadable.push(`${file}: ${describeFileTrouble(flow.trouble, english)}.`);
      continue;
    }
    report.files++;
    report.nodes += flow.nodes;
    const document = new JsonDocument(await source.read(path));
    const problems = validateFlow(document.value, catalog, knowledgeFor(project, path));
    if (problems.length === 0) continue;
    const lines = new LineIndex(document.text);
    report.problems.push(...problems.map((problem) => toReported(problem, file, document, lines)));
  }
}

function toReported(
  problem: Problem,
  file: string,
  document: JsonDocument,
  lines: LineIndex,
): ReportedProblem {
  const range = document.rangeOf(problem.path) ?? { offset: 0, length: 0 };
  const start = lines.at(range.offset);
  const end = lines.at(range.offset + range.length);
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity: problem.severity === 'hint' ? 'info' : problem.severity,
    code: problem.code,
    message: `${problem.nodeLabel}: ${describeProblem(problem.code, english)}`,
    nodeId: problem.nodeId ?? null,
    pointer: toPointer(problem.path),
  };
}
