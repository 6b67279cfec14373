import type { Catalog } from '../core/catalog/catalog';
import type { FileFacts } from '../core/connection/fileFacts';
import { createNodeFactsReader } from '../core/connection/nodeFacts';
import { readFileFacts, unreadFileFacts } from '../core/connection/readFileFacts';
import { resolveProjects } from '../core/connection/projects';
import type { FilePlace } from '../core/flow/filePlace';
import { JsonDocument } from '../core/json/jsonDocument';
import { isAskedFor } from './isAskedFor';
import type { TextSource } from './textSource';

/**
 * What the files of a source say; paths that were asked for and say nothing get a sentence in `unreadable`. The flows of
 * projects that nobody asked for aren't read: that they are there is all that others need of them.
 */
export async function readAllFacts(
  source: TextSource,
  catalog: Catalog,
  unreadable: string[],
): Promise<Map<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  const flows: string[] = [];
  const reader = createNodeFactsReader(catalog);
  const read = async (path: string, place: FilePlace) => {
    // That it is there is all there is to know, and it may be large.
    const text = place.kind === 'intents' ? Promise.resolve({ text: '' }) : source.read(path);
    const read = await text.then(
      ({ text }) => readFileFacts(place, new JsonDocument(text), reader),
      (error: unknown) => unreadFileFacts(place, { kind: isFolderError(error) ? 'notAFile' : 'failed' }),
    );
    if (read) facts.set(path, read);
    else facts.delete(path);
  };
  for (const path of source.paths) {
    const place = source.placeOf(path);
    // Snapshots are told of where the sources are opened, by their first letters alone.
    if (!place || place.kind === 'snapshot') continue;
    const unread = unreadFileFacts(place, { kind: 'failed' });
    if (unread?.kind !== 'flow') await read(path, place);
    else {
      facts.set(path, unread);
      flows.push(path);
    }
  }
  const asked = source.only && flowsOfAsked(source, facts);
  for (const path of flows) {
    const place = source.placeOf(path);
    if (place && (!asked || asked.has(path))) await read(path, place);
  }
  for (const path of source.named ?? []) {
    if (!facts.has(path)) unreadable.push(`${source.display(path)}: not a Cognigy.AI flow file.`);
  }
  return facts;
}

/** Which project a flow is in is known by where it lies. */
function flowsOfAsked(source: TextSource, facts: ReadonlyMap<string, FileFacts>): Set<string> {
  const projects = resolveProjects(facts, source.name).filter((project) => isAskedFor(project, source));
  return new Set(projects.flatMap(({ flows }) => [...flows.keys()]));
}

function isFolderError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EISDIR';
}
