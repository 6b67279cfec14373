import type { Report, ReportedProblem } from '../validateSources';
import { escaped } from '../../core/shownText';

/** The README documents it; `version` changes when a reader would have to. */
export function toJson({ files, nodes, problems }: Report): string {
  return toJsonText({ version: 1, files, nodes, problems: problems.map(toEntry) });
}

function toEntry({
  file,
  line,
  column,
  endLine,
  endColumn,
  severity,
  code,
  message,
  nodeId,
  pointer,
}: ReportedProblem): object {
  return { file, line, column, endLine, endColumn, severity, code, message, nodeId, pointer };
}

/** As JSON that a terminal can show: what it would take for a command is escaped, and what turns letters round. */
export function toJsonText(value: unknown): string {
  return `${escaped(JSON.stringify(value, undefined, 2))}\n`;
}
