import { isUnset } from '../../catalog/condition';
import { isObject, type JsonObject } from '../../json/narrow';
import { labelPath } from '../labelPath';
import { defineRule } from '../rule';

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
export const configMissing = defineRule({
  code: 'config-missing',
  severity: 'warning',
  sentence: '{node} can’t run without “{key}”.',
  reason:
    'A node can’t run without this value: the URL of an HTTP Request or the key for its result, the key of Add to Context and Remove from Context, the target of Go To and Execute Flow. Disabled nodes aren’t checked.',
  wayOut: 'Enter the value.',
  ofNode({ node, isComplete }, found) {
    if (!isComplete || node.isDisabled || node.extension !== '@cognigy/basic-nodes') return [];
    const keys = Object.hasOwn(needed, node.type) ? needed[node.type] : undefined;
    if (!keys) return [];
    return node.configs.flatMap((config) =>
      keys
        .filter(({ isMissing }) => isMissing(config.value))
        .map(({ key }) =>
          found({
            path: key in config.value ? [...config.path, key] : labelPath(node),
            args: { node: { node: node.name }, key },
          }),
        ),
    );
  },
});
