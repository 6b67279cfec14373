// @ts-check
import { pathToFileURL, URLSearchParams } from 'node:url';

/**
 * The address of a workbench.
 * @param {object} options
 * @param {number} options.port
 * @param {string} [options.workspace] a folder or a .code-workspace file
 * @param {string} [options.extensionDevelopmentPath]
 * @param {string} [options.extensionTestsPath] the test runner, without .js
 */
export function workbenchUrl({ port, workspace, extensionDevelopmentPath, extensionTestsPath }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://localhost:${port}${urlPath(path)}`;
  const payload = [['skipWelcome', 'true']];
  if (extensionDevelopmentPath !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
  }
  if (extensionTestsPath !== undefined) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
  const query = new URLSearchParams();
  if (workspace === undefined) query.set('ew', 'true');
  else if (workspace.endsWith('.code-workspace')) query.set('workspace', urlPath(workspace));
  else query.set('folder', urlPath(workspace));
  query.set('payload', JSON.stringify(payload));
  return `http://localhost:${port}/?${query.toString().replaceAll('+', '%20')}`;
}

/**
 * A path as URIs have it, with forward slashes and a leading one on Windows too.
 * @param {string} path
 */
const urlPath = (path) => decodeURIComponent(pathToFileURL(path).pathname);

/**
 * Plays code-server's part in keeping secrets: with its half of the key, they persist in the browser's profile.
 * A route would do it too, but with one, Chromium caches nothing, and compiles the whole workbench at each page load.
 * @param {import('playwright-core').BrowserContext} context
 */
export async function answerMintKey(context) {
  await context.addInitScript(`(() => {
    const ask = window.fetch;
    window.fetch = (resource, options) =>
      String(resource).endsWith('/mint-key')
        ? Promise.resolve(new Response(new Uint8Array(32).fill(7)))
        : ask(resource, options);
  })()`);
}

/**
 * Leaves the workbench that a page shows, and forgets all that the browser has stored of it: the next one opens as for
 * somebody who has never used it. The browser's cache stays, which makes it quick.
 * @param {import('playwright-core').Page} page
 * @param {number} port
 */
export async function forgetStorage(page, port) {
  const context = page.context();
  // Each page says goodbye, so that the server ends its extension host.
  for (const other of context.pages()) {
    await other.goto('about:blank');
    if (other !== page) await other.close();
  }
  const cdp = await context.newCDPSession(page);
  const origin = `http://localhost:${port}`;
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await cdp.detach();
}

/**
 * Minimizes the window, where nobody looks: the browser draws nothing any more, and what the workbench does at each frame
 * it does ten times a second. That saves a quarter of the work.
 * @param {import('playwright-core').Page} page
 */
export async function minimize(page) {
  const context = page.context();
  // Where nothing is drawn there are no frames, and the browser is never idle between two.
  await context.addInitScript(`
    window.requestAnimationFrame = (work) => setTimeout(() => work(performance.now()), 100);
    window.requestIdleCallback = (work) => setTimeout(() => work({ didTimeout: false, timeRemaining: () => 50 }), 1);
    window.cancelAnimationFrame = window.cancelIdleCallback = clearTimeout;
  `);
  const cdp = await context.newCDPSession(page);
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
  await cdp.detach();
}
