import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { listFiles, PackageManager } from '@vscode/vsce';

const sample = 'media/sample/agent/flows';

describe('What is shipped', () => {
  it('in the extension, is this and nothing else', async () => {
    const files = await listFiles({ packageManager: PackageManager.None });
    assert.deepEqual(files.map((file) => file.replaceAll('\\', '/')).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/extension.js',
      'dist/extension.web.js',
      'dist/webview/connectionEditor.css',
      'dist/webview/connectionEditor.js',
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
      'dist/cli.js',
      'package.json',
      'schemas/core-catalog.json',
      'schemas/public-extensions.json',
    ]);
  });
});
