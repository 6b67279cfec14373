import { isUnset } from '../../catalog/condition';
import { replaceValue } from '../../json/editJson';
import { fieldAt } from '../fieldAt';
import type { FixMaker } from './fix';

/** What the platform does when None is chosen: it empties the keys of all types of authentication. */
export const setAuthTypeNone: FixMaker = ({ problem, document, catalog, t }) => {
  const { config, nodeType } = fieldAt(document, problem.path, catalog) ?? {};
  const choices = nodeType?.fields.get('authType')?.enum;
  if (!config || !nodeType || !('authType' in config.value) || !choices?.includes('none')) return [];
  const emptied = nodeType.connectionFields
    .filter(({ key }) => !isUnset(config.value[key]))
    .flatMap(({ key }) => replaceValue(document, [...config.path, key], ''));
  return [
    {
      title: t('Call without authentication'),
      edits: [...replaceValue(document, [...config.path, 'authType'], 'none'), ...emptied],
      isCertain: false,
    },
  ];
};
