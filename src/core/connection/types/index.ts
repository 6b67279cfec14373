import { isSameType, type Catalog, type ConnectionTypeKey } from '../../catalog/catalog';
import type { Localize } from '../../ports';
import {
  typeFamilies,
  type ConnectionForm,
  type ConnectionFormSource,
  type TypeFamily,
} from './connectionForm';
import { documentParsers } from './documentParsers';
import { fieldLabel } from './fieldLabel';
import { httpApiKeyAuthKey } from './httpApiKeyAuthKey';
import { httpApiKeyXKey } from './httpApiKeyXKey';
import { httpBasic } from './httpBasic';
import { httpOAuth2 } from './httpOAuth2';
import { languageModelProviders } from './languageModelProviders';
import { mongodb } from './mongodb';
import { mssql } from './mssql';
import { emailOAuth2, emailService, smtp } from './smtp';
import { speechProviders } from './speechProviders';
import { storageProviders } from './storageProviders';
import { translationProviders } from './translationProviders';

/** The types that the platform brings with it, those of a family in the order in which New Connection offers them. */
const sources: readonly ConnectionFormSource[] = [
  httpBasic,
  httpOAuth2,
  httpApiKeyAuthKey,
  httpApiKeyXKey,
  smtp,
  emailService,
  emailOAuth2,
  mongodb,
  mssql,
  ...languageModelProviders,
  ...speechProviders,
  ...translationProviders,
  ...storageProviders,
  ...documentParsers,
];

/** The types that New Connection offers, family by family; what the platform has deprecated is not among them. */
export function offeredTypes(catalog: Catalog): { family: TypeFamily; types: ConnectionTypeKey[] }[] {
  const offered = sources.filter((source) => !catalog.replacementOf(source));
  return typeFamilies.map((family) => ({
    family,
    types: offered.filter((source) => source.family === family),
  }));
}

/**
 * The form of a type: made by hand, else from the fields that the catalogue names, all of them secret; of a type that
 * nobody declares here the user names the fields.
 */
export function formOf(key: ConnectionTypeKey, catalog: Catalog, t: Localize): ConnectionForm {
  const source = sourceOf(key);
  if (source) return build(source, t);
  const declared = catalog.connectionType(key)?.fields ?? [];
  return {
    extension: key.extension,
    type: key.type,
    label: key.type,
    fields: declared.map(({ fieldName, required }) => freeField(fieldName, required)),
    hasPlainChoice: true,
    isFree: declared.length === 0,
  };
}

/** A field of which nothing is known but its name. */
export function freeField(name: string, isRequired: boolean) {
  return { name, label: fieldLabel(name), isRequired, isSecret: true };
}

/** Whether a field of a type is secret: all are but those that we know to be none. */
export function isSecretField(type: ConnectionTypeKey, name: string, catalog: Catalog, t: Localize): boolean {
  return formOf(type, catalog, t).fields.find((field) => field.name === name)?.isSecret ?? true;
}

/** What a connection type is called on screen; Extension types keep the name their Extension gives them. */
export function typeLabel(key: ConnectionTypeKey, t: Localize): string {
  return sourceOf(key)?.label(t) ?? key.type;
}

/** The family of a type that the platform brings with it. */
export function familyOf(key: ConnectionTypeKey): TypeFamily | undefined {
  return sourceOf(key)?.family;
}

function sourceOf(key: ConnectionTypeKey): ConnectionFormSource | undefined {
  return sources.find((candidate) => isSameType(candidate, key));
}

function build(source: ConnectionFormSource, t: Localize): ConnectionForm {
  const { extension, type, label, fields, sends, takesServiceAccount } = source;
  return {
    extension,
    type,
    label: label(t),
    fields: fields(t),
    ...(sends && { sends: sends(t) }),
    ...(takesServiceAccount && { takesServiceAccount }),
  };
}
