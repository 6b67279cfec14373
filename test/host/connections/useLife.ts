import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { toReferenceId } from '../../../src/core/flow/referenceId';
import type { TestAccess } from '../../../src/host/startHost';
import type { ConnectionNode } from '../../../src/host/tree/treeNode';
import { Answers } from '../answers';
import { access, fileUri, findItem, readText } from '../support';

export const file = '.cognigy/connections.json';
export const charts = ['Main/en-US', 'Main/de-DE', 'Other/en-US'].map((at) => `agent/flows/${at}/chart.json`);
export const basic = { extension: '@cognigy/basic-nodes', type: 'http_basic' };
const fileId = '55555555-5555-4555-8555-555555555555';

export const id = (digit: string) => {
  const referenceId = toReferenceId(`${digit}2582db9-2bd7-4a35-94a3-fbbade0a581d`);
  assert.ok(referenceId);
  return referenceId;
};
export const set = (value: string) => ({ kind: 'replace', value }) as const;
export const key = (digit: string) => ({ fileId, referenceId: id(digit) });
export const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
/** Whose credentials the project's are. */
export const holder = () => fileUri(file).toString();

export const chartTexts = () =>
  Promise.all(charts.map(async (path) => (await vscode.workspace.openTextDocument(fileUri(path))).getText()));

/** The project of three Connections, which every test finds as it was. */
export interface Life {
  readonly services: TestAccess;
  /** New for each test. */
  readonly ask: Answers;
  /** Of the connections file, before a test. */
  readonly text: string;
  /** Of the charts, before a test, and after it on disk. */
  readonly flows: readonly string[];
  readonly namesNow: () => string[];
  readonly item: (label: string) => Promise<ConnectionNode>;
  readonly store: (digit: string, password: string) => Promise<unknown>;
  readonly stored: (digit: string) => Promise<unknown>;
}

/** Answers questions for each of the suite's tests, and sees that none saves a flow. */
export function useLife(): Life {
  let services: TestAccess;
  let ask: Answers;
  let text: string;
  let flows: readonly string[];
  const onDisk = () => Promise.all(charts.map((path) => readText(fileUri(path))));
  const namesNow = () => {
    const names = services.index.projects.flatMap(({ project }) =>
      [...project.registered.values()].map(({ name }) => name),
    );
    return names.sort();
  };

  beforeEach(async () => {
    services = await access();
    text = await readText(fileUri(file));
    flows = await onDisk();
    ask = new Answers();
    services.ask = ask;
  });

  afterEach(async () => {
    assert.deepEqual(await onDisk(), flows, 'nothing saves a flow');
  });

  return {
    get services() {
      return services;
    },
    get ask() {
      return ask;
    },
    get text() {
      return text;
    },
    get flows() {
      return flows;
    },
    namesNow,
    item: (label) => findItem(services.tree, label),
    store: (digit, password) =>
      services.vault.write(
        { ...key(digit), ...basic, file: holder() },
        { username: set('bot'), password: set(password) },
      ),
    stored: (digit) => services.vault.read(key(digit), basic, holder()),
  };
}
