import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { realisticChart } from '../../../bench/realisticChart';
import { createCatalogLoader } from '../../../src/host/catalogLoader';
import { OpenDocuments } from '../../../src/host/openDocuments';
import { timers } from '../../../src/host/timers';
import { WorkspaceFiles } from '../../../src/host/workspaceFiles';
import { nodeDisk } from '../nodeDisk';
import { access, eventually, fileUri } from '../support';

const charts = 400;
const rounds = 5;

/** Bytes in use after everything that nobody holds is gone. */
function heapUsed(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** Prints figures and asserts none: machines differ, and so do minutes on one machine. */
describe('The index of a large workspace', () => {
  it(`reads ${charts} charts`, async function () {
    this.timeout(600_000);
    const extension = vscode.extensions.getExtension('flow-connections.flow-connections');
    assert.ok(extension);
    const text = realisticChart(195, extension.extensionPath);
    const paths = Array.from(
      { length: charts },
      (_, i) => fileUri(`agent/flows/Flow ${i}/en-US/chart.json`).fsPath,
    );
    for (const path of paths) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const { index } = await access();
    // The extension's own reading must be over before ours is measured.
    await eventually(
      () => !index.isSettling && index.projects.some(({ project }) => project.flows.size === charts),
    );
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    const sequential: number[] = [];
    const indexed: number[] = [];
    const blocked: number[] = [];
    const idle: number[] = [];
    let held = 0;
    for (let round = 0; round < rounds; round++) {
      let start = performance.now();
      for (const path of paths) JSON.parse(await readFile(path, 'utf8'));
      sequential.push(performance.now() - start);

      const before = heapUsed();
      const documents = new OpenDocuments();
      const log = { error: (_: string, error: unknown) => assert.fail(String(error)) };
      const files = new WorkspaceFiles({
        documents,
        disk: nodeDisk,
        timers,
        loadCatalog: createCatalogLoader(extension.extensionUri),
        log,
      });
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await new Promise((resolve) => setTimeout(resolve, 500));
      idle.push(delay.max / 1e6);
      delay.reset();
      start = performance.now();
      await files.start();
      indexed.push(performance.now() - start);
      delay.disable();
      blocked.push(delay.max / 1e6);
      if (round === 0) held = heapUsed() - before;
      files.dispose();
      documents.dispose();
    }
    const megabytes = (charts * text.length) / 2 ** 20;
    console.log(
      [
        `${charts} charts, ${megabytes.toFixed(0)} MB, medians of ${rounds} rounds in one run`,
        `read and JSON.parse in sequence   ${median(sequential).toFixed(0)} ms`,
        `index                             ${median(indexed).toFixed(0)} ms  ${(median(indexed) / median(sequential)).toFixed(2)}×`,
        `longest block of the host         ${median(blocked).toFixed(0)} ms  (doing nothing: ${median(idle).toFixed(0)} ms)`,
        `held afterwards                   ${(held / 2 ** 20).toFixed(1)} MB, ${((100 * held) / 2 ** 20 / megabytes).toFixed(1)} % of the texts`,
      ].join('\n'),
    );
  });
});
