import type { FieldTexts, Texts } from '../text';
import { voiceFields } from './voice';

/** What means the same as in the other voice nodes. */
const shared: Texts = {
  bargeInMinWordCount: voiceFields.bargeInMinWordCount,
  userNoInputRetries: voiceFields.userNoInputRetries,
  userNoInputSpeech: voiceFields.userNoInputSpeech,
  userNoInputUrl: voiceFields.userNoInputUrl,
  azureEnableAudioLogging: voiceFields.azureEnableAudioLogging,
  sttDisablePunctuation: voiceFields.sttDisablePunctuation,
  hangupReason: voiceFields.hangupReason,
  useTransferSipHeaders: voiceFields.useTransferSipHeaders,
  transferSipHeaders: voiceFields.transferSipHeaders,
  setActivityParams: voiceFields.setActivityParams,
  sessionParams: voiceFields.sessionParams,
};

/** Keys of the AudioCodes nodes. */
export const audioCodesFields: FieldTexts = {
  '': shared,
  sendMessage: { text: (t) => t('The text that is spoken.') },
  handover: {
    transferTarget: (t) => t('The telephone number or SIP address to transfer the call to.'),
  },
};
