import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { concernedFiles } from '../../../src/host/diagnostics/concernedFiles';
import { makeClone, writeFiles } from '../../support/clone';
import { openChart } from '../problemWatch';
import { access, applyEdit, fileUri, eventually } from '../support';

const flows = 20;
const closed = () => fileUri('agent/flows/Flow 3/en-US/chart.json').toString();

/** How often a closed file was judged since it was last asked. */
function watchClosed(): vscode.Disposable & { take(): number } {
  let judged = 0;
  const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((uri) => uri.toString() === closed())) judged++;
  });
  return Object.assign(subscription, {
    take() {
      const taken = judged;
      judged = 0;
      return taken;
    },
  });
}

/** Types letter by letter at the start of a key's first value; the index has heard of each. */
async function typeInto(document: vscode.TextDocument, key: string, letters: string): Promise<void> {
  const { index } = await access();
  for (const [done, letter] of Array.from(letters).entries()) {
    const before = `"${key}": "`;
    const known = new Promise<void>((resolve) => {
      const heard = index.onDidChange(({ files }) => {
        // Not only what is typed alone: news from the disk may come with it.
        if (!files?.some(({ path }) => document.uri.path.endsWith(`/${path}`))) return;
        heard.dispose();
        resolve();
      });
    });
    await applyEdit(() => {
      const edit = new vscode.WorkspaceEdit();
      const at = document.getText().indexOf(before) + before.length + done;
      edit.insert(document.uri, document.positionAt(at), letter);
      return edit;
    });
    await known;
  }
}

describe('While someone types', () => {
  let document: vscode.TextDocument;
  let watch: ReturnType<typeof watchClosed>;

  beforeEach(async () => {
    const connection = 'c2582db9-2bd7-4a35-94a3-fbbade0a581d';
    const files = makeClone(flows, connection);
    const { index } = await access();
    watch = watchClosed();
    writeFiles(fileUri('').fsPath, files);
    // VS Code need not see what is written into folders that were just made.
    await index.refresh([...files.keys()].map((path) => fileUri(path)));
    document = await openChart(0);
    await eventually(() => watch.take() > 0);
    await eventually(() => !index.isSettling);
  });
  afterEach(() => {
    watch.dispose();
  });

  it('what is wrong in files that nobody has open is looked for at the end of it', async () => {
    watch.take();
    const letters = 'anothertype';
    await typeInto(document, 'type', letters);
    // One judgement a rest; on a machine that stands still for seconds it may be a few.
    const judged = watch.take();
    assert.ok(judged <= letters.length / 3, `judged ${judged} times for ${letters.length} letters`);
    await eventually(() => watch.take() > 0);
  });

  it('a label concerns no file that names its node nowhere', async () => {
    const { index } = await access();
    const concerned = new Set<string>();
    const subscription = index.onDidChange(({ files }) => {
      for (const uri of concernedFiles(index, files ?? [])) concerned.add(uri.toString());
    });
    await typeInto(document, 'label', 'name');
    subscription.dispose();
    assert.ok(concerned.has(document.uri.toString()));
    assert.equal(concerned.has(closed()), false);
  });
});
