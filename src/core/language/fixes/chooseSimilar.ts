import { isSameType } from '../../catalog/catalog';
import type { Connection } from '../../connection/connection';
import { connectionSlots, slotPath } from '../../flow/connectionUse';
import { toReferenceId } from '../../flow/referenceId';
import { replaceValue } from '../../json/editJson';
import { toPointer } from '../../json/jsonPath';
import { asString } from '../../json/narrow';
import { editDistance, furthestSlip } from '../editDistance';
import { fieldAt } from '../fieldAt';
import type { Fix, FixMaker } from './fix';

const mostOffered = 3;

/** Further off than this it is another ID, or another name. */
const mostSlips = 3;

/** A Connection beside what is written in its place. */
interface Candidate {
  readonly connection: Connection;
  readonly idDistance: number;
  readonly isNear: boolean;
  /** How much of its ID or its name is off, whichever is less. */
  readonly share: number;
}

/**
 * A Reference ID that can't be meant: the Connections of the right type whose IDs or names are the nearest, all of them
 * where there are few. Only a slip in an ID is certain: a name that is like another one may still be another Connection's.
 */
export const chooseSimilar: FixMaker = ({ problem, document, catalog, connections = [], t }) => {
  const place = fieldAt(document, problem.path, catalog);
  const pointer = toPointer(problem.path);
  const slot =
    place && connectionSlots(place.node, place.nodeType).find((one) => toPointer(slotPath(one)) === pointer);
  const written = asString(place?.value);
  if (!slot || written === undefined) return [];
  const referenceId = toReferenceId(written);
  const named = connections.find((one) => one.referenceId === referenceId);
  const ranked = connections
    .filter((one) => isSameType(one, slot.field.connectionType) && one !== named)
    .map((connection) => compare(connection, written, named))
    .sort((a, b) => a.share - b.share);
  const near = ranked.filter(({ isNear }) => isNear);
  const offered = near.length > 0 ? near : ranked.length <= mostOffered ? ranked : [];
  const meant = meantById(ranked);
  return offered.slice(0, mostOffered).map(({ connection }): Fix => ({
    title: t('Change to “{0}”', connection.name),
    edits: replaceValue(document, problem.path, connection.referenceId),
    isCertain: connection === meant,
  }));
};

/** `named` is the Connection whose ID is written: no digit of it is a slip then. */
function compare(connection: Connection, written: string, named: Connection | undefined): Candidate {
  const { referenceId, name } = connection;
  const idDistance = named ? Infinity : editDistance(written.trim().toLowerCase(), referenceId);
  const nameDistance = editDistance((named?.name ?? written).trim().toLowerCase(), name.toLowerCase());
  return {
    connection,
    idDistance,
    isNear:
      idDistance <= furthestSlip(referenceId.length, mostSlips) ||
      nameDistance <= furthestSlip(name.length, mostSlips),
    share: Math.min(idDistance / referenceId.length, nameDistance / name.length),
  };
}

/** The one whose ID is the nearest, if it is near and no other is as near. */
function meantById(candidates: readonly Candidate[]): Connection | undefined {
  const [first, second] = candidates.toSorted((a, b) => a.idDistance - b.idDistance);
  if (!first || first.idDistance > mostSlips || first.idDistance === second?.idDistance) return undefined;
  return first.connection;
}
