import { isSameType } from '../../catalog/catalog';
import type { Connection } from '../../connection/connection';
import { connectionSlots, slotPath } from '../../flow/connectionUse';
import { toReferenceId } from '../../flow/referenceId';
import { replaceValue } from '../../json/editJson';
import { toPointer } from '../../json/jsonPath';
import { asString } from '../../json/narrow';
import { editDistance } from '../editDistance';
import { fieldAt } from '../fieldAt';
import type { Fix, FixMaker } from './fix';

const mostOffered = 3;

/** Further off than this it is another ID, or another name. */
const furthestSlip = 3;

/**
 * A Reference ID that can't be meant: the Connections of the right type whose IDs or names are the nearest, all of them
 * where there are few.
 */
export const chooseSimilar: FixMaker = ({ problem, document, catalog, connections = [], t }) => {
  const place = fieldAt(document, problem.path, catalog);
  const pointer = toPointer(problem.path);
  const slot =
    place && connectionSlots(place.node, place.nodeType).find((one) => toPointer(slotPath(one)) === pointer);
  const written = asString(place?.value);
  if (!slot || written === undefined) return [];
  const referenceId = toReferenceId(written);
  const name = connections.find((one) => one.referenceId === referenceId)?.name ?? written;
  const fitting = connections.filter(
    (one) => isSameType(one, slot.field.connectionType) && one.referenceId !== referenceId,
  );
  const ranked = fitting
    .map((connection) => ({ connection, distance: distanceTo(connection, written, name) }))
    .sort((a, b) => a.distance - b.distance);
  const near = ranked.filter(({ distance }) => distance <= furthestSlip);
  const offered = near.length > 0 ? near : ranked.length <= mostOffered ? ranked : [];
  const [first, second] = near;
  const isSlip = first !== undefined && first.distance < (second?.distance ?? Infinity);
  return offered.slice(0, mostOffered).map(({ connection }): Fix => ({
    title: t('Change to “{0}”', connection.name),
    edits: replaceValue(document, problem.path, connection.referenceId),
    isCertain: isSlip && connection === first.connection,
  }));
};

function distanceTo({ name, referenceId }: Connection, writtenId: string, writtenName: string): number {
  return Math.min(
    editDistance(writtenId.trim().toLowerCase(), referenceId),
    editDistance(writtenName.trim().toLowerCase(), name.toLowerCase()),
  );
}
