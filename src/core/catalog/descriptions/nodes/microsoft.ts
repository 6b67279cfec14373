import type { NodeTypeTexts } from '../text';

/** Microsoft sign-in. */
export const microsoftNodes: NodeTypeTexts = {
  microsoftGetToken: {
    title: (t) => t('Get Token'),
    description: (t) => t('Gets a Microsoft token for the user.'),
  },
  microsoftInvalidateToken: {
    title: (t) => t('Invalidate Token'),
    description: (t) => t('Makes the user’s Microsoft token invalid.'),
  },
  microsoftTokenStatus: {
    title: (t) => t('Token Status'),
    description: (t) => t('Runs one branch if the user has granted a Microsoft token, else the other.'),
  },
  microsoftTokenGranted: {
    title: (t) => t('Token Granted'),
    description: (t) => t('The branch of a Token Status that runs when a token was granted.'),
  },
  microsoftTokenNotGranted: {
    title: (t) => t('Token Not Granted'),
    description: (t) => t('The branch of a Token Status that runs when no token was granted.'),
  },
};
