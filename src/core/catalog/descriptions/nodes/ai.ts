import type { NodeTypeTexts } from '../text';

/** What asks a language model, or searches knowledge. */
export const aiNodes: NodeTypeTexts = {
  completeText: {
    title: (t) => t('LLM Prompt'),
    description: (t) => t('Sends a prompt to a language model, and stores or says the answer.'),
  },
  gptConversation: {
    title: (t) => t('GPT Conversation'),
    description: (t) => t('Lets a language model, given a role and a task, lead the conversation.'),
  },
  conversationSummary: {
    title: (t) => t('Conversation Summary'),
    description: (t) => t('Lets a language model sum up the conversation.'),
  },
  llmEntityExtract: {
    title: (t) => t('LLM Entity Extract'),
    description: (t) => t('Lets a language model find an entity in what the user said.'),
  },
  knowledgeSearch: {
    title: (t) => t('Knowledge Search'),
    description: (t) => t('Searches Knowledge Stores. An older version.'),
  },
  knowledgeSearchV2: {
    title: (t) => t('Knowledge Search'),
    description: (t) => t('Searches a Knowledge Store.'),
  },
  searchExtractOutput: {
    title: (t) => t('Search Extract Output'),
    description: (t) => t('Searches a Knowledge Store, and lets a language model answer from what it found.'),
  },
};
