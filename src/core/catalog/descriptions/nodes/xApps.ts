import type { NodeTypeTexts } from '../text';

/** xApps: pages that are shown to the user beside the conversation. */
export const xAppNodes: NodeTypeTexts = {
  initAppSession: {
    title: (t) => t('xApp: Init Session'),
    description: (t) => t('Starts an xApp session and sets its look.'),
  },
  getAppSessionPin: {
    title: (t) => t('xApp: Get Session PIN'),
    description: (t) => t('Makes a PIN for the xApp session.'),
  },
  setHTMLAppState: {
    title: (t) => t('xApp: Show HTML'),
    description: (t) => t('Shows a page of HTML in the xApp.'),
  },
  setAdaptiveCardAppState: {
    title: (t) => t('xApp: Show Adaptive Card'),
    description: (t) => t('Shows an Adaptive Card in the xApp.'),
  },
};
