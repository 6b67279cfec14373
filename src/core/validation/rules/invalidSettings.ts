import { compileGlob } from '../../flow/glob';
import { isObject } from '../../json/narrow';
import { severityChoices } from '../problem';
import { defineRule } from '../rule';
import { slipOf } from '../slipOf';

/** The JSON schema says the same to an editor, but for a code that is not in `rules`. */
export const invalidSettings = defineRule({
  code: 'invalid-settings',
  severity: 'error',
  sentence: {
    file: 'The settings must be an object with “rules”.',
    rules: '“rules” must be an object.',
    exclude: '“exclude” must be a list of globs.',
    glob: '“{glob}” isn’t a valid glob relative to the folder that contains .cognigy.',
    key: '“{key}” has no effect. Did you mean “{meant}”?',
    unknown: 'Unknown problem code “{code}”.',
    slip: 'Unknown problem code “{code}”. Did you mean “{meant}”?',
    severity: '“{code}” must be error, warning, info, hint, or off.',
    flat: '“{code}” has no effect here. Move it into “rules”.',
  },
  reason:
    'A setting in `.cognigy/validation.json` can’t be read, so it isn’t applied. VS Code reports most of this itself in open files, by the JSON schema.',
  wayOut: 'Correct the setting, or remove it.',
  ofFile({ place, document, codes, isCheckedByEditor }, found) {
    if (place.kind !== 'ruleSettings' || document.syntaxError || document.isTooDeep) return [];
    const { value } = document;
    if (!isObject(value)) return isCheckedByEditor ? [] : [found({ sentence: 'file', path: [] })];
    const flat = Object.keys(value).filter((code) => codes.includes(code));
    const misplaced = flat.map((code) => found({ sentence: 'flat', path: [code], args: { code } }));
    const { rules, exclude } = value;
    for (const key of Object.keys(value).filter((key) => !known.includes(key) && !flat.includes(key))) {
      const meant = slipOf(key, known);
      if (typeof meant === 'string')
        misplaced.push(found({ sentence: 'key', path: [key], args: { key, meant } }));
    }
    for (const [index, glob] of (Array.isArray(exclude) ? (exclude as unknown[]) : []).entries()) {
      if (typeof glob !== 'string' || isGlob(glob)) continue;
      misplaced.push(found({ sentence: 'glob', path: ['exclude', index], args: { glob } }));
    }
    if (isCheckedByEditor) return misplaced;
    if (exclude !== undefined && !isList(exclude)) {
      misplaced.push(found({ sentence: 'exclude', path: ['exclude'] }));
    }
    if (rules === undefined) return misplaced;
    if (!isObject(rules)) return [...misplaced, found({ sentence: 'rules', path: ['rules'] })];
    return [
      ...misplaced,
      ...Object.entries(rules).flatMap(([code, severity]) => {
        const path = ['rules', code];
        if (!codes.includes(code)) {
          const meant = slipOf(code, codes);
          if (typeof meant !== 'string') return [found({ sentence: 'unknown', path, args: { code } })];
          return [found({ sentence: 'slip', path, args: { code, meant } })];
        }
        const isKnown = severityChoices.some((choice) => choice === severity);
        return isKnown ? [] : [found({ sentence: 'severity', path, args: { code } })];
      }),
    ];
  },
});

/** The keys that such a file has. */
const known: readonly string[] = ['rules', 'exclude'];

function isGlob(glob: string): boolean {
  return !glob.split('/').includes('..') && compileGlob(glob) !== undefined;
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
