import assert from 'node:assert/strict';
import { fileUri, outline, tooltipOf, eventually, writeText } from '../support';
import { file, run, useLife } from './useLife';

describe('The Connections view, when something changes', () => {
  const life = useLife();
  /** What VS Code is told to ask anew for while something is done: nodes, or undefined for the whole view. */
  const toldDuring = async (work: () => Promise<unknown>): Promise<unknown[]> => {
    const { tree } = life.services;
    // All is given out, uses too, as if all were unfolded.
    await outline(tree);
    const told: unknown[] = [];
    const subscription = tree.onDidChangeTreeData((nodes) => told.push(nodes));
    try {
      await work();
    } finally {
      subscription.dispose();
    }
    return told;
  };

  it('tells of the Connection that has a new name or description, which stays the same item', async () => {
    const item = await life.item('ServiceNow');
    const write = (text: string) => async () => {
      await writeText(fileUri(file), text);
      await life.services.index.refresh([fileUri(file)]);
    };
    const renamed = life.text.replace('"ServiceNow"', '"ServiceNow 2"');
    assert.deepEqual(await toldDuring(write(renamed)), [[item]]);
    assert.equal(life.services.tree.getTreeItem(item).label, 'ServiceNow 2');
    assert.equal(await life.item('ServiceNow 2'), item);
    // It is to be seen in the tooltip alone.
    assert.deepEqual(await toldDuring(write(renamed.replace('Ticket system', 'Tickets'))), [[item]]);
    assert.match(tooltipOf(life.services.tree, item), /Tickets/);
  });

  it('tells of the Connection whose credentials were stored, and of nothing where nothing is new', async () => {
    const item = await life.item('ServiceNow');
    const { tree } = life.services;
    const stored = await toldDuring(async () => {
      await life.store('a', 'pw');
      tree.refresh();
    });
    assert.deepEqual(new Set(stored), new Set([[item]]));
    assert.match(String(tree.getTreeItem(item).accessibilityInformation?.label), /2 of 2 fields/);
    const nothing = await toldDuring(async () => {
      tree.refresh();
      await life.services.index.refresh([fileUri(file)]);
    });
    assert.deepEqual(nothing, []);
  });

  it('tells of all where the order is another', async () => {
    const item = await life.item('ServiceNow');
    const told = await toldDuring(async () => {
      life.ask.typed = 'A first one';
      await run('flowConnections.rename', item);
      await eventually(() => life.namesNow().includes('A first one'));
    });
    assert.deepEqual(told, [undefined]);
    assert.equal(await life.item('A first one'), item);
  });
});
