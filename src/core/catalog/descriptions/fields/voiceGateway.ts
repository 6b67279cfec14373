import type { FieldTexts } from '../text';
import { voiceFields } from './voice';

/** Keys of the Voice Gateway nodes. */
export const voiceGatewayFields: FieldTexts = {
  '': voiceFields,
  transfer: {
    transferTarget: (t) => t('The telephone number or SIP address to transfer the call to.'),
  },
};
