import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { english } from '../../../src/core/english';
import { describeProblem } from '../../../src/core/validation/describeProblem';
import {
  problemSections,
  problemsPage,
  sentenceBundle,
  settingsSchema,
  severitySetting,
} from '../../../src/core/validation/ruleDocuments';
import { flowSchema } from '../../../src/core/validation/flowSchema';
import { rules } from '../../../src/core/validation/rules';

const howTo = 'run: node scripts/makeRuleFiles.mjs';

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe('The rules', () => {
  it('are one file each, and each file is in the list once', () => {
    const files = readdirSync('src/core/validation/rules').filter((name) => name !== 'index.ts');
    const toFile = (code: string) =>
      `${code.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.ts`;
    assert.deepEqual(rules.map(({ code }) => toFile(code)).sort(), files.sort());
  });

  it('have what is generated from them', () => {
    assert.equal(readFileSync('docs/problems.md', 'utf8'), problemsPage(rules), howTo);
    assert.deepEqual(readJson('schemas/validation.schema.json'), settingsSchema(rules), howTo);
    assert.deepEqual(readJson('l10n/bundle.l10n.json'), sentenceBundle(rules), howTo);
    assert.deepEqual(readJson('schemas/chart.schema.json'), flowSchema('chart'), howTo);
    assert.deepEqual(readJson('schemas/flow.schema.json'), flowSchema('handWritten'), howTo);
    const { contributes } = readJson('package.json') as {
      contributes: { configuration: { properties: Record<string, object> } };
    };
    const setting = contributes.configuration.properties['flowConnections.severities'];
    assert.deepEqual({ ...setting, ...severitySetting(rules) }, setting, howTo);
  });

  it('say whole sentences, whose arguments are all filled in', () => {
    for (const { code, sentences, reason, wayOut } of rules) {
      for (const sentence of sentences) {
        const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
        const args = Object.fromEntries(names.map((name) => [name, { node: 'x' }]));
        assert.match(
          describeProblem({ sentence, args }, english),
          /^[“‘\p{Lu}][^{}]*[.?]$/u,
          `${code}: ${sentence}`,
        );
      }
      for (const text of [reason, wayOut]) assert.match(text, /^[`*\p{Lu}].*\.$/u, `${code}: ${text}`);
    }
  });

  it('have a section in the docs that problems lead to, whatever ends its lines', () => {
    const page = problemsPage(rules);
    const lines = page.split('\n');
    const sections = problemSections(page.replaceAll('\n', '\r\n'));
    for (const { code } of rules) assert.equal(lines[sections.get(code) ?? -1], `## ${code}`);
    assert.equal(sections.size, rules.length);
    assert.ok(existsSync('docs/problems.md'));
  });
});
