import type { Localize } from '../ports';
import type { EditorTexts } from './formMessages';

/** The form's own words, in the user's language. */
export function editorTexts(t: Localize): EditorTexts {
  return {
    name: t('Name'),
    description: t('Description'),
    type: t('Type'),
    referenceId: t('Reference ID'),
    referenceIdHelp: t(
      'Paste it from Cognigy.AI: Build > Connections > ⋮ > Copy Reference ID. Empty: a temporary ID until you link it.',
    ),
    copy: t('Copy'),
    credentials: t('Credentials · only on this machine'),
    credentialsHelp: t(
      'Leave all empty to register only the name: checks work without credentials. A curl command or a connection string that is pasted here fills in what it holds.',
    ),
    noCredentialFields: t(
      'The fields of this type are not known here. Its name can be registered, and you can add its fields.',
    ),
    sends: t('Cognigy.AI sends'),
    replace: t('Replace'),
    clear: t('Clear'),
    keep: t('Keep Stored Value'),
    willBeCleared: t('Will be deleted from this machine when you save.'),
    entered: t('Entered, not saved yet.'),
    lost: t('It was stored on this machine and can’t be read any more. Enter it again.'),
    required: t('required'),
    showAll: t('Show All'),
    save: t('Save'),
    reload: t('Reload'),
    remove: t('Remove'),
    undo: t('Undo'),
    copyValue: t('Copy'),
    fromFile: t('From File…'),
    serviceAccount: t('Choose Service-Account File…'),
    notASecret: t('Not a secret'),
    newField: t('Name of a new field'),
    addField: t('Add Field'),
    filledFrom: {
      curl: t('Filled in from the curl command: {0}.', '{0}'),
      connectionString: t('Filled in from the connection string: {0}.', '{0}'),
      serviceAccount: t('Filled in from the service-account file: {0}.', '{0}'),
    },
    nothingInCurl: t('This curl command holds nothing for these fields.'),
    notUnderstood: t('Not understood: {0}.', '{0}'),
    dropped: {
      unknown: t('{0} holds nothing that fits this form.', '{0}'),
      tooLarge: t('{0} is too large: a field holds at most 10,000 characters.', '{0}'),
      unreadable: t('{0} can’t be read.', '{0}'),
    },
  };
}
