import type { Catalog, ConnectionField, NodeTypeDeclaration } from '../catalog/catalog';
import { isSelected } from '../catalog/catalog';
import { isUnset } from '../catalog/condition';
import { connectionSlots, slotPath } from '../flow/connectionUse';
import { readFlowNodes, type FlowNode, type NodeConfig } from '../flow/flowNode';
import type { ReferenceId } from '../flow/referenceId';
import { replaceValue } from '../json/editJson';
import { insertProperties } from '../json/insertJson';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextEdit } from '../json/textEdit';
import { isNeeded } from '../validation/isNeeded';
import { fieldAt, nodeAt } from './fieldAt';

/** The config of a node that a Connection is chosen for, named so that it is found again after a change. */
export interface ConfigAddress {
  /** The node's `_id`. */
  readonly node: string;
  /** The `_id` of the locale, where a file holds the configs of several. */
  readonly locale?: string;
}

/** A node whose Connections can be chosen. */
export interface ConnectionChoices {
  readonly node: FlowNode;
  readonly config: NodeConfig;
  readonly address: ConfigAddress;
  /** The kinds of authentication that the node offers, with the field that each needs; empty where it offers none. */
  readonly authentications: readonly Authentication[];
  /** The fields that count, or may count at run time. */
  readonly fields: readonly ConnectionField[];
  /** All of its fields for Connections. */
  readonly allFields: readonly ConnectionField[];
}

export interface Authentication {
  /** What `authType` is set to. */
  readonly value: string;
  /** Undefined for none. */
  readonly field: ConnectionField | undefined;
  readonly isCurrent: boolean;
}

/** A field for a Connection that the node needs, and that is empty. */
export interface EmptyField {
  readonly address: ConfigAddress;
  readonly key: string;
  /** Where it is asked for. */
  readonly offset: number;
}

const authKey = 'authType';

/** The fields of a file that need a Connection and name none: in nodes with an `_id`, and not in disabled ones. */
export function emptyConnectionFields(document: JsonDocument, catalog: Catalog): EmptyField[] {
  if (document.isTooDeep) return [];
  return readFlowNodes(document.value).flatMap((node) => {
    if (node.isDisabled || !node.id) return [];
    const nodeType = catalog.nodeType(node.extension, node.type);
    return connectionSlots(node, nodeType).flatMap((slot): EmptyField[] => {
      if (!isNeeded(slot, node, slot.config.value) || !isUnset(slot.value)) return [];
      if (!document.isSoundAt(node.path)) return [];
      const { config, field } = slot;
      const range =
        document.rangeOf(slotPath(slot)) ??
        document.rangeOf([...config.path, authKey]) ??
        document.rangeOf(config.path);
      return range ? [{ address: addressOf(node, config), key: field.key, offset: range.offset }] : [];
    });
  });
}

/** What can be chosen for the node at an offset; undefined outside of nodes, and in one that takes no Connection. */
export function connectionChoicesAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
): (ConnectionChoices & { readonly key: string | undefined }) | undefined {
  const element = document.elementAt(offset);
  const place = document.valueAt(offset);
  const node =
    nodeAt(document, place?.path ?? element?.path ?? []) ??
    // An embedded chart keeps a node in its relation.
    (element && nodeAt(document, [...element.path, '_data']));
  if (!node?.id) return undefined;
  const field = place && fieldAt(document, place.path, catalog);
  const config = field?.config ?? node.configs[0];
  const choices = config && choicesOf(node, config, catalog);
  const isField = choices?.allFields.some(({ key }) => key === field?.key);
  return choices && { ...choices, key: isField ? field?.key : undefined };
}

/** The same by address; undefined when the node is gone, or is there twice. */
export function connectionChoicesOf(
  document: JsonDocument,
  address: ConfigAddress,
  catalog: Catalog,
): ConnectionChoices | undefined {
  const [node, second] = readFlowNodes(document.value).filter(({ id }) => id === address.node);
  if (!node || second) return undefined;
  const config = node.configs.find(
    ({ localeReference }) => address.locale === undefined || localeReference === address.locale,
  );
  return config && choicesOf(node, config, catalog);
}

/** The edits that choose a Connection for a field and leave all others as they are. */
export function chooseConnection(
  document: JsonDocument,
  { config, authentications }: ConnectionChoices,
  key: string,
  referenceId: ReferenceId | '',
): TextEdit[] {
  const authentication = authentications.find(({ field }) => field?.key === key);
  return setKeys(document, config, {
    ...(authentication && !authentication.isCurrent && { [authKey]: authentication.value }),
    [key]: referenceId,
  });
}

/** What the platform does when None is chosen: it empties the fields of every kind of authentication. */
export function chooseNone(
  document: JsonDocument,
  { config, authentications, allFields }: ConnectionChoices,
): TextEdit[] {
  const none = authentications.find(({ field }) => !field);
  if (!none) return [];
  const emptied = allFields
    .filter(({ key }) => !isUnset(config.value[key]))
    .map(({ key }) => [key, ''] as const);
  return setKeys(document, config, { [authKey]: none.value, ...Object.fromEntries(emptied) });
}

function choicesOf(node: FlowNode, config: NodeConfig, catalog: Catalog): ConnectionChoices | undefined {
  const nodeType = catalog.nodeType(node.extension, node.type);
  if (!nodeType?.connectionFields.length) return undefined;
  const fields = nodeType.connectionFields.filter(
    (field) => isSelected(field, config.value, nodeType) !== false,
  );
  return {
    node,
    config,
    address: addressOf(node, config),
    authentications: authenticationsOf(nodeType, config),
    fields,
    allFields: nodeType.connectionFields,
  };
}

function authenticationsOf(nodeType: NodeTypeDeclaration, config: NodeConfig): Authentication[] {
  const auth = nodeType.fields.get(authKey);
  const values = auth?.enum?.filter((value) => typeof value === 'string') ?? [];
  // Where it can't be done without, the fields speak for themselves.
  if (!values.includes('none')) return [];
  const current = isUnset(config.value[authKey]) ? auth?.default : config.value[authKey];
  return values.map((value) => {
    const chosen = { ...config.value, [authKey]: value };
    const field = nodeType.connectionFields.find(
      (one) => one.condition && isSelected(one, chosen, nodeType) === true,
    );
    return { value, field, isCurrent: value === current };
  });
}

function setKeys(
  document: JsonDocument,
  config: NodeConfig,
  values: Readonly<Record<string, string>>,
): TextEdit[] {
  if (!document.isSoundAt(config.path)) return [];
  const isThere = ([key]: [string, string]) => key in config.value;
  const entries = Object.entries(values).filter(([key, value]) => config.value[key] !== value);
  const replaced = entries
    .filter(isThere)
    .flatMap(([key, value]) => replaceValue(document, [...config.path, key], value));
  const added = Object.fromEntries(entries.filter((entry) => !isThere(entry)));
  return [...replaced, ...insertProperties(document, config.path, added)].sort((a, b) => a.offset - b.offset);
}

function addressOf(node: FlowNode, { path, localeReference }: NodeConfig): ConfigAddress {
  const isLocalized = path.length > node.path.length + 1;
  return {
    node: node.id ?? '',
    ...(isLocalized && localeReference !== undefined && { locale: localeReference }),
  };
}
