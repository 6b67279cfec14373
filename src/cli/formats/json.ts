import type { Report } from '../validateSources';

/** The README documents it; `version` changes when a reader would have to. */
export function toJson({ files, nodes, problems }: Report): string {
  return `${JSON.stringify({ version: 1, files, nodes, problems }, undefined, 2)}\n`;
}
