// @ts-check
/**
 * Writes what is generated from the rules in src/core/validation/rules: docs/problems.md, the schema of
 * .cognigy/validation.json, the codes in the setting flowConnections.severities, and l10n/bundle.l10n.json. Run it when a
 * rule is new or says something else; a guard compares.
 *
 *   node scripts/makeRuleFiles.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runMain } from './lib/command.mjs';
import { makeRuleFiles } from './lib/ruleFiles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

await runMain(async () => {
  process.chdir(root);
  for (const folder of ['docs', 'l10n']) mkdirSync(folder, { recursive: true });
  for (const [path, text] of await makeRuleFiles()) writeFileSync(path, text);
  return 0;
});
