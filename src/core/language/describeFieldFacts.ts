import type { NodeField, NodeTypeDeclaration } from '../catalog/catalog';
import { describeField } from '../catalog/descriptions/describeField';
import type { Localize } from '../ports';
import { describeCondition } from './describeCondition';
import { toCode, toMarkdown } from './markdown';

/** Longer defaults are whole structures, which say nothing at a glance. */
const longestDefault = 60;

/** What a key of a node's config is and takes, as Markdown: a paragraph for what it does, one for each fact. */
export function describeFieldFacts(
  { extension, type }: NodeTypeDeclaration,
  field: NodeField,
  t: Localize,
): string {
  const sentence = describeField(extension, type, field.key, t);
  const facts = [
    describeChoices(field, t),
    describeBounds(field, t),
    describeDefault(field, t),
    describeWhen(field, t),
  ];
  return [sentence && toMarkdown(sentence), ...facts].filter(Boolean).join('\n\n');
}

/** What kind of input the platform shows for a key, and whether the node needs it. */
export function describeKind({ type, required }: NodeField, t: Localize): string {
  return required ? t('{0}, required', kindOf(type, t)) : kindOf(type, t);
}

function kindOf(type: string, t: Localize): string {
  switch (type) {
    case 'select':
      return t('choice');
    case 'toggle':
    case 'checkbox':
      return t('true or false');
    case 'number':
    case 'slider':
      return t('number');
    case 'text':
    case 'cognigyText':
      return t('text');
    case 'textArray':
    case 'cognigyTextArray':
    case 'chipInput':
      return t('list of texts');
    case 'json':
      return t('JSON');
    case 'xml':
      return t('XML');
    case 'code':
      return t('code');
    case 'date':
      return t('date');
    case 'keyValuePairs':
      return t('keys and values');
    case 'connection':
      return t('Connection');
    case 'flowNode':
      return t('Flow and Node');
    default:
      return type;
  }
}

function describeChoices({ enum: choices }: NodeField, t: Localize): string | undefined {
  return choices?.length ? t('Takes {0}.', choices.map(toCode).join(', ')) : undefined;
}

function describeBounds({ min, max }: NodeField, t: Localize): string | undefined {
  if (min !== undefined && max !== undefined) return t('From {0} to {1}.', min, max);
  if (min !== undefined) return t('From {0} up.', min);
  return max === undefined ? undefined : t('Up to {0}.', max);
}

function describeWhen({ condition }: NodeField, t: Localize): string | undefined {
  const words = condition && describeCondition(condition, t);
  return words ? t('Counts only while {0}.', words) : undefined;
}

function describeDefault(field: NodeField, t: Localize): string | undefined {
  const value = field.default;
  if (value === undefined || value === null || value === '') return undefined;
  return JSON.stringify(value).length > longestDefault ? undefined : t('Unset, it is {0}.', toCode(value));
}
