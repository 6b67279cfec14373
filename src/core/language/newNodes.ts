import type { Catalog, NodeTypeDeclaration } from '../catalog/catalog';
import { nodeTypeTitle } from '../catalog/descriptions/describeNodeType';
import type { FlowNode } from '../flow/flowNode';
import type { Localize, RandomSource } from '../ports';

export interface NodeToInsert {
  readonly nodeType: NodeTypeDeclaration;
  /** The `_id` of the locale that the new node belongs to; that of the node at the cursor where it isn't known. */
  readonly localeReference: string | undefined;
}

/** What new nodes are made of. */
export interface NodeMaking {
  readonly catalog: Catalog;
  readonly random: RandomSource;
  readonly t: Localize;
}

/** A new node and its relation, not yet with all keys of the ones that it goes beside. */
export interface NewNode {
  readonly id: string;
  readonly node: Readonly<Record<string, unknown>>;
  readonly relation: Readonly<Record<string, unknown>>;
}

/**
 * A node with its defaults, then the heads of its branches. Each is written with the keys that the node beside it has;
 * what a package keeps with every node is taken from there.
 */
export function makeNodes(
  { nodeType, localeReference }: NodeToInsert,
  beside: FlowNode,
  { catalog, random, t }: NodeMaking,
): [NewNode, ...NewNode[]] {
  const locale = localeReference ?? beside.configs[0]?.localeReference;
  const isOfPackage = Array.isArray(beside.value.localizedData);
  const needed = [
    '_id',
    'referenceId',
    'type',
    'label',
    'extension',
    isOfPackage ? 'localizedData' : 'config',
  ];
  const { chartReference, resourceReference, projectReference, organisationReference } = beside.value;
  const parents = { chartReference, resourceReference, projectReference, organisationReference };
  const makeOne = (extension: string, type: string, children: readonly string[]): NewNode => {
    const id = newId(random);
    const config = defaultsOf(catalog.nodeType(extension, type));
    const node = {
      _id: id,
      referenceId: random.uuid(),
      type,
      label: nodeTypeTitle(extension, type, t) ?? type,
      comment: '',
      commentColor: '',
      analyticsLabel: null,
      mock: { isEnabled: false, code: '' },
      isDisabled: false,
      isEntryPoint: false,
      extension,
      ...(isOfPackage
        ? { localizedData: [{ config, localeReference: locale }], ...parents }
        : { ...(locale !== undefined && { localeReference: locale }), config }),
    };
    const relation = { _id: newId(random), node: id, children, next: null };
    return { id, node: withKeysOf(beside.value, node, needed), relation };
  };
  const heads = (nodeType.children ?? []).map((type) => makeOne(nodeType.extension, type, []));
  const children = heads.map(({ id }) => id);
  return [makeOne(nodeType.extension, nodeType.type, children), ...heads];
}

/** What the platform writes for a node that was just made; what is needed and has no default is left to be filled in. */
function defaultsOf(nodeType: NodeTypeDeclaration | undefined): Record<string, unknown> {
  const entries = [...(nodeType?.fields.values() ?? [])].flatMap(
    ({ key, type, required, default: value, enum: choices }): [string, unknown][] => {
      if (type === 'description' || key.includes('.')) return [];
      // Some descriptors have a default that is none of their own choices.
      if (value !== undefined && choices?.includes(value) !== false) return [[key, value]];
      return required || type === 'connection' ? [[key, '']] : [];
    },
  );
  // Of an Extension that is only noted down, these are all the keys that are known.
  const others = nodeType?.connectionFields.filter(({ key }) => !nodeType.fields.has(key)) ?? [];
  return Object.fromEntries([...entries, ...others.map(({ key }): [string, unknown] => [key, ''])]);
}

/** The properties that a template has, in its order, and those that must not lack. */
export function withKeysOf(
  template: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
  needed: readonly string[] = [],
): Record<string, unknown> {
  const keys = Object.keys(template).filter((key) => key in value);
  const missing = needed.filter((key) => !keys.includes(key));
  return Object.fromEntries([...keys, ...missing].map((key) => [key, value[key]]));
}

/** As the platform's: 24 hexadecimal digits. */
function newId(random: RandomSource): string {
  return random.uuid().replaceAll('-', '').slice(0, 24);
}
