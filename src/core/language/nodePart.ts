import { readFlowNodes, type FlowNode } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import { isWithinPath, type JsonPath } from '../json/jsonPath';
import { isObject } from '../json/narrow';

/**
 * A string of a node, named so that it is found again whatever changes around it: neither by offsets nor by the node's
 * place in the file.
 */
export interface PartAddress {
  /** The node's `_id`. */
  readonly node: string;
  /** The `_id` of the locale, where a file holds the configs of several. */
  readonly locale?: string;
  /** From the object that holds the config: `['config', 'code']`. */
  readonly path: JsonPath;
}

/** What is at an address now. */
export type PartState =
  | { readonly kind: 'found'; readonly path: JsonPath; readonly text: string }
  /** The node or the string is no longer there, or there are two such nodes. */
  | { readonly kind: 'gone' }
  /** It is in a part of the text that is no JSON at the moment. */
  | { readonly kind: 'broken' };

/** Finds a string again. */
export function findPart(document: JsonDocument, { node, locale, path }: PartAddress): PartState {
  const holders = readFlowNodes(document.value)
    .filter(({ id }) => id === node && id !== '')
    .flatMap((found) => holdersOf(found).filter((holder) => holder.locale === locale));
  const [holder] = holders;
  // What is half typed may hide a node, so nothing is gone in a broken text.
  if (!holder) return { kind: document.syntaxError ? 'broken' : 'gone' };
  const full = [...holder.path, ...path];
  if (!document.isSoundAt(full)) return { kind: 'broken' };
  const text = path.reduce<unknown>(step, holder.value);
  if (holders.length > 1 || typeof text !== 'string') return { kind: 'gone' };
  return { kind: 'found', path: full, text };
}

/** The address of what a path leads to in a node, by which a node without an `_id` isn't found; undefined outside its config. */
export function addressOf(node: FlowNode, path: JsonPath): PartAddress | undefined {
  const holder = holdersOf(node).findLast((candidate) => isWithinPath(candidate.path, path));
  if (!holder) return undefined;
  const inHolder = path.slice(holder.path.length);
  const isPart = inHolder[0] === 'config' ? inHolder.length > 1 : inHolder.join('.') === 'mock.code';
  if (!isPart) return undefined;
  const { locale } = holder;
  return { node: node.id ?? '', ...(locale !== undefined && { locale }), path: inHolder };
}

interface Holder {
  readonly path: JsonPath;
  readonly value: unknown;
  readonly locale: string | undefined;
}

/** The objects of a node that hold a config: itself and, in a package, what it has for each locale. */
function holdersOf(node: FlowNode): Holder[] {
  const own: Holder = { path: node.path, value: node.value, locale: undefined };
  const localized = node.configs
    .filter(({ path }) => path.length > node.path.length + 1)
    .map(({ path, localeReference }): Holder => {
      const holder = path.slice(0, -1);
      return {
        path: holder,
        value: holder.slice(node.path.length).reduce<unknown>(step, node.value),
        locale: localeReference,
      };
    });
  return [own, ...localized];
}

function step(value: unknown, segment: string | number): unknown {
  if (Array.isArray(value)) return typeof segment === 'number' ? (value[segment] as unknown) : undefined;
  return isObject(value) ? value[segment] : undefined;
}
