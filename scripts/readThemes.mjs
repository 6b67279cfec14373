// @ts-check
/**
 * Reads from a real workbench what VS Code gives to webviews in each theme, for the tests of the form as a page:
 * its CSS variables, the classes of the body, and its default style sheet. Run it when a version of VS Code is new:
 *
 *   node esbuild.js && node scripts/readThemes.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './lib/chromium.mjs';
import { runMain } from './lib/command.mjs';
import { installExtension } from './lib/extensionFiles.mjs';
import { startServer, writeSettings } from './lib/serverProcess.mjs';
import { temporaryFolder } from './lib/temporaryFolder.mjs';
import { askedThemeVariables } from './lib/themeVariables.mjs';
import { VERSIONS } from './lib/vscodeServer.mjs';
import { workbenchUrl } from './lib/workbenchPage.mjs';

/** By their names: what the setting calls them, and the class that a webview's body has then. */
const THEMES = {
  'Dark Modern': ['Default Dark Modern', 'vscode-dark'],
  'Light Modern': ['Default Light Modern', 'vscode-light'],
  'Dark High Contrast': ['Default High Contrast', 'vscode-high-contrast'],
};

/**
 * In a webview: what VS Code has put into its document.
 * @param {readonly string[]} names
 */
const read = (names) => `({
  variables: Object.fromEntries(${JSON.stringify(names)}
    .map((name) => [name, document.documentElement.style.getPropertyValue(name)])
    .filter(([, value]) => value !== '')),
  bodyClass: document.body.className,
  defaultStyles: document.getElementById('_defaultStyles').textContent,
})`;

/** @param {import('./lib/vscodeServer.mjs').VsCodeVersion} version */
async function readThemes(version) {
  const temporary = temporaryFolder('themes');
  const extensionsDir = join(temporary.path, 'extensions');
  await installExtension(process.cwd(), extensionsDir);
  const userDataDir = join(temporary.path, 'user-data');
  const asked = askedThemeVariables();
  /** @type {Record<string, unknown>} */
  const themes = {};
  for (const [theme, [setting, bodyClass]] of Object.entries(THEMES)) {
    writeSettings(userDataDir, { 'workbench.colorTheme': setting });
    const server = await startServer({
      version,
      userDataDir,
      serverDataDir: join(temporary.path, 'server'),
      extensionsDir,
    });
    const context = await launchBrowser(join(temporary.path, `browser ${theme}`));
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(workbenchUrl({ port: server.port, workspace: join(process.cwd(), 'media', 'sample') }));
      await page.waitForFunction('performance.getEntriesByName("code/didLoadExtensions").length > 0');
      await page.locator('.part.activitybar').getByRole('tab', { name: 'Flow Connections' }).click();
      await page.getByRole('treeitem', { name: 'api.service-now.com' }).hover();
      await page.getByRole('button', { name: 'Register' }).first().click();
      const form = page.frameLocator('iframe.webview').frameLocator('#active-frame');
      await form.locator('main').waitFor();
      /** @type {{ bodyClass: string }} */
      const found = await form.locator('html').evaluate(read(asked));
      if (!found.bodyClass.split(' ').includes(bodyClass ?? ''))
        throw new Error(`Not ${theme}: ${found.bodyClass}`);
      themes[theme] = found;
    } finally {
      await context.close();
      await server.stop();
    }
  }
  temporary.remove();
  const folder = join('test', 'fixtures', 'themes');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${VERSIONS[version].vscode}.json`);
  writeFileSync(file, `${JSON.stringify({ asked, themes }, undefined, 2)}\n`);
  console.log(`Wrote ${file}`);
}

await runMain(async () => {
  await readThemes('newest');
  await readThemes('floor');
  return 0;
});
