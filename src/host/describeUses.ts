import * as core from '../core/connection/describeUses';
import type { LocatedUse } from '../core/connection/projectConnections';
import { localize } from './localize';

/** The core's sentences on uses, in the language of VS Code. */
export const useCount = (uses: readonly LocatedUse[]) => core.useCount(uses, localize);
export const usedBy = (uses: readonly LocatedUse[]) => core.usedBy(uses, localize);
export const usesSentence = (uses: readonly LocatedUse[]) => core.usesSentence(uses, localize);
export const whereOf = (use: LocatedUse) => core.whereOf(use, localize);
