/**
 * Takes out of a text what may be a credential: user info and queries of URLs, values of authorization headers and of
 * keys that name secrets, and long runs that no person would write. Used for everything that is logged; it errs on
 * the side of taking out too much.
 */
export function redact(text: string): string {
  return text
    .replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/"']*@/gi, '$1[redacted]@')
    .replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/[^\s?#"']*)\?[^\s"']*/gi, '$1?[redacted]')
    .replaceAll(/\b(basic|bearer|apikey)\s+[^\s"',;]+/gi, '$1 [redacted]')
    .replaceAll(
      /("?[\w-]*(?:password|passwd|secret|token|api[-_]?key|credential)[\w-]*"?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|[^\s,;}]+)/gi,
      '$1[redacted]',
    )
    .replaceAll(/(?<![\w/.-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[\w+/=-]{40,}/g, '[redacted]');
}
