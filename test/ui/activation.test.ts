import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { useSampleWorkbench } from '../support/sampleWorkbench';

/** Times are in milliseconds: by the clock, and of the processor. */
interface Activation {
  readonly load: readonly [number, number];
  readonly call: readonly [number, number];
  readonly waits: boolean;
  readonly read: readonly string[];
  readonly readLater: readonly string[];
}

const rounds = 5;

function median(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN).toFixed(1);
}

/** Prints times and asserts none: machines differ, and so do minutes on one machine. */
describe('Activation', () => {
  let installed: string;
  const sample = useSampleWorkbench({
    prepare(extension) {
      installed = join(extension, 'dist');
      renameSync(join(installed, 'extension.js'), join(installed, 'bundle.js'));
      copyFileSync(join('scripts', 'lib', 'watchedActivation.cjs'), join(installed, 'extension.js'));
    },
  });

  it('reads nothing and waits for nothing', async () => {
    const { workbench } = sample;
    const { page } = workbench;
    const found: Activation[] = [];
    for (let round = 0; round < rounds; round++) {
      if (round > 0) {
        rmSync(join(installed, 'activation.json'));
        await workbench.reload();
      }
      await workbench.activityBar('Flow Connections');
      await page.locator('.pane-body').getByRole('treeitem').first().waitFor();
      // What is read after the start is noted too.
      await page.waitForTimeout(1000);
      const noted = join(installed, 'activation.json');
      while (!existsSync(noted)) await page.waitForTimeout(50);
      found.push(JSON.parse(readFileSync(noted, 'utf8')) as Activation);
    }
    await workbench.runCommand('Developer: Show Running Extensions');
    const row = page.locator('.runtime-extensions-editor .extension', { hasText: 'Flow Connections' });
    const shown = row.locator('.activation-time').filter({ hasText: /\d/ });
    console.log(
      [
        `medians of ${rounds} rounds in one run, in brackets of the processor’s time`,
        `load of the bundle   ${median(found.map(({ load }) => load[0]))} ms (${median(found.map(({ load }) => load[1]))})`,
        `call of activate     ${median(found.map(({ call }) => call[0]))} ms (${median(found.map(({ call }) => call[1]))})`,
        `the last, in VS Code’s own list: ${(await shown.textContent()) ?? ''}`,
      ].join('\n'),
    );
    for (const { waits, read, readLater } of found) {
      assert.equal(waits, false);
      assert.deepEqual(read, []);
      assert.ok(readLater.length > 0, 'what is read is heard');
    }
  });
});
