import { JsonDocument } from '../json/jsonDocument';
import { LineIndex } from '../json/lineIndex';
import { isObject } from '../json/narrow';
import type { Localize } from '../ports';
import { severities, type Problem, type Severity } from './problem';
import { rules } from './rules';

/** What a code is reported as, where that is not up to its rule. */
export type RuleSettings = ReadonlyMap<string, Severity | 'off'>;

/** Why settings are not simply taken as they stand; what can be read of them counts all the same. */
export type RuleSettingsTrouble =
  | { readonly kind: 'unreadable'; /** 1-based. */ readonly line: number }
  | { readonly kind: 'unknownCode' | 'unknownSeverity'; readonly code: string };

export const defaultRuleSettings: RuleSettings = new Map(
  rules.flatMap(({ code, isOff }) => (isOff ? [[code, 'off']] : [])),
);

/**
 * Reads the text of `.cognigy/validation.json`:
 *
 *     { "rules": { "<code>": "off" | "error" | "warning" | "info" | "hint" } }
 *
 * A code that is not named keeps what its rule says. Other keys are left to later versions.
 */
export function readValidationSettings(
  text: string,
  base: RuleSettings = defaultRuleSettings,
): {
  settings: RuleSettings;
  troubles: RuleSettingsTrouble[];
} {
  const document = new JsonDocument(text);
  const root = document.value;
  const rules = isObject(root) ? root.rules : undefined;
  const isReadable = !document.syntaxError && isObject(root) && (rules === undefined || isObject(rules));
  const offset = document.syntaxError?.offset ?? document.rangeOf(['rules'])?.offset ?? 0;
  const read = readRuleSettings(rules, base);
  return {
    settings: read.settings,
    troubles: isReadable
      ? read.troubles
      : [{ kind: 'unreadable', line: new LineIndex(text).at(offset).line }, ...read.troubles],
  };
}

/** Reads severities by code, as they stand in the file and in an editor's settings; later values win over `base`. */
export function readRuleSettings(
  severitiesByCode: unknown,
  base: RuleSettings = defaultRuleSettings,
): { settings: RuleSettings; troubles: RuleSettingsTrouble[] } {
  const settings = new Map(base);
  const troubles: RuleSettingsTrouble[] = [];
  for (const [name, value] of Object.entries(isObject(severitiesByCode) ? severitiesByCode : {})) {
    const code = rules.find((rule) => rule.code === name)?.code;
    const severity = [...severities, 'off' as const].find((candidate) => candidate === value);
    if (code === undefined) troubles.push({ kind: 'unknownCode', code: name });
    else if (severity === undefined) troubles.push({ kind: 'unknownSeverity', code: name });
    else settings.set(code, severity);
  }
  return { settings, troubles };
}

/** What is the matter with settings, as a sentence. */
export function describeSettingsTrouble(trouble: RuleSettingsTrouble, t: Localize): string {
  switch (trouble.kind) {
    case 'unreadable':
      return t('The settings can’t be read (line {0}).', trouble.line);
    case 'unknownCode':
      return t('No problem has the code “{0}”.', trouble.code);
    case 'unknownSeverity':
      return t('“{0}” takes error, warning, info, hint or off.', trouble.code);
  }
}

/** Problems as the settings want them; what is off is left out. */
export function applySettings(problems: readonly Problem[], settings: RuleSettings): Problem[] {
  return problems.flatMap((problem) => {
    const severity = settings.get(problem.code);
    if (severity === 'off') return [];
    return [severity ? { ...problem, severity } : problem];
  });
}
