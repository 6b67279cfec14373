import { l10n } from 'vscode';
import type { EditorTexts } from '../../protocol/connectionEditor';

export function editorTexts(): EditorTexts {
  return {
    name: l10n.t('Name'),
    description: l10n.t('Description'),
    type: l10n.t('Type'),
    referenceId: l10n.t('Reference ID'),
    referenceIdHelp: l10n.t(
      'Paste it from Cognigy.AI: Build > Connections > ⋮ > Copy Reference ID. Empty: a temporary ID until you link it.',
    ),
    copy: l10n.t('Copy'),
    credentials: l10n.t('Credentials · only on this machine'),
    credentialsHelp: l10n.t(
      'Leave all empty to register only the name: checks work without credentials. A curl line or a connection string that is pasted here fills in what it holds.',
    ),
    noCredentialFields: l10n.t(
      'The fields of this type are not known here. Its name can be registered, and you can add its fields.',
    ),
    sends: l10n.t('Cognigy.AI sends'),
    replace: l10n.t('Replace'),
    clear: l10n.t('Clear'),
    keep: l10n.t('Keep Stored Value'),
    willBeCleared: l10n.t('Will be deleted from this machine when you save.'),
    entered: l10n.t('Entered, not saved yet.'),
    lost: l10n.t('It was stored on this machine and can’t be read any more. Enter it again.'),
    required: l10n.t('required'),
    showAll: l10n.t('Show All'),
    save: l10n.t('Save'),
    reload: l10n.t('Reload'),
    remove: l10n.t('Remove'),
    undo: l10n.t('Undo'),
    copyValue: l10n.t('Copy'),
    fromFile: l10n.t('From File…'),
    serviceAccount: l10n.t('Choose Service-Account File…'),
    notASecret: l10n.t('Not a secret'),
    newField: l10n.t('Name of a new field'),
    addField: l10n.t('Add Field'),
    filledFrom: {
      curl: l10n.t('Filled in from the curl line: {0}.', '{0}'),
      connectionString: l10n.t('Filled in from the connection string: {0}.', '{0}'),
      serviceAccount: l10n.t('Filled in from the service-account file: {0}.', '{0}'),
    },
    dropped: {
      unknown: l10n.t('{0} holds nothing that fits this form.', '{0}'),
      tooLarge: l10n.t('{0} is too large: a field holds at most 10,000 characters.', '{0}'),
      unreadable: l10n.t('{0} can’t be read.', '{0}'),
    },
  };
}
