import type { ConnectionFormSource } from './connectionForm';
import { smtpNodes } from './extensions';
import { host, optional, password, plain, port, secret, url, username } from './fieldKinds';

const tlsOption = 'tlsOption';

export const smtp: ConnectionFormSource = {
  extension: smtpNodes,
  type: 'SMTP',
  family: 'mail',
  label: (t) => t('SMTP'),
  fields: (t) => [host(t), port(t), plain(tlsOption, t('TLS Option')), username(t), password(t)],
};

export const emailService: ConnectionFormSource = {
  extension: smtpNodes,
  type: 'EmailService',
  family: 'mail',
  label: (t) => t('E-Mail Service'),
  fields: (t) => [username(t), password(t)],
};

export const emailOAuth2: ConnectionFormSource = {
  extension: smtpNodes,
  type: 'email_oauth2',
  family: 'mail',
  label: (t) => t('E-Mail (OAuth2)'),
  fields: (t) => [
    plain('user', t('User')),
    secret('clientId', t('Client ID')),
    secret('clientSecret', t('Client Secret')),
    secret('accessToken', t('Access Token')),
    secret('refreshToken', t('Refresh Token'), optional),
    secret('expiryDate', t('Expiry Date'), optional),
    url('accessUrl', t('Access URL'), t, optional),
    plain(tlsOption, t('TLS Option'), optional),
  ],
};
