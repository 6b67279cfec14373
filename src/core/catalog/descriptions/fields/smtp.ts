import type { FieldTexts, Texts } from '../text';
import { serviceFields } from './results';

const message: Texts = {
  recipient: (t) => t('Who the e-mail goes to.'),
  subject: (t) => t('The subject.'),
  message: (t) => t('The e-mail’s HTML.'),
  cc: (t) => t('Who gets a copy.'),
  bcc: (t) => t('Who gets a copy that the others don’t see.'),
  priority: (t) => t('How important the e-mail is.'),
  async: (t) => t('Whether the flow goes on without waiting for the result.'),
};

/** Keys of the nodes that send e-mail. */
export const smtpFields: FieldTexts = {
  '': serviceFields,
  sendEmail: {
    ...message,
    smtpType: (t) =>
      t('The mail service, or otherSmtp for any other server. It decides which Connection counts.'),
    connection: (t) => t('The Reference ID of the SMTP Connection.'),
    authType: (t) => t('How the mail service is signed in to. It decides which Connection counts.'),
    serviceConnection: (t) => t('The Reference ID of the e-mail service’s Connection.'),
    oAuth2Connection: (t) => t('The Reference ID of the OAuth2 Connection.'),
    from: (t) => t('Who the e-mail is from.'),
    replyTo: (t) => t('Where answers go.'),
    defineText: (t) => t('Whether the e-mail has a plain text of its own.'),
    text: (t) => t('The e-mail’s plain text.'),
    attachmentType: (t) => t('Where the attachment comes from.'),
  },
  emailNotification: message,
};
