import type { RuleDescription, RuleSeverity } from './rule';
import { severityChoices } from './problem';

/*
 * What is generated from the rules: `node scripts/makeRuleFiles.mjs` writes it, a guard compares it. Nothing of this is
 * in the extension.
 */

const introduction = `# Problems

<!-- Generated from src/core/validation/rules by scripts/makeRuleFiles.mjs. -->

What Flow Connections reports in flow files, in the connections file, and in its settings, in the editor and on the
command line.

- **Error**: it breaks reading or pushing the flow.
- **Warning**: something that goes wrong when the flow runs, or that the editor on Cognigy.AI never creates.
- **Information** and **hint**: everything else, and what can't be known for certain.

A few problems matter to \`cognigy push\` alone. They have two severities: one in a clone of the Cognigy CLI (a folder with
a \`flows/locales.json\`, or that a CLI config names), and one elsewhere, for people who push with scripts of their own or
import packages.

What can't be known here is never a problem: node types that are newer than the known ones, unknown keys, values that
CognigyScript computes, and empty values.

To report a problem as something else, name its code in \`.cognigy/validation.json\` beside the connections file, for
everybody, or in the setting \`flowConnections.severities\`, for yourself. The file wins. The values are \`error\`,
\`warning\`, \`info\`, \`hint\`, and \`off\`.

\`\`\`json
{ "rules": { "duplicate-labels": "info", "connection-stale": "off" } }
\`\`\`
`;

/** `docs/problems.md`: a section for each code, to which problems link. */
export function problemsPage(rules: readonly RuleDescription[]): string {
  return [introduction, ...rules.map(toSection)].join('\n');
}

function toSection({ code, severity, isOff, sentences, reason, wayOut }: RuleDescription): string {
  const quoted = sentences.map((sentence) => `> ${sentence}\n`).join('>\n');
  return `## ${code}\n\n${severityLine(severity, isOff)}\n\n${quoted}\n${reason}\n\n**What to do:** ${wayOut}\n`;
}

const names = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' } as const;

function severityLine(severity: RuleSeverity, isOff: true | undefined): string {
  const off = isOff ? ', off by default' : '';
  if (typeof severity === 'string') return `_${names[severity]}${off}_`;
  return `_${names[severity.clone]} in a clone of the Cognigy CLI, ${names[severity.elsewhere].toLowerCase()} elsewhere${off}_`;
}

/** The 0-based line of each section of `docs/problems.md`, by its code. */
export function problemSections(markdown: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [line, text] of markdown.split(/\r?\n/).entries()) {
    const code = /^## (\S+)\s*$/.exec(text)?.[1];
    if (code !== undefined) lines.set(code, line);
  }
  return lines;
}

/** `schemas/validation.schema.json`, for `.cognigy/validation.json`. */
export function settingsSchema(rules: readonly RuleDescription[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Problems of a Cognigy.AI project',
    description:
      'What the editor and the command line report each problem as, for everybody who works on this project.',
    type: 'object',
    properties: {
      rules: {
        description: 'Problems by their code. One that isn’t named keeps its own severity.',
        type: 'object',
        properties: Object.fromEntries(
          rules.map((rule) => [
            rule.code,
            { $ref: '#/definitions/severity', markdownDescription: describeRule(rule) },
          ]),
        ),
        additionalProperties: false,
        errorMessage: 'Unknown problem code. See docs/problems.md for the codes.',
      },
      exclude: {
        description:
          'Files and folders that are left out, as globs relative to the folder that contains .cognigy.',
        type: 'array',
        items: { type: 'string' },
        default: [],
      },
    },
    definitions: {
      severity: {
        enum: severityChoices,
        enumDescriptions: ['An error.', 'A warning.', 'Information.', 'A hint.', 'Not reported.'],
        errorMessage: 'The value must be error, warning, info, hint, or off.',
      },
    },
    defaultSnippets: [
      {
        label: 'Severities',
        description: 'Set what problems are reported as.',
        body: { rules: { $1: '$2' } },
      },
    ],
  };
}

/**
 * The schema of the setting `flowConnections.severities` besides its description, in package.json: short, for VS Code
 * reads that file of every extension at its start.
 */
export function severitySetting(rules: readonly RuleDescription[]): object {
  return {
    propertyNames: { enum: rules.map(({ code }) => code) },
    additionalProperties: { enum: severityChoices },
  };
}

function describeRule({ reason, wayOut }: RuleDescription): string {
  return `${reason} ${wayOut}`;
}

/** Every sentence of the rules, for `l10n/bundle.l10n.json`, in the order of the alphabet. */
export function sentenceBundle(rules: readonly RuleDescription[]): Record<string, string> {
  const sentences = rules.flatMap((rule) => rule.sentences).sort();
  return Object.fromEntries(sentences.map((sentence) => [sentence, sentence]));
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
}

/** The Markdown of a rule without its marks: it has code and strong words alone. */
export function plainText(markdown: string): string {
  return markdown.replaceAll(/[`*]/g, '');
}
