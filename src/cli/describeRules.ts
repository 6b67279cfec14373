import { firstSentence, plainText } from '../core/validation/ruleDocuments';
import type { RuleDescription, RuleSeverity } from '../core/validation/rule';
import { rules } from '../core/validation/rules';
import { slipOf } from '../core/validation/slipOf';
import { toJsonText } from './formats/json';
import { UsageError } from './usageError';

/** How `list-rules` can print all rules. */
export const ruleFormats = { text: listInText, json: listInJson } as const;

function listInText(): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  return rules
    .map(
      (rule) =>
        `${rule.code.padEnd(width)}  ${severityOf(rule)}\n    ${plainText(firstSentence(rule.reason))}\n`,
    )
    .join('');
}

function listInJson(): string {
  return toJsonText({
    version: 1,
    rules: rules.map(({ code, severity, isOff, sentences, reason, wayOut }) => ({
      code,
      severity: inPlaces(severity),
      isOn: !isOff,
      messages: sentences,
      reason,
      whatToDo: wayOut,
    })),
  });
}

/** What `explain` prints of a code. @throws {UsageError} for one that there isn't. */
export function explainRule(code: string): string {
  const rule = rules.find((candidate) => candidate.code === code);
  if (!rule) {
    const meant = slipOf(
      code,
      rules.map((candidate) => candidate.code),
    );
    const hint = typeof meant === 'string' ? ` Did you mean ${meant}?` : ' See flow-connections list-rules.';
    throw new UsageError(`unknown problem code “${code}”.${hint}`);
  }
  const messages = rule.sentences.map((sentence) => `  ${sentence}\n`).join('');
  return `${rule.code} (${severityOf(rule)})\n\n${messages}\n${plainText(rule.reason)}\n\nWhat to do: ${plainText(rule.wayOut)}\n`;
}

function severityOf({ severity, isOff }: RuleDescription): string {
  const { clone, elsewhere } = inPlaces(severity);
  const words =
    clone === elsewhere ? clone : `${clone} in a clone of the Cognigy CLI, ${elsewhere} elsewhere`;
  return isOff ? `${words}, off by default` : words;
}

function inPlaces(severity: RuleSeverity) {
  return typeof severity === 'string' ? { clone: severity, elsewhere: severity } : severity;
}
