import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Whether somebody wants to look at what the tests see. They assert nothing by it, and it takes time. */
export const wantsScreenshots = process.env.FLOW_CONNECTIONS_SCREENSHOTS === '1';

/** Writes out/screenshots/<folder>/<name>.png. */
export async function takeScreenshot(page: Page, folder: string, name: string): Promise<void> {
  const path = join('out', 'screenshots', folder);
  mkdirSync(path, { recursive: true });
  await page.screenshot({ path: join(path, `${name}.png`) });
}
