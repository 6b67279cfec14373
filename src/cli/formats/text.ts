import type { Report, ReportedProblem } from '../validateSources';

/** A line a problem, as compilers print them, and a count. */
export function toText({ files, nodes, problems }: Report): string {
  const lines = problems.map(toLine);
  const found = `${count(problems.length, 'problem')} in ${count(files, 'flow file')} with ${count(nodes, 'node')}.\n`;
  return lines.join('') + found;
}

function toLine({ file, line, column, severity, message, code }: ReportedProblem): string {
  return `${file}:${line}:${column}: ${severity}: ${message} (${code})\n`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
