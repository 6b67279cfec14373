import { misplacedReferenceId } from '../flow/misplacedReferenceId';

/** Below it a token is guessed in no time, and many names are as long. */
const shortestToken = 16;

/** What tokens of well-known services begin with. */
const tokenPrefix = /^(?:sk-|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|AIza|eyJ)/;

/**
 * Whether a text is likely a password, key or token: said to be one by its scheme, by its first letters, or a run of
 * letters and digits such as no person would choose for a name.
 */
export function looksLikeCredential(value: string): boolean {
  const text = value.trim();
  if (/^(?:basic|bearer|apikey)\s+\S/i.test(text)) return true;
  if (text.length < shortestToken || /\s/.test(text) || misplacedReferenceId(value)) return false;
  if (tokenPrefix.test(text)) return true;
  return (
    /^[\w+/=.~:-]+$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text) && !isName(text) && !isId(text)
  );
}

/** Words and numbers with something between them: `orders-api-2024`. */
function isName(text: string): boolean {
  return text
    .split(/[-_.:/~]+/)
    .every((part) => /^(?:[a-z]*|(?:[A-Z][a-z]+){1,4}|[A-Z]*|\d{0,8}|v\d+)$/.test(part));
}

/** A database id, or a damaged UUID: a wrong ID, not a credential. */
function isId(text: string): boolean {
  return /^[0-9a-f]{24}$/i.test(text) || /^[0-9a-f]+(?:-[0-9a-f]+){2,}$/i.test(text);
}
