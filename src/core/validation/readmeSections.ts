/** The 0-based line of each `###` heading of the README: one of these explains each code. */
export function readmeSections(markdown: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [line, text] of markdown.split(/\r?\n/).entries()) {
    const heading = /^### (\S+)\s*$/.exec(text)?.[1];
    if (heading !== undefined) lines.set(heading, line);
  }
  return lines;
}
