import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { listConnections } from '../../../src/core/connection/projectConnections';
import { createCatalogLoader } from '../../../src/host/catalogLoader';
import { FileValidator } from '../../../src/host/diagnostics/fileValidator';
import { FlowDiagnostics } from '../../../src/host/diagnostics/flowDiagnostics';
import { WorkspaceDiagnostics } from '../../../src/host/diagnostics/workspaceDiagnostics';
import type { Disk } from '../../../src/host/disk';
import { OpenDocuments } from '../../../src/host/openDocuments';
import { createProblemLinks } from '../../../src/host/problemLinks';
import { timers } from '../../../src/host/timers';
import { WorkspaceFiles } from '../../../src/host/workspaceFiles';
import { WorkspaceIndex } from '../../../src/host/workspaceIndex';
import { makeClone, writeFiles } from '../../support/clone';
import { nodeDisk } from '../nodeDisk';
import { access, applyEdit, fileUri, eventually } from '../support';

const tickets = 'a2582db9-2bd7-4a35-94a3-fbbade0a581d';
const other = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const third = 'c2582db9-2bd7-4a35-94a3-fbbade0a581d';
const path = 'agent/flows/Flow 2/en-US/chart.json';

/** What judges files, put together on a disk of the test's own. */
async function putTogether(disk: Disk) {
  const { extensionUri } = vscode.extensions.getExtension('flow-connections.flow-connections')!;
  const log = { error: (_: string, error: unknown) => assert.fail(String(error)) };
  const loadCatalog = createCatalogLoader(extensionUri);
  const documents = new OpenDocuments();
  const files = new WorkspaceFiles({ documents, disk, timers, loadCatalog, log });
  const index = new WorkspaceIndex(files);
  const collection = vscode.languages.createDiagnosticCollection('reading');
  const validator = new FileValidator(index, await loadCatalog());
  const parts = { collection, files, index, documents, timers, log };
  const loads = {
    loadValidator: () => Promise.resolve(validator),
    loadLinks: createProblemLinks(extensionUri),
  };
  const dispose = () => {
    for (const service of [collection, index, files, documents]) service.dispose();
  };
  return { ...parts, ...loads, dispose };
}

describe('A file that is another one by the time its text is read', () => {
  it('is judged when the index knows it, not by what is known of its former text', async () => {
    await access();
    writeFiles(fileUri('').fsPath, makeClone(3, tickets));
    const chart = fileUri(path);
    const changed = makeClone(3, other).get(path) ?? '';
    let isArmed = false;
    const disk = {
      ...nodeDisk,
      read(uri: vscode.Uri) {
        if (isArmed && uri.path === chart.path) {
          isArmed = false;
          writeFileSync(uri.fsPath, changed);
        }
        return nodeDisk.read(uri);
      },
    };
    const services = await putTogether(disk);
    const { collection, index } = services;
    const isKnown = () => {
      const located = index.locate(chart);
      const owner = located && index.projectOfFlow(located);
      return (
        owner && listConnections(owner.project).undeclared.some(({ referenceId }) => referenceId === other)
      );
    };
    const wasKnown: unknown[] = [];
    const set = collection.set.bind(collection);
    collection.set = (...args: readonly unknown[]) => {
      const [uri, problems] = args as [vscode.Uri, readonly vscode.Diagnostic[]];
      if (uri.path === chart.path && problems.length > 0) wasKnown.push(isKnown());
      set(uri, problems);
    };
    const diagnostics = new WorkspaceDiagnostics(services);
    try {
      await index.start();
      isArmed = true;
      await diagnostics.validateAll(() => undefined, new vscode.CancellationTokenSource().token);
      assert.equal(isArmed, false);
      await eventually(() => collection.get(chart)?.length === 1);
      assert.deepEqual([...new Set(wasKnown)], [true]);
      // What still waits to be judged when it ends must not keep VS Code busy for ever.
      writeFiles(fileUri('').fsPath, makeClone(3, tickets));
      await index.refresh([chart]);
    } finally {
      diagnostics.dispose();
      services.dispose();
    }
  });
});

describe('Problems that somebody asks for while they are looked for', () => {
  it('are waited for', async () => {
    await access();
    writeFiles(fileUri('').fsPath, makeClone(3, third));
    const services = await putTogether(nodeDisk);
    await services.index.start();
    let document = await vscode.workspace.openTextDocument(fileUri(path));
    await eventually(async () => {
      // VS Code may still give out the one that the file had before it was deleted.
      document = await vscode.workspace.openTextDocument(fileUri(path));
      return document.getText().includes(third);
    });
    // What has unsaved changes is judged whatever else comes over the disk.
    await applyEdit(() => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), ' ');
      return edit;
    });
    const links = await services.loadLinks();
    let asked = 0;
    let answer: () => void = () => undefined;
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    const loadLinks = async () => {
      asked += 1;
      await isAnswered;
      return links;
    };
    const diagnostics = new FlowDiagnostics({ ...services, loadLinks });
    try {
      await eventually(() => asked > 0);
      assert.equal(diagnostics.problemsOf(document), undefined);
      const judged = diagnostics.judgedProblemsOf(document);
      answer();
      assert.deepEqual(
        (await judged)?.problems.map(({ code }) => code),
        ['connection-unknown'],
      );
    } finally {
      diagnostics.dispose();
      services.dispose();
    }
  });
});
