import { JsonDocument } from '../json/jsonDocument';
import { isObject } from '../json/narrow';
import { severityChoices, type Problem, type Severity } from './problem';
import { rules } from './rules';

/** What a code is reported as, where that is not up to its rule. */
export type RuleSettings = ReadonlyMap<string, Severity | 'off'>;

export const defaultRuleSettings: RuleSettings = new Map(
  rules.flatMap(({ code, isOff }) => (isOff ? [[code, 'off']] : [])),
);

/**
 * Reads the text of `.cognigy/validation.json`:
 *
 *     { "rules": { "<code>": "off" | "error" | "warning" | "info" | "hint" } }
 *
 * A code that is not named keeps what its rule says, and so it does where the text or its value can't be read, which
 * `invalid-settings` reports.
 */
export function readValidationSettings(text: string, base: RuleSettings = defaultRuleSettings): RuleSettings {
  const document = new JsonDocument(text);
  return document.syntaxError || !isObject(document.value)
    ? base
    : readRuleSettings(document.value.rules, base);
}

/** Reads severities by code, as they stand in the file and in an editor's settings; later values win over `base`. */
export function readRuleSettings(
  severitiesByCode: unknown,
  base: RuleSettings = defaultRuleSettings,
): RuleSettings {
  const settings = new Map(base);
  for (const [code, value] of Object.entries(isObject(severitiesByCode) ? severitiesByCode : {})) {
    const severity = severityChoices.find((choice) => choice === value);
    if (severity !== undefined && rules.some((rule) => rule.code === code)) settings.set(code, severity);
  }
  return settings;
}

/** Problems as the settings want them; what is off is left out. */
export function applySettings(problems: readonly Problem[], settings: RuleSettings): Problem[] {
  return problems.flatMap((problem) => {
    const severity = settings.get(problem.code);
    if (severity === 'off') return [];
    return [severity ? { ...problem, severity } : problem];
  });
}
