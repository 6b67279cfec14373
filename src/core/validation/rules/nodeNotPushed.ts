import { labelPath } from '../labelPath';
import type { PlacedNodeRule } from '../rule';

/** A node that another locale owns, changed here: push sends a locale only what it owns. */
export const nodeNotPushed: PlacedNodeRule = ({ node, knowledge, isComplete, digest }) => {
  const push = knowledge.project?.push;
  const [config] = node.configs;
  const owner = config?.localeReference;
  if (!isComplete || !config || push?.localeId === undefined) return [];
  if (owner === undefined || owner === push.localeId) return [];
  const own = push.ownerDigest(node.id ?? '', owner);
  if (!own || own.digest === digest()) return [];
  return [
    {
      code: 'node-not-pushed',
      severity: 'info',
      path: labelPath(node),
      args: [node.name, own.locale],
    },
  ];
};
