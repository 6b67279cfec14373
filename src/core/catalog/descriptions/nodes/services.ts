import type { NodeTypeTexts } from '../text';

/** What calls other systems, and hands over to human agents. */
export const serviceNodes: NodeTypeTexts = {
  httpRequest: {
    title: (t) => t('HTTP Request'),
    description: (t) => t('Sends an HTTP request and stores the response.'),
  },
  triggerFunction: { title: (t) => t('Trigger Function'), description: (t) => t('Starts a Function.') },
  onScheduled: {
    title: (t) => t('On Scheduled'),
    description: (t) => t('The branch of a Trigger Function that runs when the Function was scheduled.'),
  },
  onSchedulingError: {
    title: (t) => t('On Scheduling Error'),
    description: (t) => t('The branch of a Trigger Function that runs when scheduling failed.'),
  },
  handover: {
    title: (t) => t('Handover'),
    description: (t) => t('Hands the conversation over to a human agent. An older version.'),
  },
  handoverToAgent: {
    title: (t) => t('Handover to Agent'),
    description: (t) => t('Hands the conversation over to a human agent.'),
  },
  handoverInactivityTimer: {
    title: (t) => t('Set Handover Inactivity'),
    description: (t) => t('Sets after how much silence a user in a handover is inactive.'),
  },
  closeHandover: {
    title: (t) => t('Close Handover'),
    description: (t) => t('Ends the handover, so that the AI Agent answers again.'),
  },
  checkAgentAvailability: {
    title: (t) => t('Check Agent Availability'),
    description: (t) => t('Looks whether human agents are available, and stores the answer.'),
  },
};
