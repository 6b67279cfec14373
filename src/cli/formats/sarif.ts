import type { Report, ReportedProblem } from '../validateSources';
import { toJsonText } from './json';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (OASIS), which code scanning services take. */
export function toSarif({ problems, unreadable }: Report): string {
  const ruleIds = [...new Set(problems.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'flow-connections', rules: ruleIds.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: problems.map((problem) => toResult(problem, ruleIds)),
      },
    ],
  };
  return toJsonText(log);
}

function toResult(problem: ReportedProblem, ruleIds: readonly string[]) {
  const { file, line, column, endLine, endColumn, severity, code, message, nodeId, pointer } = problem;
  return {
    ruleId: code,
    ruleIndex: ruleIds.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }],
      },
    ],
    // The same problem on another line is the same problem.
    partialFingerprints: { 'node/v1': `${code} ${nodeId ?? ''} ${pointer.split('/').at(-1) ?? ''}` },
  };
}

/** A relative URI reference: paths hold spaces and umlauts. */
function toUri(file: string): string {
  return file
    .replaceAll('\\', '/')
    .split('/')
    .map((name) => (/^[A-Za-z]:$/.test(name) ? name : encodeURIComponent(name)))
    .join('/');
}
