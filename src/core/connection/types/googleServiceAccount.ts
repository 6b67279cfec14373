import type { Localize } from '../../ports';
import type { CredentialField } from './connectionForm';
import { plain, secret } from './fieldKinds';

/** What Google's language models and speech take: a service-account file, whole and in parts. */
export function googleServiceAccount(t: Localize): CredentialField[] {
  return [
    secret('googleCredentialsFileName', t('Service-Account File Name')),
    secret('credentialsStringified', t('Service-Account File'), { isMultiline: true }),
    secret('fileToken', t('File Token'), {
      // The platform makes it when the file is uploaded there; no file holds it.
      isRequired: false,
      help: t('Cognigy.AI makes it when the file is uploaded there. It can stay empty here.'),
    }),
    plain('clientEmail', t('Client E-Mail')),
    secret('privateKey', t('Private Key'), { isMultiline: true }),
    plain('projectId', t('Project ID')),
  ];
}
