import type { Catalog } from '../core/catalog/catalog';
import type { FileFacts } from '../core/connection/fileFacts';
import { createNodeFactsReader } from '../core/connection/nodeFacts';
import { readFileFacts, unreadFileFacts } from '../core/connection/readFileFacts';
import { JsonDocument } from '../core/json/jsonDocument';
import type { TextSource } from './textSource';

/** What the files of a source say; paths that were asked for and say nothing get a sentence in `unreadable`. */
export async function readAllFacts(
  source: TextSource,
  catalog: Catalog,
  unreadable: string[],
): Promise<Map<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  const reader = createNodeFactsReader(catalog);
  for (const path of source.paths) {
    const place = source.placeOf(path);
    // Snapshots are told of where the sources are opened, by their first letters alone.
    if (!place || place.kind === 'snapshot') continue;
    // That it is there is all there is to know, and it may be large.
    const text = place.kind === 'intents' ? Promise.resolve({ text: '' }) : source.read(path);
    const read = await text.then(
      ({ text }) => readFileFacts(place, new JsonDocument(text), reader),
      (error: unknown) => unreadFileFacts(place, { kind: isFolderError(error) ? 'notAFile' : 'failed' }),
    );
    if (read) facts.set(path, read);
  }
  for (const path of source.named ?? []) {
    if (!facts.has(path)) unreadable.push(`${source.display(path)}: not a flow file.`);
  }
  return facts;
}

function isFolderError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EISDIR';
}
