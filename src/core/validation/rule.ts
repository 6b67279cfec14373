import type { Catalog, NodeField, NodeTypeDeclaration } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import type { ConnectionSlot } from '../flow/connectionUse';
import type { Flow } from '../flow/flow';
import type { FlowGraph } from '../flow/flowGraph';
import type { FlowNode, NodeConfig } from '../flow/flowNode';
import type { JsonDocument } from '../json/jsonDocument';
import type { KeySummary } from '../json/keySummary';
import type { Problem } from './problem';

/** What a rule says; `validateFlow` adds the node. */
export type Finding = Omit<Problem, 'nodeId' | 'nodeLabel'>;

export interface FlowContext {
  readonly document: JsonDocument;
  readonly flow: Flow;
  readonly graph: FlowGraph;
  /** The nodes by `_id`, those in other files of a package too; undefined where they can't be known. */
  readonly members: ReadonlyMap<string, FlowMember> | undefined;
  /** What keys a value has, which is kept until it changes. */
  readonly keysOf: (value: unknown) => KeySummary;
  readonly catalog: Catalog;
  readonly knowledge: Knowledge;
}

export type FlowMember = Pick<FlowNode, 'type' | 'name'>;

/** A choice, a toggle or a number that a node's descriptor declares: set, and not computed at run time. */
export interface SetField {
  readonly field: NodeField;
  readonly config: NodeConfig;
  readonly value: unknown;
}

/** A node by itself, whatever is around it. */
export interface NodeContext {
  readonly node: FlowNode;
  /** Undefined for a type that nobody declares here. */
  readonly nodeType: NodeTypeDeclaration | undefined;
  readonly slots: readonly ConnectionSlot[];
  readonly fields: readonly SetField[];
  /** False while the node's text is broken: what seems absent may only be unread, so no rule may judge it. */
  readonly isComplete: boolean;
}

/** A node where it stands: in its flow, and in its project. */
export interface PlacedNodeContext {
  readonly node: FlowNode;
  readonly nodeType: NodeTypeDeclaration | undefined;
  readonly slots: readonly ConnectionSlot[];
  /** Of the node's first config; see `configDigest`. */
  readonly digest: () => number;
  /** False while any of the file is broken. */
  readonly isComplete: boolean;
  readonly flow: Flow;
  readonly graph: FlowGraph;
  readonly catalog: Catalog;
  readonly knowledge: Knowledge;
}

/** Looks at one node; what it says is kept until the node's text changes. A rule that lacks knowledge is silent. */
export type NodeRule = (context: NodeContext) => readonly Finding[];

/** Looks at one node and at what is around it: again after every change, so it must be cheap for most nodes. */
export type PlacedNodeRule = (context: PlacedNodeContext) => readonly Finding[];

/** Looks at a whole file, and only at one that is free of syntax errors. */
export type FlowRule = (context: FlowContext) => readonly (Finding & { readonly node?: FlowNode })[];
