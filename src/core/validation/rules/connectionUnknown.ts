import { slotPath } from '../../flow/connectionUse';
import type { PlacedNodeRule } from '../rule';

/**
 * A Reference ID that nobody in the project declares. A hint while the project declares nothing at all, for then
 * every ID is unknown, where the field is known from records only, and where it is decided at run time whether it
 * counts; silent while the declarations can't be read.
 */
export const connectionUnknown: PlacedNodeRule = ({ slots, nodeType, knowledge }) =>
  slots.flatMap((slot) => {
    if (!slot.referenceId || slot.isSelected === false) return [];
    const { kind } = knowledge.referenceId(slot.referenceId);
    if (kind === 'declared' || kind === 'notKnowable') return [];
    const isCertain = kind === 'undeclared' && nodeType?.rank === 'declared' && slot.isSelected === true;
    return [{ code: 'connection-unknown', severity: isCertain ? 'warning' : 'hint', path: slotPath(slot) }];
  });
