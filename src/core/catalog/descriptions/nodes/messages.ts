import type { NodeTypeTexts } from '../text';

/** What the user sees and is asked. */
export const messageNodes: NodeTypeTexts = {
  say: {
    title: (t) => t('Say'),
    description: (t) => t('Sends the user a message: text, buttons, media, or something for one channel.'),
  },
  sendText: { title: (t) => t('Send Text'), description: (t) => t('Sends the user a plain text.') },
  question: {
    title: (t) => t('Question'),
    description: (t) => t('Asks the user, and waits until the answer is valid.'),
  },
  optionalQuestion: {
    title: (t) => t('Optional Question'),
    description: (t) => t('Asks the user, who may also say something else.'),
  },
  onAnswer: {
    title: (t) => t('On Answer'),
    description: (t) => t('The branch of an Optional Question that runs for an answer.'),
  },
  onQuestion: {
    title: (t) => t('On Question'),
    description: (t) => t('The branch of an Optional Question that runs when the question is asked.'),
  },
  datePicker: {
    title: (t) => t('Datepicker'),
    description: (t) => t('Shows a calendar to choose a date from, where the channel can.'),
  },
  setTranslation: {
    title: (t) => t('Set Translation'),
    description: (t) => t('Changes how this session’s messages are translated.'),
  },
};
