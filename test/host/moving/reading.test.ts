import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { createCatalogLoader } from '../../../src/host/catalogLoader';
import { listConnections } from '../../../src/core/connection/projectConnections';
import { FileValidator } from '../../../src/host/diagnostics/fileValidator';
import { WorkspaceDiagnostics } from '../../../src/host/diagnostics/workspaceDiagnostics';
import { OpenDocuments } from '../../../src/host/openDocuments';
import { createProblemLinks } from '../../../src/host/problemLinks';
import type { FileWatchTarget } from '../../../src/host/watchFiles';
import { WorkspaceFiles } from '../../../src/host/workspaceFiles';
import { WorkspaceIndex } from '../../../src/host/workspaceIndex';
import { readOnDisk, statOnDisk } from '../../../src/node/onDisk';
import { makeClone, writeFiles } from '../../support/clone';
import { access, fileUri, until } from '../support';

const tickets = 'a2582db9-2bd7-4a35-94a3-fbbade0a581d';
const other = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const path = 'agent/flows/Flow 2/en-US/chart.json';

describe('A deletion that the file watcher tells of late', () => {
  it('takes nothing away that is there again, or comes again unseen', async () => {
    await access();
    writeFiles(fileUri('').fsPath, makeClone(3, tickets));
    const { extensionUri } = vscode.extensions.getExtension('flow-connections.flow-connections')!;
    const log = { error: (_: string, error: unknown) => assert.fail(String(error)) };
    let reads = 0;
    const disk = {
      stat: (uri: vscode.Uri) => statOnDisk(uri.fsPath),
      read(uri: vscode.Uri) {
        reads++;
        return readOnDisk(uri.fsPath);
      },
    };
    const documents = new OpenDocuments();
    let told: FileWatchTarget | undefined;
    const watch = (target: FileWatchTarget) => {
      told = target;
      return new vscode.Disposable(() => undefined);
    };
    const files = new WorkspaceFiles(documents, disk, createCatalogLoader(extensionUri), log, watch);
    const index = new WorkspaceIndex(files);
    const flows = () => index.projects.map(({ project }) => [...project.flows.keys()]).flat().length;
    try {
      await index.start();
      const count = flows();
      assert.ok(count >= 3);
      let announced = 0;
      reads = 0;
      index.onDidChange(() => announced++);
      told?.remove(fileUri('agent/flows'));
      told?.remove(fileUri(path));
      await files.refresh([]);
      await until(() => !index.isSettling);
      assert.equal(flows(), count);
      assert.equal(announced, 1, 'by the refresh alone');
      assert.equal(reads, 0, 'what is still the same is not read again');
      rmSync(fileUri('agent/flows/Flow 2').fsPath, { recursive: true });
      told?.remove(fileUri('agent/flows/Flow 2'));
      await until(() => flows() === count - 1);
      // Nobody tells of this.
      writeFiles(fileUri('').fsPath, makeClone(3, tickets));
      await until(() => flows() === count);
    } finally {
      for (const service of [index, files, documents]) service.dispose();
      writeFiles(fileUri('').fsPath, makeClone(3, tickets));
    }
  });
});

describe('A file that is another one by the time its text is read', () => {
  it('is judged when the index knows it, not by what is known of its former text', async () => {
    await access();
    writeFiles(fileUri('').fsPath, makeClone(3, tickets));
    const chart = fileUri(path);
    const changed = makeClone(3, other).get(path) ?? '';
    let isArmed = false;
    const disk = {
      stat: (uri: vscode.Uri) => statOnDisk(uri.fsPath),
      read(uri: vscode.Uri) {
        if (isArmed && uri.path === chart.path) {
          isArmed = false;
          writeFileSync(uri.fsPath, changed);
        }
        return readOnDisk(uri.fsPath);
      },
    };
    const { extensionUri } = vscode.extensions.getExtension('flow-connections.flow-connections')!;
    const log = { error: (_: string, error: unknown) => assert.fail(String(error)) };
    const loadCatalog = createCatalogLoader(extensionUri);
    const documents = new OpenDocuments();
    const files = new WorkspaceFiles(documents, disk, loadCatalog, log);
    const index = new WorkspaceIndex(files);
    const collection = vscode.languages.createDiagnosticCollection('reading');
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
    const validator = new FileValidator(index, await loadCatalog());
    const diagnostics = new WorkspaceDiagnostics({
      collection,
      files,
      index,
      documents,
      loadValidator: () => Promise.resolve(validator),
      loadLinks: createProblemLinks(extensionUri),
      log,
    });
    try {
      await index.start();
      isArmed = true;
      await diagnostics.validateAll(() => undefined, new vscode.CancellationTokenSource().token);
      assert.equal(isArmed, false);
      await until(() => collection.get(chart)?.length === 1);
      assert.deepEqual([...new Set(wasKnown)], [true]);
      // What still waits to be judged when it ends must not keep VS Code busy for ever.
      writeFiles(fileUri('').fsPath, makeClone(3, tickets));
      await index.refresh([chart]);
    } finally {
      for (const service of [diagnostics, collection, index, files, documents]) service.dispose();
      writeFiles(fileUri('').fsPath, makeClone(3, tickets));
    }
  });
});
