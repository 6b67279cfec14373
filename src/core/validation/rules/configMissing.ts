import { isUnset } from '../../catalog/condition';
import type { FlowNode } from '../../flow/flowNode';
import { isObject, type JsonObject } from '../../json/narrow';
import { labelPath } from '../labelPath';
import type { Finding, NodeRule } from '../rule';

interface NeededKey {
  readonly key: string;
  readonly isMissing: (config: JsonObject) => boolean;
}

const isEmpty = (key: string): NeededKey => ({ key, isMissing: (config) => isUnset(config[key]) });

/** Only once it was emptied: where the key is absent, the platform's default counts. */
const isEmptied = (key: string, storeLocation: string): NeededKey => ({
  key,
  isMissing: (config) =>
    config[key] === '' && config.storeLocation === storeLocation && config.async !== true,
});

/** A target of which both parts must be there. */
const isNoTarget = (key: string): NeededKey => ({
  key,
  isMissing: ({ [key]: value }) =>
    isUnset(value) || (isObject(value) && (isUnset(value.flow) || isUnset(value.node))),
});

/** What nodes of the core can't run without; descriptors call far more required than that. */
const needed: Readonly<Record<string, readonly NeededKey[]>> = {
  httpRequest: [isEmpty('url'), isEmptied('inputKey', 'input'), isEmptied('contextKey', 'context')],
  addToContext: [isEmpty('key')],
  removeFromContext: [isEmpty('key')],
  goTo: [isNoTarget('flowNode')],
  executeFlow: [isNoTarget('flowNode')],
};

/** A value without which a node can't run. Disabled nodes don't. */
export const configMissing: NodeRule = ({ node, isComplete }) => {
  if (!isComplete || node.isDisabled || node.extension !== '@cognigy/basic-nodes') return [];
  const keys = Object.hasOwn(needed, node.type) ? needed[node.type] : undefined;
  if (!keys) return [];
  return node.configs.flatMap((config) =>
    keys
      .filter(({ isMissing }) => isMissing(config.value))
      .map(({ key }) => toFinding(node, key in config.value ? [...config.path, key] : undefined, key)),
  );
};

function toFinding(node: FlowNode, path: Finding['path'] | undefined, key: string): Finding {
  return {
    code: 'config-missing',
    severity: 'warning',
    path: path ?? labelPath(node),
    args: [node.name, key],
  };
}
