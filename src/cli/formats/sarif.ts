import { createHash } from 'node:crypto';
import type { RuleDescription, RuleSeverity } from '../../core/validation/rule';
import { firstSentence, plainText } from '../../core/validation/ruleDocuments';
import { rules } from '../../core/validation/rules';
import type { Program } from '../program';
import type { Report, ReportedProblem } from '../validateSources';
import { toJsonText } from './json';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

/** SARIF 2.1.0 (OASIS), which code scanning services take. */
export function toSarif(
  { problems, unreadable }: Report,
  { program }: { readonly program: Program },
): string {
  const { name, version } = program;
  const repeats = new Map<string, number>();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name, semanticVersion: version, rules: rules.map((rule) => toRule(rule, program)) },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: problems.map((problem) => toResult(problem, repeats)),
      },
    ],
  };
  return toJsonText(log);
}

function toRule({ code, severity, isOff, reason, wayOut }: RuleDescription, { docs }: Program): object {
  const text = `${reason} ${wayOut}`;
  return {
    id: code,
    shortDescription: { text: plainText(firstSentence(reason)) },
    fullDescription: { text: plainText(reason) },
    help: { text: plainText(text), markdown: `${reason}\n\n**What to do:** ${wayOut}` },
    ...(docs !== undefined && { helpUri: `${docs}#${code}` }),
    defaultConfiguration: { level: levels[inClone(severity)], ...(isOff && { enabled: false }) },
  };
}

/** What is checked in a repository is mostly a clone. */
function inClone(severity: RuleSeverity) {
  return typeof severity === 'string' ? severity : severity.clone;
}

function toResult(problem: ReportedProblem, repeats: Map<string, number>): object {
  const { repositoryFile, member, line, column, endLine, endColumn, severity, code, message, pointer } =
    problem;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: code,
    ruleIndex: rules.findIndex((rule) => rule.code === code),
    level: levels[severity],
    message: { text: member === undefined ? message : `${member}:${line}:${column}: ${message}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(repositoryFile), ...(!isAbsolute(repositoryFile) && srcRoot) },
          // Lines of what is in an archive are none of the archive.
          ...(member === undefined && { region }),
        },
        logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(problem, repeats) },
  };
}

const srcRoot = { uriBaseId: '%SRCROOT%' } as const;

/**
 * By which a service knows a problem again on another line: the node and the key in it, elsewhere the text of the line.
 * Of equal ones in a file each has a number, as GitHub's own fingerprints have.
 */
function fingerprintOf(problem: ReportedProblem, repeats: Map<string, number>): string {
  const { repositoryFile, member = '', code, nodeId, pointer, lineText } = problem;
  const inNode = /\/config(?:\/.*)?$/.exec(pointer)?.[0] ?? pointer.split('/').at(-1) ?? '';
  const what = nodeId === null ? [code, lineText] : [code, nodeId, inNode];
  const hash = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);
  const key = `${repositoryFile}\n${member}\n${hash}`;
  const count = (repeats.get(key) ?? 0) + 1;
  repeats.set(key, count);
  return `${hash}:${count}`;
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:)/.test(path);
}

/** A URI reference: paths hold spaces and umlauts. */
function toUri(path: string): string {
  const encoded = path
    .split('/')
    .map((name, index) => (index === 0 && /^[A-Za-z]:$/.test(name) ? name : encodeURIComponent(name)))
    .join('/');
  return isAbsolute(path) ? `file://${path.startsWith('/') ? '' : '/'}${encoded}` : encoded;
}
