import { connectionUses } from '../../flow/connectionUse';
import type { Rule } from '../rule';

/**
 * A Reference ID that nobody in the project declares. A hint while the project declares nothing at all, for then
 * every ID is unknown; silent while the declarations can't be read.
 */
export const connectionUnknown: Rule = ({ node, catalog, knowledge }) =>
  connectionUses(node, catalog).flatMap((use) => {
    const { kind } = knowledge.referenceId(use.referenceId);
    if (kind === 'declared' || kind === 'notKnowable') return [];
    return [
      { code: 'connection-unknown', severity: kind === 'undeclared' ? 'warning' : 'hint', path: use.path },
    ];
  });
