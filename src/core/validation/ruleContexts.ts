import type { Catalog, ConnectionTypeKey, NodeField, NodeTypeDeclaration } from '../catalog/catalog';
import type { Knowledge } from '../connection/knowledge';
import type { ConnectionUsage } from '../connection/projectConnections';
import type { Project } from '../connection/projects';
import type { ConnectionSlot } from '../flow/connectionUse';
import type { FilePlace } from '../flow/filePlace';
import type { Flow } from '../flow/flow';
import type { FlowGraph } from '../flow/flowGraph';
import type { FlowNode, NodeConfig } from '../flow/flowNode';
import type { ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import type { JsonPath } from '../json/jsonPath';
import type { KeySummary } from '../json/keySummary';

/** A file as a whole, whatever it holds. */
export interface FileContext {
  readonly place: FilePlace;
  readonly document: JsonDocument;
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly hasByteOrderMark: boolean;
  /** Undefined for a file that belongs to none. */
  readonly project: Project | undefined;
  /** The folders of all flows in the workspace folder. */
  readonly flowRoots: ReadonlySet<string>;
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** Whether an editor that shows the file says itself what is no JSON, or of a wrong shape. */
  readonly isCheckedByEditor: boolean;
}

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

/** A connections file that can be read. */
export interface ConnectionsFileContext {
  readonly document: JsonDocument;
  readonly entries: readonly ConnectionEntry[];
  readonly catalog: Catalog;
  readonly usage: ConnectionUsage;
}

/** An entry of a connections file, of which any part may be missing. */
export interface ConnectionEntry {
  readonly path: JsonPath;
  readonly referenceId: ReferenceId | undefined;
  /** Its Reference ID where it has none. */
  readonly name: string;
  readonly type: ConnectionTypeKey;
}
