import assert from 'node:assert/strict';
import { chmod, lstat, readFile, realpath, rename as renameOnDisk, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';
import type { StoredCredentials } from '../../../src/core/connection/credentialVault';
import type { Confirmation } from '../../../src/core/ports';
import { fileUri, outline, readText, tabTitles, eventually, writeText } from '../support';
import { basic, file, holder, id, key, run, set, useLife } from './useLife';

describe('A Connection whose file or credentials are elsewhere', () => {
  const life = useLife();

  it('is read-only while only a file from Cognigy.AI declares it', async () => {
    const resource = fileUri('agent/connections/Orders.json');
    const connection = { referenceId: id('d'), name: 'Orders', ...basic };
    await writeText(resource, JSON.stringify({ ...connection, resourceLevel: 'project' }));
    await life.services.index.refresh([resource]);
    await eventually(async () =>
      (await outline(life.services.tree)).some((line) => line.startsWith('Orders')),
    );
    const orders = await life.item('Orders');
    life.ask.button = 'Delete';
    life.ask.typed = 'x';
    for (const command of [
      'rename',
      'duplicate',
      'delete',
      'replaceInFlows',
      'linkToCognigy',
      'markAsRotated',
      'setCredentials',
    ])
      await run(`flowConnections.${command}`, orders);
    assert.deepEqual([life.ask.asked, life.ask.validated], [[], []]);
    assert.equal(await readText(fileUri(file)), life.text);
  });

  it('has its stored credentials listed by project, of files that are not open too, and deleted by one or all', async () => {
    await life.store('a', 'pw');
    await life.store('c', 'draft');
    const gone = { fileId: 'gone-file', referenceId: id('a') };
    await life.services.vault.write(
      { ...gone, ...basic, file: 'file:///gone/.cognigy/connections.json' },
      { password: set('x') },
    );
    const [project] = life.services.index.projects;
    assert.ok(project);
    const { name } = project.project;
    life.ask.picked = 'Draft';
    life.ask.button = 'Delete';
    life.ask.toast = 'Undo';
    await run('flowConnections.manageStoredCredentials');
    assert.deepEqual(
      life.ask.listed.map(({ label }) => label),
      [name, `Everything of ‘${name}’`, 'Draft', 'ServiceNow', 'unknown project gone-fil', id('a')],
    );
    assert.match(
      life.ask.listed.find(({ label }) => label === 'Draft')?.description ?? '',
      /^Basic Auth · 2 fields · set /,
    );
    assert.deepEqual(life.ask.told, [
      `Deleted the credentials of “Draft” of ‘${name}’ from this machine. [Undo]`,
    ]);
    assert.deepEqual(await life.stored('c'), { kind: 'none' });
    life.ask.answerToast();
    await eventually(() => life.services.vault.status(key('c'), basic, holder()).kind === 'stored');
    life.ask.picked = `Everything of ‘${name}’`;
    await run('flowConnections.manageStoredCredentials');
    assert.equal(life.ask.told[1], `Deleted 2 credentials of ‘${name}’ from this machine. [Undo]`);
    const left: StoredCredentials[] = life.services.vault.list();
    assert.deepEqual(
      left.map(({ fileId }) => fileId),
      ['gone-file'],
    );
  });

  it('keeps its credentials to itself where a copy of its file has the same id, until that one gets its own', async () => {
    const { services, ask } = life;
    const copy = 'copy/.cognigy/connections.json';
    await life.store('a', 'original');
    await writeText(fileUri(copy), life.text);
    await services.index.refresh([fileUri(copy)]);
    const twin = () => services.index.projects.find(({ project }) => project.connectionsPath === copy);
    const argument = {
      folder: fileUri('').toString().replace(/\/$/, ''),
      connectionsPath: copy,
      referenceId: id('a'),
    };
    const edit = async () => {
      await run('flowConnections.edit', argument);
      await eventually(() => tabTitles().includes('ServiceNow · Basic Auth'));
      await run('workbench.action.closeAllEditors');
    };
    assert.ok(twin());
    await edit();
    assert.equal(ask.asked[0]?.message, 'Use the credentials of “ServiceNow” here?');
    assert.deepEqual(ask.asked[0].choices, ['Use Here', 'Keep Apart']);
    assert.equal((await services.vault.read(key('a'), basic, twin()?.id ?? '')).kind, 'elsewhere');
    assert.equal(await readText(fileUri(copy)), life.text);
    ask.button = 'Keep Apart';
    await edit();
    const own = { fileId: twin()?.project.file?.id ?? '', referenceId: id('a') };
    assert.notEqual(own.fileId, key('a').fileId);
    assert.equal(await readText(fileUri(copy)), life.text.replace(key('a').fileId, own.fileId));
    assert.equal(services.vault.status(own, basic, holder()).kind, 'none');
    await edit();
    assert.equal(ask.asked.length, 2, 'nothing more to ask');
    assert.deepEqual(await life.stored('a'), {
      kind: 'values',
      fields: { username: 'bot', password: 'original' },
    });
  });

  it('is not changed in a file that is read-only, and in one that is a link the link stays', async () => {
    const path = fileUri(file).path;
    const target = fileUri('.cognigy/elsewhere.txt').path;
    await chmod(path, 0o444);
    life.ask.typed = 'X';
    life.ask.button = 'Delete';
    try {
      const [owner] = life.services.index.projects;
      assert.ok(owner);
      const { outcome } = await life.services.repository.remove(owner, [id('a')]);
      assert.deepEqual(outcome, {
        kind: 'refused',
        sentence: 'connections.json is read-only. Make it writable first.',
      });
      assert.equal(await readText(fileUri(file)), life.text);
    } finally {
      await chmod(path, 0o644);
    }
    await renameOnDisk(path, target);
    await symlink(target, path);
    await life.services.index.refresh([fileUri(file)]);
    await run('flowConnections.rename', await life.item('ServiceNow'));
    assert.ok((await lstat(path)).isSymbolicLink());
    assert.equal(await readText(fileUri('.cognigy/elsewhere.txt')), life.text.replace('"ServiceNow"', '"X"'));
  });

  it('is changed outside of the workspace, where a link leads, once that is agreed to (8.5)', async () => {
    const outside = temporaryFolder('outside');
    const path = fileUri(file).fsPath;
    const target = join(await realpath(outside.path), 'elsewhere.json');
    try {
      await renameOnDisk(path, target);
      await symlink(target, path);
      await life.services.index.refresh([fileUri(file)]);
      const asked: Confirmation[] = [];
      let answer = false;
      life.services.confirm = (question) => {
        asked.push(question);
        return Promise.resolve(answer);
      };
      life.ask.typed = 'X';
      await run('flowConnections.rename', await life.item('ServiceNow'));
      assert.equal(await readFile(target, 'utf8'), life.text);
      assert.deepEqual(asked, [
        {
          message: 'Write to a file outside of the workspace?',
          detail: `A link in the workspace leads to ${target}.`,
          agree: 'Write',
        },
      ]);
      answer = true;
      await run('flowConnections.rename', await life.item('ServiceNow'));
      life.ask.typed = 'Y';
      await run('flowConnections.rename', await life.item('X'));
      assert.equal(asked.length, 2, 'it is asked once');
      assert.equal(await readFile(target, 'utf8'), life.text.replace('"ServiceNow"', '"Y"'));
    } finally {
      outside.remove();
    }
  });

  it('is neither deleted, put back nor linked in a file that is gone, and no other file is made', async () => {
    const [owner] = life.services.index.projects;
    assert.ok(owner);
    const { removed } = await life.services.repository.remove(owner, [id('a')]);
    await vscode.workspace.fs.delete(fileUri(file));
    const gone = { kind: 'refused', sentence: 'connections.json is no longer there.' };
    assert.deepEqual((await life.services.repository.remove(owner, [id('c')])).outcome, gone);
    assert.deepEqual(await life.services.repository.restore(owner, removed), gone);
    await assert.rejects(readText(fileUri(file)));
  });

  it('is changed in a file with unsaved changes as one more of them', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(file));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf('"Jira') + 5), ' 2');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => life.namesNow().includes('Jira 2'));
    life.ask.button = 'Delete';
    life.ask.toast = 'Undo';
    await run('flowConnections.delete', await life.item('ServiceNow'));
    assert.ok(document.isDirty);
    assert.equal(await readText(fileUri(file)), life.text);
    assert.deepEqual(life.namesNow(), ['Draft', 'Jira 2']);
    life.ask.answerToast();
    await eventually(() => document.getText() === life.text.replace('Jira', 'Jira 2'));
  });
});
