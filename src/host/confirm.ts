import type { Confirm } from '../core/ports';
import { askInWindow } from './ask';

/** Asks in a modal dialog; Cancel is VS Code's own. */
export const confirmInModal: Confirm = async ({ message, detail, agree }) =>
  (await askInWindow.choose({ message, detail, choices: [agree] })) === agree;
