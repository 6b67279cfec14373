import type { NodeTypeTexts } from '../text';

/** Calls, whichever voice integration they come by. */
export const voiceNodes: NodeTypeTexts = {
  play: { title: (t) => t('Play URL'), description: (t) => t('Plays a sound file to the caller.') },
  transfer: {
    title: (t) => t('Transfer'),
    description: (t) => t('Transfers the call to a telephone number or SIP address.'),
  },
  hangup: { title: (t) => t('Hang Up'), description: (t) => t('Ends the call.') },
  bargeIn: {
    title: (t) => t('Barge In - Config'),
    description: (t) => t('Sets, for the session, whether the caller can interrupt the AI Agent.'),
  },
  continuousASR: {
    title: (t) => t('Continuous ASR - Config'),
    description: (t) => t('Sets, for the session, whether pieces of speech are joined to one input.'),
  },
  dtmf: {
    title: (t) => t('DTMF Collect - Config'),
    description: (t) => t('Sets, for the session, how keys that the caller presses are collected.'),
  },
  noUserInput: {
    title: (t) => t('User Input Timeout - Config'),
    description: (t) => t('Sets, for the session, what happens while the caller says nothing.'),
  },
  sessionSpeechParameters: {
    title: (t) => t('Session Speech Parameters - Config'),
    description: (t) => t('Sets, for the session, how speech is recognized and spoken.'),
  },
  sendMetadata: {
    title: (t) => t('Send Metadata'),
    description: (t) => t('Sends metadata to the other end of the call, by SIP INFO.'),
  },
  muteSpeechInput: {
    title: (t) => t('Mute Speech Input'),
    description: (t) => t('Sets whether speech of the caller is listened to.'),
  },
};
