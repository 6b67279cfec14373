import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, outline, problemsIn, readText, unknown, eventually, writeText } from '../support';
import { basic, charts, chartTexts, file, holder, id, key, run, set, useLife } from './useLife';

describe('The life of a Connection', () => {
  const life = useLife();

  it('is renamed in the connections file alone, at its place, to a name that differs in case too', async () => {
    life.ask.typed = 'Servicenow';
    await run('flowConnections.rename', await life.item('ServiceNow'));
    assert.equal(await readText(fileUri(file)), life.text.replace('"ServiceNow"', '"Servicenow"'));
    assert.deepEqual(life.ask.validated, [undefined]);
    life.ask.typed = 'jira';
    await run('flowConnections.rename', await life.item('Servicenow'));
    assert.match(
      JSON.stringify(life.ask.validated[1]),
      /Another Connection of this project is called “Jira”/,
    );
    assert.deepEqual(life.namesNow(), ['Draft', 'Jira', 'jira']);
    life.ask.typed = 'a/b';
    await run('flowConnections.rename', await life.item('Draft'));
    assert.equal(typeof life.ask.validated[2], 'string');
  });

  it('is duplicated with a temporary ID, with its credentials or without', async () => {
    await life.store('a', 'pw');
    life.ask.button = 'Copy Credentials';
    await run('flowConnections.duplicate', await life.item('ServiceNow'));
    assert.equal(life.ask.asked[0]?.message, 'Copy the credentials of “ServiceNow” too?');
    const find = (name: string) =>
      life.services.index.projects
        .flatMap(({ project }) => [...project.registered.values()])
        .find((one) => one.name === name);
    const copy = find('ServiceNow copy');
    assert.ok(copy?.isTemporary && copy.description === 'Ticket system');
    const reading = await life.services.vault.read(
      { ...key('a'), referenceId: copy.referenceId },
      basic,
      holder(),
    );
    assert.deepEqual(reading, { kind: 'values', fields: { username: 'bot', password: 'pw' } });
    life.ask.button = 'Without Credentials';
    life.ask.typed = 'Bare';
    await run('flowConnections.duplicate', await life.item('ServiceNow'));
    const bare = find('Bare');
    assert.ok(bare);
    assert.equal(
      life.services.vault.status({ ...key('a'), referenceId: bare.referenceId }, basic, holder()).kind,
      'none',
    );
    life.ask.button = undefined;
    life.ask.typed = 'Nothing';
    await run('flowConnections.duplicate', await life.item('ServiceNow'));
    assert.equal(find('Nothing'), undefined);
  });

  it('is deleted with its credentials after a question, flows stay, and Undo brings all of it back', async () => {
    await life.store('a', 'pw');
    const before = life.services.vault.list();
    const document = await vscode.workspace.openTextDocument(fileUri(charts[2]!));
    life.ask.button = 'Delete';
    life.ask.toast = 'Undo';
    await run('flowConnections.delete', await life.item('ServiceNow'));
    assert.deepEqual(life.ask.asked, [
      {
        message: 'Delete “ServiceNow”?',
        detail:
          '2 nodes in 2 flows of this project use it: Get ticket, Escalate. Cognigy.AI hangs at a node whose Connection is missing. Flow files aren’t changed; the credentials on this machine are deleted. LLM, voice, translation and storage settings on Cognigy.AI weren’t checked.',
        choices: ['Delete', 'Replace in Flows…'],
      },
    ]);
    assert.deepEqual(life.namesNow(), ['Draft', 'Jira']);
    assert.deepEqual(life.services.vault.list(), []);
    assert.deepEqual(life.ask.told, ['Deleted “ServiceNow”. 2 nodes still name it. [Undo] [Show Nodes]']);
    assert.deepEqual(await chartTexts(), life.flows);
    await eventually(() => problemsIn(document).includes(unknown('Warning', 'a')));
    life.ask.answerToast();
    await eventually(() => life.services.vault.status(key('a'), basic, holder()).kind === 'stored');
    assert.equal(await readText(fileUri(file)), life.text);
    assert.deepEqual(life.services.vault.list(), before);
    assert.deepEqual(await life.stored('a'), { kind: 'values', fields: { username: 'bot', password: 'pw' } });
    await eventually(() => !problemsIn(document).includes(unknown('Warning', 'a')));
  });

  it('is kept when the question is closed', async () => {
    await run('flowConnections.delete', await life.item('Jira'));
    assert.equal(life.ask.asked.length, 1);
    assert.deepEqual(life.ask.asked[0]?.choices, ['Delete']);
    assert.equal(await readText(fileUri(file)), life.text);
  });

  it('is deleted with others at once, of which one undo brings back all', async () => {
    life.ask.button = 'Delete';
    life.ask.toast = 'Undo';
    const items = [await life.item('ServiceNow'), await life.item('Draft')];
    await run('flowConnections.delete', items[0], items);
    assert.equal(life.ask.asked[0]?.message, 'Delete 2 Connections?');
    assert.deepEqual(life.namesNow(), ['Jira']);
    assert.deepEqual(life.ask.told, ['Deleted 2 Connections. 2 nodes still name them. [Undo]']);
    life.ask.answerToast();
    await eventually(() => life.namesNow().length === 3);
    assert.equal(await readText(fileUri(file)), life.text);
  });

  it('can be put back later where the file refuses it at first', async () => {
    await life.store('a', 'pw');
    life.ask.button = 'Delete';
    life.ask.toast = 'Undo';
    await run('flowConnections.delete', await life.item('ServiceNow'));
    const deleted = await readText(fileUri(file));
    await writeText(fileUri(file), `<<<<<<< ours\n${deleted}`);
    life.ask.answerToast();
    await eventually(() => life.ask.told.length === 2);
    assert.match(life.ask.told[1] ?? '', /Nothing was saved: mend the file first. \[Undo\]$/);
    assert.equal(((await life.stored('a')) as { kind: string }).kind, 'values', 'its credentials are back');
    await writeText(fileUri(file), deleted);
    await life.services.index.refresh([fileUri(file)]);
    life.ask.answerToast();
    await eventually(() => life.namesNow().length === 3);
    assert.equal(await readText(fileUri(file)), life.text);
    assert.equal(life.ask.told.length, 2);
  });

  it('leaves the credentials of another connections file with the same ids alone', async () => {
    const elsewhere = 'file:///elsewhere';
    await life.services.vault.write({ ...key('a'), ...basic, file: elsewhere }, { password: set('theirs') });
    life.ask.button = 'Delete';
    await run('flowConnections.delete', await life.item('ServiceNow'));
    assert.match(life.ask.asked[0]?.detail ?? '', /that were set for another connections file stay/);
    assert.deepEqual(await life.services.vault.read(key('a'), basic, elsewhere), {
      kind: 'values',
      fields: { password: 'theirs' },
    });
  });

  it('is replaced in all flows by another of its type, as one edit that one undo takes back', async () => {
    life.ask.picked = 'Draft';
    life.ask.button = 'Replace';
    await run('flowConnections.replaceInFlows', await life.item('ServiceNow'));
    assert.deepEqual(
      life.ask.listed.map(({ label }) => label),
      ['Draft'],
    );
    assert.equal(life.ask.asked[0]?.message, 'Replace “ServiceNow” by “Draft” in 2 nodes?');
    assert.match(life.ask.asked[0].detail, /Main\/en-US\/chart\.json: Get ticket\n/);
    assert.deepEqual(
      await chartTexts(),
      life.flows.map((flow) => flow.replaceAll(id('a'), id('c'))),
    );
    assert.deepEqual(life.namesNow(), ['Draft', 'Jira', 'ServiceNow']);
    await vscode.window.showTextDocument(fileUri(charts[0]!));
    await run('undo');
    await eventually(async () => JSON.stringify(await chartTexts()) === JSON.stringify(life.flows));
  });

  it('is deleted after it was replaced, when that is what was asked for', async () => {
    await life.store('a', 'pw');
    life.ask.picked = 'Draft';
    const buttons = ['Replace in Flows…', 'Replace'];
    life.ask.choose = (question) => {
      life.ask.asked.push(question);
      return Promise.resolve(buttons.shift());
    };
    await run('flowConnections.delete', await life.item('ServiceNow'));
    assert.deepEqual(life.namesNow(), ['Draft', 'Jira']);
    assert.deepEqual(life.services.vault.list(), []);
    assert.deepEqual(life.ask.told, ['Deleted “ServiceNow”. [Undo]']);
    assert.deepEqual(
      await chartTexts(),
      life.flows.map((flow) => flow.replaceAll(id('a'), id('c'))),
    );
  });

  it('stays when its replacement is called off', async () => {
    const buttons = ['Replace in Flows…', undefined];
    life.ask.picked = 'Draft';
    life.ask.choose = () => Promise.resolve(buttons.shift());
    await run('flowConnections.delete', await life.item('ServiceNow'));
    assert.equal(await readText(fileUri(file)), life.text);
    assert.deepEqual(await chartTexts(), life.flows);
  });

  it('is linked: the ID of Cognigy.AI stands in every file, and the credentials go with it', async () => {
    await life.store('c', 'draft');
    const edit = new vscode.WorkspaceEdit();
    const document = await vscode.workspace.openTextDocument(fileUri(charts[2]!));
    const at = document.getText().indexOf(id('a'));
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(at), document.positionAt(at + 36)),
      id('c'),
    );
    await vscode.workspace.applyEdit(edit);
    await eventually(async () =>
      (await outline(life.services.tree)).some((line) => /Draft .*temporary · 1 node/.test(line)),
    );
    life.ask.picked = 'Enter the Reference ID…';
    life.ask.typed = id('e').toUpperCase();
    await run('flowConnections.linkToCognigy', await life.item('Draft'));
    assert.deepEqual(life.ask.validated, ['“Jira” has this Reference ID already.'], 'it is of another type');
    assert.equal(await readText(fileUri(file)), life.text);
    life.ask.typed = ` ${id('d')} `;
    await run('flowConnections.linkToCognigy', await life.item('Draft'));
    const linked = life.text.replace(id('c'), id('d')).replace(',\n      "temporary": true', '');
    assert.equal(await readText(fileUri(file)), linked);
    assert.equal(document.getText(), life.flows[2]!.replace(id('a'), id('d')));
    assert.deepEqual(await life.stored('d'), {
      kind: 'values',
      fields: { username: 'bot', password: 'draft' },
    });
    assert.deepEqual(await life.stored('c'), { kind: 'none' });
  });

  it('is linked to an ID that flows name and nobody has registered', async () => {
    const [candidate] = await life.services.tree.getChildren(
      (await life.services.tree.getChildren()).find(({ kind }) => kind === 'notRegistered'),
    );
    assert.ok(candidate);
    life.ask.picked = life.services.tree.getTreeItem(candidate).label as string;
    await run('flowConnections.linkToCognigy', await life.item('Draft'));
    assert.match(life.ask.listed[0]?.description ?? '', new RegExp(`^${id('b')} · 1 node$`));
    assert.equal(life.services.index.projects[0]?.project.registered.get(id('b'))?.name, 'Draft');
  });

  it('becomes one with the registered Connection that has the ID of Cognigy.AI', async () => {
    await life.store('c', 'draft');
    life.ask.picked = 'ServiceNow';
    await run('flowConnections.linkToCognigy', await life.item('Draft'));
    const offered = life.ask.listed.find(({ label }) => label === 'ServiceNow');
    assert.match(offered?.description ?? '', /registered, 2 nodes: they become one$/);
    assert.deepEqual(life.ask.asked, []);
    assert.deepEqual(life.namesNow(), ['Jira', 'ServiceNow']);
    assert.deepEqual(await life.stored('a'), {
      kind: 'values',
      fields: { username: 'bot', password: 'draft' },
    });
    assert.deepEqual(await life.stored('c'), { kind: 'none' });
  });

  it('asks whose credentials count where both have some, and closing that changes nothing', async () => {
    await life.store('a', 'right');
    await life.store('c', 'draft');
    life.ask.picked = 'ServiceNow';
    await run('flowConnections.linkToCognigy', await life.item('Draft'));
    assert.deepEqual(life.ask.asked[0]?.choices, ['Keep Those of “ServiceNow”', 'Take Those of “Draft”']);
    assert.equal(await readText(fileUri(file)), life.text);
    life.ask.button = 'Keep Those of “ServiceNow”';
    await run('flowConnections.linkToCognigy', await life.item('Draft'));
    assert.deepEqual(life.namesNow(), ['Jira', 'ServiceNow']);
    const values = { username: 'bot', password: 'right' };
    assert.deepEqual(await life.stored('a'), { kind: 'values', fields: values });
    assert.deepEqual(await life.stored('c'), { kind: 'none' });
  });

  it('is linked to one of the list that the CLI prints', async () => {
    const items = [
      { referenceId: id('e'), name: 'Draft', extension: 'jira', type: 'jira' },
      { referenceId: id('d'), name: 'Real', ...basic },
    ];
    await vscode.env.clipboard.writeText(JSON.stringify({ items, total: items.length }));
    const picks = ['From the List of Cognigy.AI…', 'From the Clipboard', 'Real'];
    life.ask.pick = <T extends vscode.QuickPickItem>(offered: readonly T[]) => {
      life.ask.listed = offered;
      const wanted = picks.shift();
      return Promise.resolve(offered.find(({ label }) => label === wanted));
    };
    await run('flowConnections.linkToCognigy', await life.item('Draft'));
    assert.deepEqual(
      life.ask.listed.map(({ label }) => label),
      ['Real'],
      'only of its type',
    );
    assert.equal(life.services.index.projects[0]?.project.registered.get(id('d'))?.name, 'Draft');
  });

  it('is linked only while its ID is temporary', async () => {
    await run('flowConnections.linkToCognigy', await life.item('ServiceNow'));
    assert.equal(life.ask.validated.length, 0);
  });

  it('is marked as rotated on a day, which saving its name later does not take back', async () => {
    await run('flowConnections.markAsRotated', await life.item('ServiceNow'));
    const day = new Date().toISOString().slice(0, 10);
    const marked = life.text.replace(
      '"description": "Ticket system"',
      `"description": "Ticket system",\n      "rotatedOn": "${day}"`,
    );
    assert.equal(await readText(fileUri(file)), marked);
    const [owner] = life.services.index.projects;
    assert.ok(owner);
    const saved = { ...basic, referenceId: id('a'), name: 'ServiceNow', isTemporary: false };
    await life.services.repository.save(owner, { ...saved, description: 'Ticket system' });
    assert.equal(await readText(fileUri(file)), marked);
  });
});
