import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/lib/temporaryFolder.mjs';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('Empty states', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let workbench: Workbench;
  const text = (words: string) => workbench.page.locator('.part.sidebar').getByText(words).waitFor();

  before(async () => {
    folder = temporaryFolder('empty');
    workbench = await openWorkbench({ folder: folder.path, trust: false });
  });
  after(async () => {
    await workbench.close();
    folder.remove();
  });

  it('a folder without flows says how to get some', async () => {
    await workbench.activityBar('Flow Connections');
    await text('No Cognigy.AI flows in this workspace.');
    await workbench.page.getByRole('button', { name: 'Open Sample' }).waitFor();
    await workbench.screenshot('9-no-flows');
  });

  it('Open Sample opens a copy of the sample in a window of its own', async () => {
    const opened = workbench.page.context().waitForEvent('page');
    await workbench.page.getByRole('button', { name: 'Open Sample' }).click();
    const sample = await opened;
    await sample.locator('.part.activitybar').getByRole('tab', { name: 'Flow Connections' }).click();
    await sample.getByRole('treeitem', { name: 'api.service-now.com' }).waitFor();
    await sample.close();
  });

  it('Restricted Mode says what still works', async () => {
    await text('Restricted Mode: names and checks work; nothing is sent.');
  });

  it('a snapshot alone is said to be encrypted', async () => {
    const file = join(folder.path, 'backup.csnap');
    writeFileSync(file, 'csnap\u0001\u0002');
    await text('It is encrypted as a whole and can’t be read here.');
    rmSync(file);
    await text('No Cognigy.AI flows in this workspace.');
  });

  it('flows without Connections say what to do, as soon as they are there', async () => {
    const flow = 'agent/flows/Flow 1/en-US';
    cpSync(join('test/fixtures/samples/cli-clone', flow), join(folder.path, flow), { recursive: true });
    await text('These flows use no Connections yet.');
    await workbench.page.getByRole('button', { name: 'New Connection…' }).first().waitFor();
    await workbench.screenshot('9-no-connections');
  });
});
