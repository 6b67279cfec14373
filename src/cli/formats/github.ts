import type { Report, ReportedProblem } from '../validateSources';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions, which it shows beside the lines of a pull request. */
export function toGitHub({ problems }: Report): string {
  return problems.map(toCommand).join('');
}

function toCommand(problem: ReportedProblem): string {
  const { repositoryFile: file, member, line, endLine, column, endColumn, code, message, severity } = problem;
  // Lines of what is in an archive are none of the archive.
  const place = member === undefined ? { line, endLine, col: column, endColumn } : { line: 1 };
  const properties = Object.entries({ file, ...place, title: code });
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = member === undefined ? message : `${member}:${line}:${column}: ${message}`;
  return `::${commands[severity]} ${list.join(',')}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
