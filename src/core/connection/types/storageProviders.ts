import type { ConnectionFormSource } from './connectionForm';
import { storage } from './extensions';
import { plain, region, secret } from './fieldKinds';

export const storageProviders: readonly ConnectionFormSource[] = [
  {
    extension: storage,
    type: 'AmazonStorageProvider',
    family: 'storage',
    label: (t) => t('Amazon S3'),
    fields: (t) => [
      secret('accessKeyId', t('Access Key ID')),
      secret('secretAccessKey', t('Secret Access Key')),
      region(t),
      plain('bucketName', t('Bucket Name')),
    ],
  },
  {
    extension: storage,
    type: 'AzureBlobStorageProvider',
    family: 'storage',
    label: (t) => t('Azure Blob Storage'),
    fields: (t) => [
      plain('containerName', t('Container Name')),
      secret('account', t('Account')),
      secret('accountKey', t('Account Key')),
    ],
  },
  {
    extension: storage,
    type: 'GoogleCloudStorageProvider',
    family: 'storage',
    label: (t) => t('Google Cloud Storage'),
    fields: (t) => [
      plain('bucketName', t('Bucket Name')),
      plain('clientEmail', t('Client E-Mail')),
      secret('privateKey', t('Private Key'), { isMultiline: true }),
    ],
    takesServiceAccount: true,
  },
];
