import type { Report, ReportedProblem } from '../validateSources';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions, which it shows beside the lines of a pull request. */
export function toGitHub({ problems }: Report): string {
  return problems.map(toCommand).join('');
}

function toCommand(problem: ReportedProblem): string {
  const { file, line, endLine, column, endColumn, code, message, severity } = problem;
  const properties = { file: file.replaceAll('\\', '/'), line, endLine, col: column, endColumn, title: code };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
