import type { NodeTypeTexts } from '../text';

/** What keeps and computes data, and what records it. */
export const dataNodes: NodeTypeTexts = {
  code: { title: (t) => t('Code'), description: (t) => t('Runs JavaScript or TypeScript.') },
  addToContext: {
    title: (t) => t('Add To Context'),
    description: (t) => t('Stores a value in the Context, for the rest of the session.'),
  },
  removeFromContext: {
    title: (t) => t('Remove From Context'),
    description: (t) => t('Removes a value from the Context.'),
  },
  copyDataToContext: {
    title: (t) => t('Copy Data To Context'),
    description: (t) => t('Copies the data of the user’s input to the Context.'),
  },
  copySlotsToContext: {
    title: (t) => t('Copy Slots To Context'),
    description: (t) => t('Copies Slots that were found in the user’s input to the Context.'),
  },
  resetContext: { title: (t) => t('Reset Context'), description: (t) => t('Resets the Context.') },
  log: { title: (t) => t('Log Message'), description: (t) => t('Writes a message to the Project’s logs.') },
  debugMessage: {
    title: (t) => t('Debug Message'),
    description: (t) => t('Shows a message in the Interaction Panel’s debug mode.'),
  },
  activateProfile: {
    title: (t) => t('Activate Profile'),
    description: (t) => t('Switches the Contact Profile on again.'),
  },
  deactivateProfile: {
    title: (t) => t('Deactivate Profile'),
    description: (t) => t('Switches the Contact Profile off, and can delete its data.'),
  },
  deleteProfile: {
    title: (t) => t('Delete Profile'),
    description: (t) => t('Deletes the current Contact Profile.'),
  },
  mergeProfile: {
    title: (t) => t('Merge Profile'),
    description: (t) => t('Merges the current Contact Profile with that of another contact ID.'),
  },
  updateProfile: {
    title: (t) => t('Update Profile'),
    description: (t) => t('Writes a value to the Contact Profile.'),
  },
  blindMode: {
    title: (t) => t('Blind Mode'),
    description: (t) => t('Keeps what is said out of logs and analytics.'),
  },
  overwriteAnalytics: {
    title: (t) => t('Overwrite Analytics'),
    description: (t) => t('Changes what is stored of this input in analytics.'),
  },
  completeGoal: {
    title: (t) => t('Complete Goal'),
    description: (t) => t('Records a goal as completed, in analytics and in the Contact Profile.'),
  },
  trackMilestone: {
    title: (t) => t('Track Goal'),
    description: (t) => t('Records that a step of a Goal was reached.'),
  },
  setRating: { title: (t) => t('Set Rating'), description: (t) => t('Stores a rating of the conversation.') },
  requestRating: {
    title: (t) => t('Request Rating'),
    description: (t) => t('Asks the user to rate the conversation.'),
  },
};
