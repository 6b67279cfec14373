import { isSameType, type Catalog, type ConnectionTypeKey } from '../../catalog/catalog';
import type { Localize } from '../../ports';
import type { ConnectionForm, ConnectionFormSource } from './connectionForm';
import { httpBasic } from './httpBasic';

/** The types with a form made by hand, in the order in which New Connection offers them. */
const sources: readonly ConnectionFormSource[] = [httpBasic];

/** The types that New Connection offers. */
export function offeredForms(t: Localize): ConnectionForm[] {
  return sources.map((source) => source.build(t));
}

/**
 * The form of a type: made by hand, else from the fields that the catalogue names, all of them secret; a type that
 * nobody declares here has no credential fields.
 */
export function formOf(key: ConnectionTypeKey, catalog: Catalog, t: Localize): ConnectionForm {
  const source = sources.find((candidate) => isSameType(candidate, key));
  if (source) return source.build(t);
  const declared = catalog.connectionType(key)?.fields ?? [];
  return {
    extension: key.extension,
    type: key.type,
    label: typeLabel(key, t),
    fields: declared.map(({ fieldName, required }) => ({
      name: fieldName,
      label: fieldLabel(fieldName),
      isRequired: required,
      isSecret: true,
    })),
  };
}

/** What a connection type is called on screen; Extension types keep the name their Extension gives them. */
export function typeLabel(key: ConnectionTypeKey, t: Localize): string {
  if (key.extension === '@cognigy/basic-nodes') {
    switch (key.type) {
      case 'http_basic':
        return t('Basic Auth');
      case 'http_oauth2':
        return t('OAuth2');
      case 'http_apiKeyAuthKey':
        return t('API Key (Authorization)');
      case 'http_apiKeyXKey':
        return t('API Key (X-Api-Key)');
    }
  }
  if (key.extension === '@cognigy/mongodb' && key.type === 'mongodb') return t('MongoDB');
  if (key.extension === '@cognigy/mssql' && key.type === 'mssql') return t('MSSQL');
  return key.type;
}

/** `apiKey` → `API Key`, `oAuth2Url` → `OAuth2 URL`. */
function fieldLabel(fieldName: string): string {
  const words = fieldName
    .replaceAll(/oAuth2/gi, 'OAuth2 ')
    .replaceAll(/([a-z])([A-Z])|_+/g, '$1 $2')
    .trim()
    .split(/\s+/);
  return words
    .map((word) =>
      /^(api|url|id)$/i.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}
