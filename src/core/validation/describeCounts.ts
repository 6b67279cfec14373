import type { Localize } from '../ports';
import type { Problem, Severity } from './problem';

/** What came of checking files: `2 files checked: 1 error, 0 warnings, 3 notes`. Hints count as notes. */
export function describeCounts(
  files: number,
  problems: readonly Pick<Problem, 'severity'>[],
  t: Localize,
): string {
  const count = (...wanted: readonly Severity[]) =>
    problems.filter(({ severity }) => wanted.includes(severity)).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('info', 'hint')];
  return t(
    '{0}: {1}, {2}, {3}',
    files === 1 ? t('1 file checked') : t('{0} files checked', files),
    errors === 1 ? t('1 error') : t('{0} errors', errors),
    warnings === 1 ? t('1 warning') : t('{0} warnings', warnings),
    notes === 1 ? t('1 note') : t('{0} notes', notes),
  );
}
