import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';

interface SourceMap {
  readonly sources: readonly string[];
}

const sample = 'media/sample/agent/flows';

describe('What is shipped', () => {
  it('in the extension, is this and nothing else', async () => {
    const files = await listFiles({ packageManager: PackageManager.None });
    assert.deepEqual(files.map((file) => file.replaceAll('\\', '/')).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'ThirdPartyNotices.txt',
      'dist/extension.js',
      'dist/extension.web.js',
      'dist/webview/connectionEditor.css',
      'dist/webview/connectionEditor.js',
      'docs/problems.md',
      'l10n/bundle.l10n.json',
      'media/connections.svg',
      'media/icon.png',
      ...['Escalation', 'Main'].flatMap((flow) => [
        `${sample}/${flow}/config.json`,
        `${sample}/${flow}/en-US/chart.json`,
        `${sample}/${flow}/en-US/intents.json`,
      ]),
      `${sample}/locales.json`,
      'media/screenshot.png',
      'package.json',
      'package.nls.json',
      'schemas/chart.schema.json',
      'schemas/connections.schema.json',
      'schemas/core-catalog.json',
      'schemas/flow.schema.json',
      'schemas/public-extensions.json',
      'schemas/validation.schema.json',
      'syntaxes/cognigyscript.injection.tmLanguage.json',
    ]);
  });

  it('in the npm package, is the command line tool alone', () => {
    const { stdout } = spawnSync('npm pack --dry-run --json --ignore-scripts', {
      shell: true,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    assert.deepEqual(files.map(({ path }) => path).sort(), [
      'LICENSE',
      'README.md',
      'ThirdPartyNotices.txt',
      'dist/cli.js',
      'package.json',
      'schemas/core-catalog.json',
      'schemas/public-extensions.json',
    ]);
  });

  it('comes with the license of everything that is bundled', () => {
    const maps = ['dist', 'dist/webview'].flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (name.endsWith('.js.map') ? [join(folder, name)] : [])),
    );
    const sources = maps.flatMap((map) => (JSON.parse(readFileSync(map, 'utf8')) as SourceMap).sources);
    const packages = sources.flatMap(
      (source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
    );
    // Headings: one or more names, a line each, above a rule.
    const headings = readFileSync('ThirdPartyNotices.txt', 'utf8').match(/^(?:\S+\n)+(?=-{40}\n)/gm) ?? [];
    const named = headings.flatMap((heading) => heading.trim().split('\n'));
    assert.deepEqual(named.toSorted(), [...new Set(packages)].toSorted());
  });
});
