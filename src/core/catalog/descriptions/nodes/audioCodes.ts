import type { NodeTypeTexts } from '../text';

/** Calls by AudioCodes. */
export const audioCodesNodes: NodeTypeTexts = {
  sendMessage: { title: (t) => t('Send Message'), description: (t) => t('Speaks a text to the caller.') },
  playURL: { title: (t) => t('Play URL'), description: (t) => t('Plays a sound file to the caller.') },
  handover: {
    title: (t) => t('Transfer'),
    description: (t) => t('Transfers the call to a telephone number or SIP address.'),
  },
  hangup: { title: (t) => t('Hang Up'), description: (t) => t('Ends the call.') },
  setSessionParams: {
    title: (t) => t('Set Session Parameters'),
    description: (t) => t('Configures the call’s session: speech, keys, timeouts.'),
  },
  sendMetaData: {
    title: (t) => t('Send Meta Data'),
    description: (t) => t('Sends metadata to the other end of the call, by SIP INFO.'),
  },
  callRecording: {
    title: (t) => t('Call Recording'),
    description: (t) => t('Starts, pauses, resumes or ends the recording of the call.'),
  },
  agentAssist: {
    title: (t) => t('Agent Assist'),
    description: (t) => t('Starts or stops recognizing speech of the caller, the callee or both.'),
  },
};
