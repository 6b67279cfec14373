import { isSameType } from '../../catalog/catalog';
import type { Connection } from '../../connection/connection';
import { connectionSlots, slotPath } from '../../flow/connectionUse';
import { toReferenceId } from '../../flow/referenceId';
import { replaceValue } from '../../json/editJson';
import { toPointer } from '../../json/jsonPath';
import { asString } from '../../json/narrow';
import { editDistance, furthestSlip } from '../../editDistance';
import { fieldAt } from '../fieldAt';
import type { Fix, FixMaker } from './fix';

const mostOffered = 3;

/** Further off than this it is another ID, or another name; of a short name, less than this. */
const mostSlips = 3;

/** What is written: an ID, a name, or what may be either. In an ID that is another Connection's no digit is a slip. */
interface Typed {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/** A Connection beside what is written in its place. */
interface Candidate {
  readonly connection: Connection;
  /** Infinite where no slip explains it. */
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
  const typed = {
    id: named ? undefined : written.trim().toLowerCase(),
    name: (named?.name ?? (referenceId ? undefined : written))?.trim().toLowerCase(),
  };
  const ranked = connections
    .filter((one) => isSameType(one, slot.field.connectionType) && one !== named)
    .map((connection) => compare(connection, typed))
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

function compare(connection: Connection, { id, name }: Typed): Candidate {
  const { referenceId } = connection;
  const ownName = connection.name.toLowerCase();
  const idDistance = id === undefined ? Infinity : editDistance(id, referenceId, mostSlips);
  const nameDistance = name === undefined ? Infinity : editDistance(name, ownName);
  return {
    connection,
    idDistance,
    isNear: idDistance <= mostSlips || nameDistance <= furthestSlip(ownName.length, mostSlips),
    share: Math.min(idDistance / referenceId.length, nameDistance / ownName.length),
  };
}

/** The one whose ID is the nearest, if it is near and no other is as near. */
function meantById(candidates: readonly Candidate[]): Connection | undefined {
  const [first, second] = candidates.toSorted((a, b) => a.idDistance - b.idDistance);
  return first && first.idDistance < (second?.idDistance ?? Infinity) ? first.connection : undefined;
}
