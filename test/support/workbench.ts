import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/chromium.mjs';
import { installExtension } from '../../scripts/lib/extensionFiles.mjs';
import { startServer, writeSettings } from '../../scripts/lib/serverProcess.mjs';
import { temporaryFolder } from '../../scripts/lib/temporaryFolder.mjs';
import { vsCodeVersion } from '../../scripts/lib/vscodeServer.mjs';
import { workbenchUrl } from '../../scripts/lib/workbenchPage.mjs';
import { Workbench } from './workbenchActions';

export type { Workbench };

export interface WorkbenchOptions {
  /** FLOW_CONNECTIONS_VSCODE by default, else the newest. */
  version?: 'floor' | 'newest';
  /** A folder or a .code-workspace file, opened as it is: see copyFixture. */
  folder: string;
  settings?: Record<string, unknown>;
  /** A folder that keeps everything of a user, browser storage included, from one workbench to the next. */
  profile?: string;
  /** Changes the files of the installed extension, in its folder. */
  prepare?: (extension: string) => void;
  /** false opens the folder in Restricted Mode. */
  trust?: boolean;
  /** Called before the page is opened, for scripts that every frame shall run first. */
  initScript?: (context: BrowserContext) => Promise<void>;
}

/** Opens VS Code with the built extension installed; the tests are started in the repository's folder. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const root = process.cwd();
  const version = options.version ?? vsCodeVersion(process.env.FLOW_CONNECTIONS_VSCODE ?? 'newest');
  const temporary = options.profile === undefined ? temporaryFolder('ui') : undefined;
  const profile = temporary?.path ?? resolve(options.profile ?? '');
  const userDataDir = join(profile, 'user-data');
  const extensionsDir = join(profile, 'extensions');
  const extension = await installExtension(root, extensionsDir);
  options.prepare?.(extension);
  const restricted = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  };
  writeSettings(userDataDir, {
    // A tooltip of where the mouse was left covers what is clicked next; a person moves the mouse there, out of it.
    'workbench.hover.delay': 60_000,
    ...(options.trust === false ? restricted : {}),
    ...options.settings,
  });
  // Browser storage belongs to the address, so a profile stays with its port.
  const portFile = join(profile, 'port');
  const server = await startServer({
    version,
    userDataDir,
    serverDataDir: join(profile, 'server'),
    extensionsDir,
    port: existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0,
  });
  writeFileSync(portFile, String(server.port));
  const context = await launchBrowser(join(profile, 'browser'));
  const close = async (): Promise<void> => {
    await context.close();
    await server.stop();
    temporary?.remove();
  };
  try {
    const url = workbenchUrl({ port: server.port, workspace: resolve(options.folder) });
    const { initScript } = options;
    const parts = { context, url, version, userDataDir, profile, close, ...(initScript && { initScript }) };
    return await Workbench.open(parts);
  } catch (error) {
    await close();
    throw error;
  }
}
