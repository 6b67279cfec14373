import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { createCatalogLoader } from '../../../src/host/catalogLoader';
import { listConnections } from '../../../src/core/connection/projectConnections';
import { FileValidator } from '../../../src/host/diagnostics/fileValidator';
import { WorkspaceDiagnostics } from '../../../src/host/diagnostics/workspaceDiagnostics';
import { OpenDocuments } from '../../../src/host/openDocuments';
import { createProblemLinks } from '../../../src/host/problemLinks';
import { timers } from '../../../src/host/timers';
import { WorkspaceFiles } from '../../../src/host/workspaceFiles';
import { WorkspaceIndex } from '../../../src/host/workspaceIndex';
import { makeClone, writeFiles } from '../../support/clone';
import { nodeDisk } from '../nodeDisk';
import { access, fileUri, eventually } from '../support';

const tickets = 'a2582db9-2bd7-4a35-94a3-fbbade0a581d';
const other = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
const path = 'agent/flows/Flow 2/en-US/chart.json';

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
    const { extensionUri } = vscode.extensions.getExtension('flow-connections.flow-connections')!;
    const log = { error: (_: string, error: unknown) => assert.fail(String(error)) };
    const loadCatalog = createCatalogLoader(extensionUri);
    const documents = new OpenDocuments();
    const files = new WorkspaceFiles({ documents, disk, timers, loadCatalog, log });
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
      timers,
      loadValidator: () => Promise.resolve(validator),
      loadLinks: createProblemLinks(extensionUri),
      log,
    });
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
      for (const service of [diagnostics, collection, index, files, documents]) service.dispose();
      writeFiles(fileUri('').fsPath, makeClone(3, tickets));
    }
  });
});
