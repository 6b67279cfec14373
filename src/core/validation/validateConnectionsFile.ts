import type { Catalog } from '../catalog/catalog';
import { readConnectionsFile } from '../connection/connectionsFile';
import type { ConnectionUsage } from '../connection/projectConnections';
import { toReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import { asArray, asString, isObject, type JsonObject } from '../json/narrow';
import type { Problem } from './problem';
import { applySettings, defaultRuleSettings, type RuleSettings } from './ruleSettings';

/** All problems of a `.cognigy/connections*.json`, in file order. One that is broken in itself has none. */
export function validateConnectionsFile(
  document: JsonDocument,
  catalog: Catalog,
  usage: ConnectionUsage,
  settings: RuleSettings = defaultRuleSettings,
): Problem[] {
  const { trouble } = readConnectionsFile(document.text);
  if ((trouble && trouble.kind !== 'newerVersion') || !isObject(document.value)) return [];
  const problems = asArray(document.value.connections).flatMap((entry, index) =>
    isObject(entry) ? checkEntry(entry, ['connections', index], catalog, usage) : [],
  );
  return applySettings(problems, settings);
}

function checkEntry(
  entry: JsonObject,
  path: Problem['path'],
  catalog: Catalog,
  usage: ConnectionUsage,
): Problem[] {
  const referenceId = toReferenceId(entry.referenceId);
  const key = { extension: asString(entry.extension) ?? '', type: asString(entry.type) ?? '' };
  const name = asString(entry.name) ?? '';
  const common = { nodeId: undefined, nodeLabel: '' };
  const problems: Problem[] = [];
  const replacement = catalog.replacementOf(key);
  if (replacement) {
    const finding = { code: 'connection-type-deprecated', severity: 'info' } as const;
    problems.push({ ...finding, ...common, path: [...path, 'type'], args: [name, replacement] });
  }
  // The other types serve providers and settings on the platform, which no file tells of.
  if (referenceId && usage.isComplete && catalog.isAcceptedByNodes(key) && !usage.isUsed(referenceId)) {
    const finding = { code: 'connection-unused', severity: 'info' } as const;
    problems.push({ ...finding, ...common, path: [...path, 'name'], args: [name] });
  }
  return problems;
}
