import type { NodeTypeTexts } from '../text';

/** Calls by Voice Gateway. */
export const voiceGatewayNodes: NodeTypeTexts = {
  setSessionConfig: {
    title: (t) => t('Set Session Config'),
    description: (t) => t('Configures the call’s session: speech, keys, timeouts.'),
  },
  dtmf: { title: (t) => t('DTMF'), description: (t) => t('Plays key tones into the call.') },
  hangup: { title: (t) => t('Hang Up'), description: (t) => t('Ends the call.') },
  play: { title: (t) => t('Play'), description: (t) => t('Plays a sound file to the caller.') },
  refer: {
    title: (t) => t('Refer'),
    description: (t) => t('Refers the call to another target. An older version of Transfer.'),
  },
  transfer: {
    title: (t) => t('Transfer'),
    description: (t) => t('Transfers the call to a telephone number or SIP address.'),
  },
  sendMetadata: {
    title: (t) => t('Send Metadata'),
    description: (t) => t('Sends metadata to the other end of the call, by SIP INFO.'),
  },
  record: {
    title: (t) => t('Call Recording'),
    description: (t) => t('Starts or ends the recording of the call.'),
  },
  muteSpeechInput: {
    title: (t) => t('Mute Speech Input'),
    description: (t) => t('Sets whether speech and keys of the caller are listened to.'),
  },
};
