import { readFileSync } from 'node:fs';

interface Manifest {
  contributes: { viewsContainers: { activitybar: [{ title: string }] } };
}

/** The English title of the extension's view container. */
export function contributedViewContainer(): string {
  const manifest = read('package.json') as Manifest;
  const texts = read('package.nls.json') as Record<string, string>;
  const [{ title }] = manifest.contributes.viewsContainers.activitybar;
  return texts[title.replaceAll('%', '')] ?? title;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
