import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../support/workbench';

describe('A folder without flows', () => {
  it('says how to get some, opens the sample, and follows what comes into it, in Restricted Mode too', async () => {
    const workbench = await openWorkbench({ folder: null, isRestricted: true });
    const { page } = workbench;
    const says = (words: string) => page.locator('.part.sidebar').getByText(words).waitFor();
    await workbench.activityBar('Flow Connections');
    await says('No Cognigy.AI flows in this workspace.');
    await says('Restricted Mode: names and checks work; nothing is sent.');
    await workbench.screenshot('welcome-1-no-flows');
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Open Sample' }).click();
    const sample = await opened;
    await sample.locator('.part.activitybar').getByRole('tab', { name: 'Flow Connections' }).click();
    await sample.getByRole('treeitem', { name: 'api.service-now.com' }).waitFor();
    await sample.close();

    const snapshot = workbench.file('backup.csnap');
    writeFileSync(snapshot, 'csnap\u0001\u0002');
    await says('It is encrypted as a whole and can’t be read here.');
    rmSync(snapshot);
    await says('No Cognigy.AI flows in this workspace.');
    const flow = 'agent/flows/Flow 1/en-US';
    cpSync(join('test/fixtures/samples/cli-clone', flow), workbench.file(flow), { recursive: true });
    await says('These flows use no Connections yet.');
    await page.getByRole('button', { name: 'New Connection…' }).first().waitFor();
    await workbench.screenshot('welcome-2-no-connections');
    // Names and checks, as it says above.
    const embedded = 'test/fixtures/host/single/embedded';
    cpSync(embedded, workbench.file('embedded'), { recursive: true });
    await workbench.item(/^Orders, .*Basic Auth · 1 node/).waitFor();
    await workbench.openFile('embedded chart.json', 'chart.json');
    await workbench.goToText('d2582db9');
    await page.locator('.squiggly-warning').first().waitFor();
  });
});
