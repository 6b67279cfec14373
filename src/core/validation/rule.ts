import type { FlowNode } from '../flow/flowNode';
import type {
  ConnectionsFileContext,
  FileContext,
  FlowContext,
  NodeContext,
  PlacedNodeContext,
} from './ruleContexts';
import type { Problem, ProblemArgument, Severity } from './problem';

/**
 * A severity, or two of them: in a clone of the CLI, where `cognigy push` is what reads the files, and elsewhere, where
 * people use scripts of their own, or packages.
 */
export type RuleSeverity = Severity | { readonly clone: Severity; readonly elsewhere: Severity };

/** What is known of a rule without judging anything: documentation, settings, SARIF and the l10n bundle are made from it. */
export interface RuleDescription<Code extends string = string> {
  /** Stable: it is written in settings, in suppressions and in CI logs. */
  readonly code: Code;
  /** What it is reported as, where a finding isn't less certain than others. */
  readonly severity: RuleSeverity;
  /** True for a rule that is off unless settings name it. */
  readonly isOff?: true;
  /** Every sentence that it may say, in English. */
  readonly sentences: readonly string[];
  /** Why this is a problem, in Markdown, on one line. */
  readonly reason: string;
  /** What to do about it, in Markdown, on one line. */
  readonly wayOut: string;
}

/** A rule: its description and what it judges, each part where its kind of file or node is looked at. */
export interface Rule<Code extends string = string> extends RuleDescription<Code>, Judgements<[]> {}

/** What a rule found; `toProblem` makes it a problem. */
export interface Finding extends Pick<Problem, 'sentence' | 'args' | 'path' | 'range' | 'related' | 'tag'> {
  readonly rule: RuleDescription;
  /** Where it is not the rule's own. */
  readonly severity?: RuleSeverity;
  /** Whose fault it is; a rule that judges nodes need not say. */
  readonly node?: Pick<FlowNode, 'id' | 'name'>;
}

/**
 * What a rule judges. A rule that lacks knowledge is silent. `More` is what the function takes besides its context.
 */
interface Judgements<More extends readonly unknown[]> {
  /** Looks at any file that people or `cognigy push` read as JSON. */
  readonly ofFile?: (context: FileContext, ...more: More) => readonly Finding[];
  /** Looks at a whole flow file, and only at one that is free of syntax errors. */
  readonly ofFlow?: (context: FlowContext, ...more: More) => readonly Finding[];
  /** Looks at one node by itself; what it says is kept until the node's text changes. */
  readonly ofNode?: (context: NodeContext, ...more: More) => readonly Finding[];
  /** Looks at one node and at what is around it: again after every change, so it must be cheap for most nodes. */
  readonly ofPlacedNode?: (context: PlacedNodeContext, ...more: More) => readonly Finding[];
  /** Looks at a `.cognigy/connections*.json`. */
  readonly ofConnectionsFile?: (context: ConnectionsFileContext, ...more: More) => readonly Finding[];
}

/** One sentence, or several by a name of their own, with the names of arguments in braces. */
type Sentences = string | Readonly<Record<string, string>>;

type ArgumentNames<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ArgumentNames<Rest>
  : never;

type WithArguments<S extends string> = [ArgumentNames<S>] extends [never]
  ? { readonly args?: never }
  : { readonly args: Readonly<Record<ArgumentNames<S>, ProblemArgument>> };

type Wording<S extends Sentences> = S extends string
  ? WithArguments<S> & { readonly sentence?: never }
  : { [Name in keyof S & string]: { readonly sentence: Name } & WithArguments<S[Name] & string> }[keyof S &
      string];

/** Makes a finding of a rule; it takes just the arguments that the sentence names. */
type Found<S extends Sentences> = (
  found: Wording<S> & Omit<Finding, 'rule' | 'sentence' | 'args'>,
) => Finding;

type RuleParts<Code extends string, S extends Sentences> = Omit<RuleDescription<Code>, 'sentences'> &
  Judgements<[found: Found<S>]> & { readonly sentence: S };

/** Makes a rule of its parts: each file in `rules` does. */
export function defineRule<const Code extends string, const S extends Sentences>(
  parts: RuleParts<Code, S>,
): Rule<Code> {
  const { code, severity, isOff, reason, wayOut, sentence: sentences } = parts;
  const list: readonly string[] = typeof sentences === 'string' ? [sentences] : Object.values(sentences);
  const rule = { code, severity, sentences: list, reason, wayOut, ...(isOff && { isOff }) };
  const found = ({
    sentence: name,
    ...more
  }: { sentence?: string } & Omit<Finding, 'rule' | 'sentence'>) => ({
    ...more,
    rule,
    sentence: typeof sentences === 'string' ? sentences : (sentences[name ?? ''] ?? ''),
  });
  const { ofFile, ofFlow, ofNode, ofPlacedNode, ofConnectionsFile } = parts as RuleParts<Code, Sentences>;
  return {
    ...rule,
    ...(ofFile && { ofFile: (context) => ofFile(context, found) }),
    ...(ofFlow && { ofFlow: (context) => ofFlow(context, found) }),
    ...(ofNode && { ofNode: (context) => ofNode(context, found) }),
    ...(ofPlacedNode && { ofPlacedNode: (context) => ofPlacedNode(context, found) }),
    ...(ofConnectionsFile && { ofConnectionsFile: (context) => ofConnectionsFile(context, found) }),
  };
}

/** A finding as a problem of its file. `isClone`: whether the file is one of a clone of the CLI. */
export function toProblem(
  { rule, severity = rule.severity, node: own, ...finding }: Finding,
  isClone: boolean | undefined,
  node: Finding['node'] = own,
): Problem {
  return {
    ...finding,
    code: rule.code,
    severity: typeof severity === 'string' ? severity : severity[isClone ? 'clone' : 'elsewhere'],
    nodeId: node?.id,
    nodeLabel: node?.name ?? '',
  };
}
