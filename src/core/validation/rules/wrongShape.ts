import { readConnectionsFile } from '../../connection/connectionsFile';
import { misfits, shapeAt } from '../flowShape';
import { isCompanion } from '../isPushed';
import { defineRule } from '../rule';

/** The JSON schemas of flow files say the same to an editor, of the files that they are contributed for. */
export const wrongShape = defineRule({
  code: 'wrong-shape',
  severity: 'error',
  sentence: {
    missing: '“{key}” is missing.',
    string: '“{key}” must be a string.',
    boolean: '“{key}” must be true or false.',
    object: '“{key}” must be an object.',
    array: '“{key}” must be a list.',
    entryString: 'Each entry of the list must be a string.',
    entryObject: 'Each entry of the list must be an object.',
    flow: 'A flow must be an object with “relations” and “nodes”.',
    rootObject: 'The file must contain an object.',
    rootList: 'The file must contain a list.',
  },
  reason:
    'The file isn’t of the shape that a flow has: a key that every node or relation has is missing, or its value is of another type. VS Code reports this itself in open files, by the JSON schema. `cognigy push` silently skips a node that isn’t as it should be. Empty values are no problem.',
  wayOut: 'Restore the value, or pull the flow again.',
  ofFile({ place, document, isCheckedByEditor }, found) {
    if (document.syntaxError || document.isTooDeep) return [];
    // VS Code has no schema for files that only the user's own globs name, nor for those of packages.
    if (isCheckedByEditor && place.kind === 'flow' && !place.isChosen) return [];
    const shape = shapeAt(place, document.value);
    const isNewer =
      place.kind === 'connectionsFile' && readConnectionsFile(document.text).trouble?.kind === 'newerVersion';
    if (!shape || isNewer) return [];
    const severity = isCompanion(place) ? ({ severity: { clone: 'error', elsewhere: 'info' } } as const) : {};
    return misfits(document.value, shape).map((misfit) => {
      const { path } = misfit;
      const common = { path, ...severity };
      if (misfit.kind === 'missing')
        return found({ ...common, sentence: 'missing', args: { key: misfit.key } });
      const key = path.at(-1);
      const [type = 'object'] = misfit.types;
      if (typeof key === 'string') {
        return found({ ...common, sentence: type === 'null' ? 'string' : type, args: { key } });
      }
      if (key !== undefined) {
        return type === 'string'
          ? found({ ...common, sentence: 'entryString' })
          : found({ ...common, sentence: 'entryObject' });
      }
      if (type === 'array') return found({ ...common, sentence: 'rootList' });
      return place.kind === 'flow' || place.kind === 'packageChart'
        ? found({ ...common, sentence: 'flow' })
        : found({ ...common, sentence: 'rootObject' });
    });
  },
});
