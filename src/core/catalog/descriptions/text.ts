import type { Localize } from '../../ports';

/** Renders one text; a function, so that every text stands where the translation looks for it. */
export type Text = (t: Localize) => string;

/** A node type's name as the platform's Flow editor has it, and what the node does when it runs. */
export interface NodeTypeText {
  readonly title: Text;
  readonly description: Text;
}

export type NodeTypeTexts = Readonly<Record<string, NodeTypeText>>;

/** Texts by key of a node's config. */
export type Texts = Readonly<Record<string, Text>>;

/** Texts by node type and key. */
export type FieldTexts = Readonly<Record<string, Texts>>;
