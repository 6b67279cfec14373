import account from '@vscode/codicons/src/icons/account.svg';
import cloud from '@vscode/codicons/src/icons/cloud.svg';
import database from '@vscode/codicons/src/icons/database.svg';
import extensions from '@vscode/codicons/src/icons/extensions.svg';
import key from '@vscode/codicons/src/icons/key.svg';
import mail from '@vscode/codicons/src/icons/mail.svg';
import shield from '@vscode/codicons/src/icons/shield.svg';
import type { TypeIcon } from '../core/connection/types/typeIcon';

const icons: Readonly<Record<TypeIcon, string>> = {
  account,
  cloud,
  database,
  extensions,
  key,
  mail,
  shield,
};

/** In the colour of the text, and for eyes only: what it shows is written beside it. */
export function createIcon(name: TypeIcon): Element {
  const svg = new DOMParser().parseFromString(icons[name], 'image/svg+xml').documentElement;
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}
