import { onOneLine } from '../../core/shownText';
import type { Report, ReportedProblem } from '../validateSources';

/** What printing a report as text takes besides; `counts` are of all problems, though only some may be printed. */
export interface TextPrinting {
  readonly hasColors: boolean;
  readonly counts: Readonly<Record<ReportedProblem['severity'], number>>;
}

/** A line a problem, as compilers print them, and how many there are. */
export function toText({ files, nodes, problems }: Report, { hasColors, counts }: TextPrinting): string {
  const lines = problems.map((problem) => toLine(problem, hasColors));
  const { error, warning, info } = counts;
  // What looked at nothing must not look green.
  if (files + error + warning + info === 0) return 'No flow files checked.\n';
  const looked = `${count(files, 'flow file')} with ${count(nodes, 'node')}`;
  const found =
    error + warning + info === 0
      ? 'No problems'
      : `${count(error, 'error')}, ${count(warning, 'warning')}, ${info} information`;
  return `${lines.join('')}${found} in ${looked}.\n`;
}

/** SGR codes of terminals: red, yellow, cyan. */
const colors = { error: 31, warning: 33, info: 36 } as const;

function toLine(problem: ReportedProblem, hasColors: boolean): string {
  const { file, line, column, severity, message, code } = problem;
  const colored = hasColors ? `\u001b[${colors[severity]}m${severity}\u001b[0m` : severity;
  return `${printable(file)}:${line}:${column}: ${colored}: ${message} (${code})\n`;
}

/**
 * A path as it may be printed: a terminal takes control characters for commands, and GitHub Actions a line that starts with
 * two colons.
 */
export function printable(path: string): string {
  return onOneLine(path).replace(/^\s*::/, './$&');
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
