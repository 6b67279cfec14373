import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { toPartUri } from '../../../src/host/ownEditor/partUri';
import type { TestAccess } from '../../../src/host/startHost';
import { Answers } from '../answers';
import { access, eventually, fileUri, findItem } from '../support';
import { charts, file, id, run } from './useLife';

/** A file of its own for each test: VS Code may still have what the one before has saved. */
let chart = '';
let count = 0;
const path = () => fileUri(chart).fsPath;
const connectionsPath = () => fileUri(file).fsPath;

/** How a file may be written; `encoding` is what VS Code is told of it. */
const styles: Readonly<Record<string, { write: (text: string) => string; encoding?: string }>> = {
  'UTF-8': { write: (text) => text },
  'a byte order mark': { write: (text) => `\uFEFF${text}` },
  CRLF: { write: (text) => text.replaceAll('\n', '\r\n') },
  tabs: { write: (text) => text.replaceAll('    ', '\t') },
  'one line': { write: (text) => JSON.stringify(JSON.parse(text)) },
  'UTF-8 taken for windows1252': {
    write: (text) => JSON.stringify(JSON.parse(text)),
    encoding: 'windows1252',
  },
};

const configuration = () => vscode.workspace.getConfiguration('files', fileUri(chart));

describe('Every edit leaves all other bytes of a file alone (8.10)', () => {
  let services: TestAccess;
  let ask: Answers;

  beforeEach(async () => {
    services = await access();
    ask = new Answers();
    services.ask = ask;
    chart = `agent/flows/Encoded ${++count}/en-US/chart.json`;
    await mkdir(dirname(path()), { recursive: true });
    await copyFile(fileUri(charts[0]!).fsPath, path());
  });

  afterEach(async () => {
    await configuration().update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
  });

  /** Writes the chart, with letters that are no ASCII before each place that is edited, and gives its bytes. */
  async function written({ write, encoding }: (typeof styles)[string]): Promise<string> {
    if (encoding !== undefined)
      await configuration().update('encoding', encoding, vscode.ConfigurationTarget.Workspace);
    const original = (await readFile(path(), 'utf8')).replaceAll('"label": "', '"label": "Größe € 日本 😀 ');
    const text = write(original);
    await writeFile(path(), text);
    const connections = await readFile(connectionsPath(), 'utf8');
    await writeFile(
      connectionsPath(),
      write(connections.replace('"version"', '"note": "Größe € 日本 😀",\n  "version"')),
    );
    await services.index.refresh([fileUri(chart), fileUri(file)]);
    return text;
  }

  async function replaceAndSave(): Promise<void> {
    ask.picked = 'Draft';
    ask.button = 'Replace';
    await run('flowConnections.replaceInFlows', await findItem(services.tree, 'ServiceNow'));
    const document = await vscode.workspace.openTextDocument(fileUri(chart));
    await eventually(() => document.isDirty);
    assert.ok(await document.save());
  }

  for (const [name, style] of Object.entries(styles)) {
    it(`in ${name}`, async () => {
      const text = await written(style);
      const connectionsText = await readFile(connectionsPath(), 'utf8');

      await replaceAndSave();
      const replaced = text.replaceAll(id('a'), id('c'));
      assert.notEqual(replaced, text);
      assert.equal(await readFile(path(), 'utf8'), replaced);

      ask.typed = 'Renamed';
      await run('flowConnections.rename', await findItem(services.tree, 'ServiceNow'));
      const renamed = connectionsText.replace('"ServiceNow"', '"Renamed"');
      assert.equal(await readFile(connectionsPath(), 'utf8'), renamed);

      const [, node = ''] =
        /"_id":\s*"(\w{24})",\s*"referenceId":\s*"[^"]+",\s*"type":\s*"httpRequest"/.exec(text) ?? [];
      const part = toPartUri(
        fileUri(chart),
        { title: 'x', language: 'plaintext', address: { node, path: ['config', 'url'] } },
        undefined,
      );
      const url = new TextDecoder().decode(await vscode.workspace.fs.readFile(part));
      await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(`${url}?ä`));
      assert.equal(await readFile(path(), 'utf8'), replaced.replace(`"${url}"`, `"${url}?ä"`));
    });
  }

  it('in windows1252, where VS Code knows of it', async () => {
    await configuration().update('encoding', 'windows1252', vscode.ConfigurationTarget.Workspace);
    const text = JSON.stringify(
      JSON.parse((await readFile(path(), 'utf8')).replaceAll('"label": "', '"label": "Größe ')),
    );
    await writeFile(path(), text, 'latin1');
    await services.index.refresh([fileUri(chart)]);
    await replaceAndSave();
    assert.equal(await readFile(path(), 'latin1'), text.replaceAll(id('a'), id('c')));
  });

  it('or is refused, where another text would be saved', async () => {
    const text = await written({ write: (whole) => whole, encoding: 'utf16le' });
    ask.picked = 'Draft';
    ask.button = 'Replace';
    await run('flowConnections.replaceInFlows', await findItem(services.tree, 'ServiceNow'));
    assert.match(
      ask.asked[0]?.detail ?? '',
      /Encoded \d+\/en-US\/chart\.json is not in the encoding that VS Code opens it with\. Convert it first\./,
    );
    assert.equal(await readFile(path(), 'utf8'), text);
  });
});
