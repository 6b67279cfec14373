import type { NodeTypeTexts } from '../text';

/** E-mail. */
export const smtpNodes: NodeTypeTexts = {
  sendEmail: {
    title: (t) => t('Send SMTP Email'),
    description: (t) => t('Sends an e-mail by a server that a Connection names.'),
  },
  emailNotification: {
    title: (t) => t('Email Notification'),
    description: (t) => t('Sends an e-mail by the server that the installation is set up with.'),
  },
};
