import { isSameType, type Catalog, type ConnectionTypeKey } from '../catalog/catalog';
import type { Connection } from '../connection/connection';
import { declarationFor, type Project } from '../connection/projects';
import { typeLabel } from '../connection/types';
import { toReferenceId, type ReferenceId } from '../flow/referenceId';
import type { JsonDocument } from '../json/jsonDocument';
import type { TextRange } from '../json/textRange';
import type { Localize } from '../ports';
import { connectionAt } from './connectionAt';

/** Where flow files of a project are asked about. */
export interface FileOfProject {
  readonly project: Project;
  /** Relative to the workspace folder. */
  readonly path: string;
}

/** A Reference ID that can be replaced by that of another Connection, wherever the project names it. */
export interface RenameTarget {
  readonly referenceId: ReferenceId;
  /** Of the ID, without quotes. */
  readonly range: TextRange;
  /** What to type over: the Connection's name, or the ID where it has none. */
  readonly placeholder: string;
  /** The type that a Connection in its place must have; undefined where that can't be known. */
  readonly type: ConnectionTypeKey | undefined;
}

/** The Reference ID at an offset; undefined where none stands. */
export function renameTargetAt(
  document: JsonDocument,
  offset: number,
  catalog: Catalog,
  { project, path }: FileOfProject,
): RenameTarget | undefined {
  const declared = (referenceId: ReferenceId) => declarationFor(project, path, referenceId);
  const place = connectionAt(document, offset, catalog, (referenceId) => !!declared(referenceId));
  if (!place?.referenceId) return undefined;
  const { referenceId, range, slot } = place;
  const connection = declared(referenceId);
  return {
    referenceId,
    range: { offset: range.offset + 1, length: range.length - 2 },
    placeholder: connection?.name ?? referenceId,
    // The field says it best: the Connection may be the wrong one.
    type: slot?.field.connectionType ?? connection,
  };
}

export type NewReference =
  | { readonly kind: 'replace'; readonly to: ReferenceId }
  | { readonly kind: 'rejected'; readonly sentence: string };

/** The Connection that is meant by what was typed: its name, or a Reference ID, one that nobody knows yet too. */
export function readNewReference(
  typed: string,
  { referenceId, type }: RenameTarget,
  { project, path }: FileOfProject,
  t: Localize,
): NewReference {
  const text = typed.trim();
  const given = toReferenceId(text.replace(/^"(.*)"$/, '$1'));
  const all = declaredFor(project, path);
  if (given) {
    const known = all.find((connection) => connection.referenceId === given);
    if (given === referenceId) return rejected(t('This Reference ID stands here already.'));
    return known && type && !isSameType(known, type)
      ? rejected(wrongType(known, type, t))
      : { kind: 'replace', to: given };
  }
  const exact = all.filter(({ name }) => name === text);
  const named = exact.length > 0 ? exact : all.filter(({ name }) => isSameName(name, text));
  const fitting = named.filter((connection) => !type || isSameType(connection, type));
  const [first, ...others] = fitting;
  const [other] = named;
  if (!first) {
    return rejected(
      other && type
        ? wrongType(other, type, t)
        : t('No Connection of this project is called “{0}”. Type the name of one, or a Reference ID.', text),
    );
  }
  if (others.length > 0)
    return rejected(t('{0} Connections are called “{1}”. Type a Reference ID.', fitting.length, text));
  if (first.referenceId === referenceId) return rejected(t('“{0}” stands here already.', first.name));
  return { kind: 'replace', to: first.referenceId };
}

/** Every Connection that somebody declares for a file. */
export function declaredFor(project: Project, path: string): Connection[] {
  const ids = new Set([...project.registered.keys(), ...project.resources.keys()]);
  return [...ids].flatMap((referenceId) => declarationFor(project, path, referenceId) ?? []);
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function wrongType(connection: Connection, needed: ConnectionTypeKey, t: Localize): string {
  const type = typeLabel(connection, t);
  return /^[aeio]/i.test(type)
    ? t('“{0}” is an {1} Connection. This node needs {2}.', connection.name, type, typeLabel(needed, t))
    : t('“{0}” is a {1} Connection. This node needs {2}.', connection.name, type, typeLabel(needed, t));
}

function rejected(sentence: string): NewReference {
  return { kind: 'rejected', sentence };
}
