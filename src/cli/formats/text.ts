import { onOneLine } from '../../core/shownText';
import type { Report, ReportedProblem } from '../validateSources';

/** A line a problem, as compilers print them, and a count. */
export function toText({ files, nodes, problems }: Report): string {
  const lines = problems.map(toLine);
  const found = `${count(problems.length, 'problem')} in ${count(files, 'flow file')} with ${count(nodes, 'node')}.\n`;
  return lines.join('') + found;
}

function toLine({ file, line, column, severity, message, code }: ReportedProblem): string {
  return `${printable(file)}:${line}:${column}: ${severity}: ${message} (${code})\n`;
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
