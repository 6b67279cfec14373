import type { NodeTypeTexts } from '../text';

/** What decides where a Flow goes on. */
export const logicNodes: NodeTypeTexts = {
  start: { title: (t) => t('Start'), description: (t) => t('Where the flow begins with each user input.') },
  end: { title: (t) => t('End'), description: (t) => t('The end of the flow.') },
  placeholder: {
    title: (t) => t('Placeholder'),
    description: (t) => t('Stands in for a node that is yet to come.'),
  },
  if: {
    title: (t) => t('If'),
    description: (t) => t('Runs its Then branch when the condition is true, else its Else branch.'),
  },
  then: {
    title: (t) => t('Then'),
    description: (t) => t('The branch of an If that runs when the condition is true.'),
  },
  else: {
    title: (t) => t('Else'),
    description: (t) => t('The branch of an If that runs when the condition is not true.'),
  },
  switch: {
    title: (t) => t('Lookup'),
    description: (t) => t('Runs the Case whose value fits, or Default when none does.'),
  },
  case: { title: (t) => t('Case'), description: (t) => t('The branch of a Lookup that runs for its value.') },
  default: {
    title: (t) => t('Default'),
    description: (t) => t('The branch of a Lookup that runs when no Case fits.'),
  },
  once: {
    title: (t) => t('Once'),
    description: (t) => t('Runs one branch the first time in a session, and the other ever after.'),
  },
  onFirstExecution: {
    title: (t) => t('On First Time'),
    description: (t) => t('The branch of a Once that runs the first time in a session.'),
  },
  afterwards: {
    title: (t) => t('Afterwards'),
    description: (t) => t('The branch of a Once that runs every time but the first.'),
  },
  interval: {
    title: (t) => t('Interval'),
    description: (t) => t('Runs a branch again only after a given time.'),
  },
  onInterval: {
    title: (t) => t('On Interval'),
    description: (t) => t('The branch of an Interval that runs when the time has passed.'),
  },
  elseInterval: {
    title: (t) => t('Else'),
    description: (t) => t('The branch of an Interval that runs before the time has passed.'),
  },
  goTo: {
    title: (t) => t('Go To'),
    description: (t) => t('Leaves for a node of this flow or another one, and doesn’t come back.'),
  },
  executeFlow: {
    title: (t) => t('Execute Flow'),
    description: (t) => t('Runs another flow, then goes on here.'),
  },
  think: {
    title: (t) => t('Think'),
    description: (t) => t('Starts the flow again with a text, as if the user had said it. An older version.'),
  },
  thinkV2: {
    title: (t) => t('Think'),
    description: (t) => t('Starts the flow again with a text or an Intent, as if the user had said it.'),
  },
  wait: {
    title: (t) => t('Wait for Input'),
    description: (t) => t('Waits for the user’s next input, then goes on here.'),
  },
  sleep: { title: (t) => t('Sleep'), description: (t) => t('Pauses for a number of milliseconds.') },
  stop: {
    title: (t) => t('Stop and Return'),
    description: (t) => t('Ends the execution; the next input begins at the Start node.'),
  },
  setState: {
    title: (t) => t('Set State'),
    description: (t) => t('Changes the State, which restricts the Intents that are recognized.'),
  },
  resetState: {
    title: (t) => t('Reset State'),
    description: (t) => t('Goes back to the default State, in which all Intents are recognized.'),
  },
  switchLocale: { title: (t) => t('Switch Locale'), description: (t) => t('Goes on in another locale.') },
  onYes: {
    title: (t) => t('Yes'),
    description: (t) => t('The Yes branch of a node that checks for a change of channel.'),
  },
  onNo: {
    title: (t) => t('No'),
    description: (t) => t('The No branch of a node that checks for a change of channel.'),
  },
  unchanged: {
    title: (t) => t('Unchanged'),
    description: (t) => t('The branch of a node that checks for a change of channel, when there was none.'),
  },
};
