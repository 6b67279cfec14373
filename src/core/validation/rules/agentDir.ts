import { isWithin, joinPath } from '../../flow/filePlace';
import { asString, isObject } from '../../json/narrow';
import { defineRule } from '../rule';
import { slipOf } from '../slipOf';

/** A folder in which there are no flows: then the file's Connections count for none, and every Reference ID is unknown. */
export const agentDir = defineRule({
  code: 'agent-dir',
  severity: 'warning',
  sentence: {
    outside: '“agentDir” must be a relative path that stays inside the opened folder or repository.',
    similar: 'No flow files are below “{folder}”. Did you mean “{similar}”?',
    empty: 'No flow files are below “{folder}”, so these Connections apply to none.',
  },
  reason:
    'The connections file names a folder in `agentDir` that contains no flows, or that is outside of the opened folder or repository. Upper and lower case matter. Its Connections then apply to no flow, and all of them count as not registered. Not reported while the workspace folder contains no flows at all: they may not have been pulled yet.',
  wayOut: 'Correct `agentDir`, or remove it if the Connections apply to the whole folder.',
  ofFile({ place, document, project, flowRoots }, found) {
    if (place.kind !== 'connectionsFile') return [];
    const { value } = document;
    const written = isObject(value) ? asString(value.agentDir) : undefined;
    if (written === undefined || document.syntaxError) return [];
    const path = ['agentDir'];
    const folder = joinPath(place.folder, written);
    if (folder === undefined) return [found({ sentence: 'outside', path })];
    const roots = [...flowRoots];
    const below = roots.filter((root) => isWithin(place.folder, root));
    if (project && project.flows.size > 0) return [];
    // Without any flow here, they may not have been pulled yet.
    if (roots.length === 0 || roots.some((root) => isWithin(folder, root))) return [];
    const candidates = below.map((root) =>
      place.folder === '' ? root : root.slice(place.folder.length + 1),
    );
    const similar = similarTo(written, candidates);
    if (similar !== undefined)
      return [found({ sentence: 'similar', path, args: { folder: written, similar } })];
    return [found({ sentence: 'empty', path, args: { folder: written } })];
  },
});

/** The folder that differs in case, in how its letters are composed, or by a slip. */
function similarTo(written: string, folders: readonly string[]): string | undefined {
  const meant = slipOf(plain(written), folders.map(plain));
  return folders.find((folder) => plain(folder) === meant);
}

function plain(path: string): string {
  return path.normalize('NFC').toLowerCase().replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/$/, '');
}
