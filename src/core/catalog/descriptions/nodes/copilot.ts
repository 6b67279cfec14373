import type { NodeTypeTexts } from '../text';

/** AI Copilot: what a human agent sees beside the conversation. */
export const copilotNodes: NodeTypeTexts = {
  assistInfo: {
    title: (t) => t('Assist Info'),
    description: (t) => t('Shows the human agent a card with information.'),
  },
  setAgentAssistGrid: {
    title: (t) => t('Copilot: Set Grid'),
    description: (t) => t('Sets how the tiles of the AI Copilot workspace are laid out.'),
  },
  setIFrameTile: {
    title: (t) => t('Copilot: IFrame Tile'),
    description: (t) => t('Shows a web page in a tile of the AI Copilot workspace.'),
  },
  setHTMLTile: {
    title: (t) => t('Copilot: HTML Tile'),
    description: (t) => t('Shows HTML in a tile of the AI Copilot workspace.'),
  },
  setSecureFormsTile: {
    title: (t) => t('Copilot: Secure Forms Tile'),
    description: (t) => t('Shows a secure form in a tile of the AI Copilot workspace.'),
  },
  setAdaptiveCardTile: {
    title: (t) => t('Copilot: Adaptive Card Tile'),
    description: (t) => t('Shows an Adaptive Card in a tile of the AI Copilot workspace.'),
  },
  nextActionAssist: {
    title: (t) => t('Copilot: Next Action Tile'),
    description: (t) => t('Suggests the human agent’s next step in a tile.'),
  },
  sentimentAssist: {
    title: (t) => t('Copilot: Sentiment Tile'),
    description: (t) => t('Shows the user’s mood in a tile of the AI Copilot workspace.'),
  },
  transcriptAssist: {
    title: (t) => t('Copilot: Transcript Tile'),
    description: (t) => t('Shows what is said in a tile of the AI Copilot workspace.'),
  },
  identityAssist: {
    title: (t) => t('Copilot: Identity Tile'),
    description: (t) => t('Shows who the user is in a tile of the AI Copilot workspace.'),
  },
  knowledgeAssist: {
    title: (t) => t('Copilot: Knowledge Tile'),
    description: (t) => t('Answers the user’s question for the human agent, from a Knowledge Store.'),
  },
};
