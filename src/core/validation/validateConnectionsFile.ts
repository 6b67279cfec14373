import type { Catalog } from '../catalog/catalog';
import { entriesOf, readConnectionsFile, referenceIdOf } from '../connection/connectionsFile';
import type { ConnectionUsage } from '../connection/projectConnections';
import type { JsonDocument } from '../json/jsonDocument';
import { asString, isObject } from '../json/narrow';
import type { Problem } from './problem';
import { toProblem } from './rule';
import type { ConnectionEntry } from './ruleContexts';
import { rules } from './rules';
import { applySettings, defaultRuleSettings, type RuleSettings } from './ruleSettings';

/** What the rules of connections files say of one. One that can't be read has no such problems. */
export function validateConnectionsFile(
  document: JsonDocument,
  catalog: Catalog,
  usage: ConnectionUsage,
  settings: RuleSettings = defaultRuleSettings,
): Problem[] {
  const { trouble } = readConnectionsFile(document.text);
  if ((trouble && trouble.kind !== 'newerVersion') || !isObject(document.value)) return [];
  const context = { document, entries: readEntries(document), catalog, usage };
  const findings = rules.flatMap((rule) => rule.ofConnectionsFile?.(context) ?? []);
  const problems = findings.map((finding) => toProblem(finding, false));
  return applySettings(
    problems.sort((a, b) => entryOf(a) - entryOf(b)),
    settings,
  );
}

/** In which entry a problem is; before all of them where it is in none. */
function entryOf({ path: [, index] }: Problem): number {
  return typeof index === 'number' ? index : -1;
}

function readEntries(document: JsonDocument): ConnectionEntry[] {
  return entriesOf(document).flatMap((entry, index) =>
    isObject(entry)
      ? [
          {
            path: ['connections', index],
            referenceId: referenceIdOf(entry),
            name: asString(entry.name) ?? asString(entry.referenceId) ?? '',
            type: { extension: asString(entry.extension) ?? '', type: asString(entry.type) ?? '' },
          },
        ]
      : [],
  );
}
