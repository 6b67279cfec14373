import { defineRule } from '../rule';

/** Push visits the folders of the locales in `locales.json`, by their names, and of those that hold an `intents.json`. */
export const localeNotPushed = defineRule({
  code: 'locale-not-pushed',
  severity: { clone: 'warning', elsewhere: 'info' },
  sentence: {
    missing: '‘cognigy push’ silently skips this locale: {file} is missing.',
    notListed: '‘cognigy push’ never reads this file: locales.json doesn’t list the locale {locale}.',
    otherCase:
      '‘cognigy push’ never reads this file: locales.json lists the locale as {listed}, not {locale}.',
  },
  reason:
    '`cognigy push` silently skips a locale without `intents.json`, and never visits the folder of a locale that `locales.json` doesn’t list by exactly this name.',
  wayOut: 'Pull the flow again, or rename the folder to the name of the locale.',
  ofFlow({ knowledge, flow }, found) {
    const push = knowledge.project?.push;
    if (!push) return [];
    const path = flow.shape === 'chart' ? ['_id'] : [];
    const { locale, listedAs } = push;
    if (push.hasLocales && listedAs === undefined) {
      return [found({ sentence: 'notListed', path, args: { locale } })];
    }
    if (push.hasLocales && listedAs !== undefined && listedAs !== locale) {
      return [found({ sentence: 'otherCase', path, args: { listed: listedAs, locale } })];
    }
    return push.hasIntents ? [] : [found({ sentence: 'missing', path, args: { file: 'intents.json' } })];
  },
});
