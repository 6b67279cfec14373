import type { NodeTypeTexts } from '../text';

/** What finds meaning in the user’s input. */
export const nluNodes: NodeTypeTexts = {
  executeCognigyNLU: {
    title: (t) => t('Execute Cognigy NLU'),
    description: (t) => t('Analyzes a text for Intents and Slots.'),
  },
  regexSlotFiller: {
    title: (t) => t('Regex Slot Filler'),
    description: (t) => t('Makes a Slot of what fits a regular expression in the user’s input.'),
  },
  addLexiconKeyphrase: {
    title: (t) => t('Add Lexicon Keyphrase'),
    description: (t) => t('Adds a Keyphrase to a Lexicon.'),
  },
  fuzzySearch: {
    title: (t) => t('Fuzzy Search'),
    description: (t) => t('Searches a list for what is similar to a pattern.'),
  },
  matchPattern: {
    title: (t) => t('Match Pattern'),
    description: (t) => t('Finds patterns in a text and adds what they found to the Input.'),
  },
  cleanText: {
    title: (t) => t('Clean Text'),
    description: (t) => t('Cleans a text: numbers in words, spelled letters, symbols that aren’t allowed.'),
  },
  enableSlotFillers: {
    title: (t) => t('Enable Slot Fillers'),
    description: (t) => t('Switches Slot Fillers on.'),
  },
  disableSlotFillers: {
    title: (t) => t('Disable Slot Fillers'),
    description: (t) => t('Switches Slot Fillers off.'),
  },
  generativeSlotFiller: {
    title: (t) => t('Generative Slot Filler'),
    description: (t) => t('Lets a language model ask for Slots until they are filled.'),
  },
  generativeSlotFillerSuccess: {
    title: (t) => t('On Success'),
    description: (t) => t('The branch that runs when the Generative Slot Filler has what it needs.'),
  },
  generativeSlotFillerFallback: {
    title: (t) => t('On Fallback'),
    description: (t) => t('The branch that runs when the Generative Slot Filler gives up.'),
  },
};
