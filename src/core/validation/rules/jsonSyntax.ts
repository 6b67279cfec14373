import { isCompanion, isPushed } from '../isPushed';
import { defineRule } from '../rule';

export const jsonSyntax = defineRule({
  code: 'json-syntax',
  severity: 'error',
  sentence: {
    empty: 'The file is empty.',
    emptyForPush: 'The file is empty, so ‘cognigy push’ can’t read it.',
    broken: 'This isn’t valid JSON.',
    brokenForPush: 'This isn’t valid JSON, so ‘cognigy push’ can’t read it.',
    conflict: 'The file has merge conflicts.',
  },
  reason:
    'The file isn’t valid JSON, so `cognigy push` can’t read it. VS Code reports this itself in open files. The mistake may be just before the reported position.',
  wayOut: 'Fix the reported position.',
  ofFile({ place, path, document, isCheckedByEditor }, found) {
    const error = document.syntaxError;
    if (!error || isCheckedByEditor) return [];
    const conflict = /^(?:<{7}|={7}|>{7})(?= |\r?$)/m.exec(document.text);
    const common = {
      path: [],
      range: { offset: conflict?.index ?? error.offset, length: conflict ? conflict[0].length : 0 },
      ...(isCompanion(place) && { severity: { clone: 'error', elsewhere: 'info' } as const }),
    };
    if (conflict) return [found({ ...common, sentence: 'conflict' })];
    const isEmpty = document.text.trim() === '';
    if (isPushed(place, path)) {
      return [found({ ...common, sentence: isEmpty ? 'emptyForPush' : 'brokenForPush' })];
    }
    return [found({ ...common, sentence: isEmpty ? 'empty' : 'broken' })];
  },
});
