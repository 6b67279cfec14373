import type { ConnectionUse } from '../flow/connectionUse';
import type { FilePlace } from '../flow/filePlace';
import { isCognigyFlow } from '../flow/flowLists';
import { readFlowNodes } from '../flow/flowNode';
import { readFlowResource, readLocales, toOutline, type OutlinedNode } from '../flow/flowOutline';
import type { ReferenceId } from '../flow/referenceId';
import { snapshotMagic } from '../flow/snapshot';
import type { JsonDocument } from '../json/jsonDocument';
import { LineIndex } from '../json/lineIndex';
import { toCliConfig } from './cliConfig';
import { readConnectionResource } from './connectionResource';
import { readConnectionsFile } from './connectionsFile';
import type { FileFacts, FileTrouble, FlowFacts, FlowPlace } from './fileFacts';
import { readLlmUse } from './llmResource';
import type { NodeFactsReader } from './nodeFacts';

/**
 * Reads a file by its place; undefined when it is something else than its place promises. With the reader of an earlier
 * version of the document only nodes that have changed are read again.
 */
export function readFileFacts(
  place: FilePlace,
  document: JsonDocument,
  reader: NodeFactsReader,
): FileFacts | undefined {
  try {
    return read(place, document, reader);
  } catch (error) {
    // To count how deep each file is nested would take as long as to read it. What overflows the stack is too deep.
    if (error instanceof RangeError) return unreadFileFacts(place, { kind: 'tooDeep' });
    throw error;
  }
}

function read(place: FilePlace, document: JsonDocument, reader: NodeFactsReader): FileFacts | undefined {
  const { text, value } = document;
  switch (place.kind) {
    case 'connectionsFile':
      return { kind: 'connectionsFile', place, file: readConnectionsFile(text) };
    case 'flowResource':
      return { kind: 'flowResource', root: place.root, resource: readFlowResource(shallow(document)) };
    case 'locales':
      return { kind: 'locales', root: place.root, locales: readLocales(shallow(document)) };
    case 'intents':
      return { kind: 'intents', root: place.root };
    case 'flow':
    case 'packageNode':
    case 'packageChart':
      return readFlowFacts(place, document, reader);
    case 'connectionResource': {
      const connection = readConnectionResource(value);
      const trouble = findTrouble(document);
      if (!connection && !trouble) return undefined;
      return { kind: 'connectionResource', root: place.root, connection, ...(trouble && { trouble }) };
    }
    case 'llmResource': {
      const use = readLlmUse(value, place.name);
      const trouble = findTrouble(document);
      return { kind: 'llmResource', root: place.root, use, ...(trouble && { trouble }) };
    }
    case 'ruleSettings':
      return { kind: 'ruleSettings', text };
    case 'gitignore':
      return { kind: 'gitignore', text };
    case 'snapshot':
      return text.startsWith(snapshotMagic) ? { kind: 'snapshot' } : undefined;
    case 'cliConfig': {
      const config = toCliConfig('', value);
      return config && { kind: 'cliConfig', folder: place.folder, agentDir: config.agentDir };
    }
  }
}

/** The value of a small file; undefined where it nests too deep to say anything. */
function shallow(document: JsonDocument): unknown {
  return document.isTooDeep ? undefined : document.value;
}

function readFlowFacts(
  place: FlowPlace,
  document: JsonDocument,
  reader: NodeFactsReader,
): FlowFacts | undefined {
  const trouble = findTrouble(document);
  // Only a name says that it is one, and other products have files of that name too.
  if (
    place.kind === 'flow' &&
    place.root === undefined &&
    !(place.isChosen && trouble) &&
    !isCognigyFlow(document.value)
  )
    return undefined;
  const outlined: OutlinedNode[] = [];
  const uses: ConnectionUse[] = [];
  const candidates: ConnectionUse[] = [];
  const mentions = new Set<ReferenceId>();
  const targets = new Set<string>();
  for (const node of readFlowNodes(document.value)) {
    const facts = reader.read(node);
    outlined.push(facts.outlined);
    uses.push(...facts.uses);
    candidates.push(...facts.candidates);
    for (const mention of facts.mentions) mentions.add(mention);
    for (const target of facts.targets) targets.add(target);
  }
  return {
    kind: 'flow',
    place,
    nodes: outlined.length,
    uses,
    candidates,
    mentions,
    outline: toOutline(outlined, targets),
    ...(trouble && { trouble }),
  };
}

function findTrouble(document: JsonDocument): FileTrouble | undefined {
  if (document.text.trim() === '') return { kind: 'empty' };
  if (!document.syntaxError) return undefined;
  return { kind: 'syntax', line: new LineIndex(document.text).at(document.syntaxError.offset).line };
}

/** What is left to say of a file whose text can't be had. */
export function unreadFileFacts(place: FilePlace, trouble: FileTrouble): FileFacts | undefined {
  switch (place.kind) {
    case 'flow':
    case 'packageNode':
    case 'packageChart':
      return {
        kind: 'flow',
        place,
        nodes: 0,
        uses: [],
        candidates: [],
        mentions: new Set(),
        outline: toOutline([], new Set()),
        trouble,
      };
    case 'flowResource':
      return { kind: 'flowResource', root: place.root, resource: undefined };
    case 'locales':
      return { kind: 'locales', root: place.root, locales: undefined };
    case 'intents':
      return { kind: 'intents', root: place.root };
    case 'connectionsFile':
      return {
        kind: 'connectionsFile',
        place,
        file: { id: '', connections: [], trouble: { kind: 'unreadable', line: 1 } },
      };
    case 'connectionResource':
      return { kind: 'connectionResource', root: place.root, connection: undefined, trouble };
    case 'llmResource':
      return { kind: 'llmResource', root: place.root, use: undefined, trouble };
    case 'snapshot':
      // Large ones aren't read for their first letters; what else has that name and that size?
      return trouble.kind === 'tooLarge' ? { kind: 'snapshot' } : undefined;
    case 'ruleSettings':
    case 'gitignore':
    case 'cliConfig':
      return undefined;
  }
}

/**
 * The facts to keep when a file has changed: a file that can't be read for now keeps what it last said, so that
 * nothing flashes while someone types or a merge is under way.
 */
export function replaceFacts(
  before: FileFacts | undefined,
  after: FileFacts | undefined,
): FileFacts | undefined {
  if (after?.kind === 'connectionsFile' && before?.kind === 'connectionsFile') {
    const { trouble } = after.file;
    if (trouble && trouble.kind !== 'newerVersion') return { ...after, file: { ...before.file, trouble } };
  }
  if (after?.kind === 'flow' && before?.kind === 'flow' && after.trouble) {
    return { ...before, trouble: after.trouble };
  }
  if (after?.kind === 'llmResource' && before?.kind === 'llmResource' && after.trouble) {
    return { ...before, trouble: after.trouble };
  }
  if (after?.kind === 'connectionResource' && before?.kind === 'connectionResource' && after.trouble) {
    return { ...before, trouble: after.trouble };
  }
  return after;
}
