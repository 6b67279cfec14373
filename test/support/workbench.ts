import { resolve, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/chromium.mjs';
import { installExtension } from '../../scripts/lib/extensionFiles.mjs';
import {
  QUICK_SETTINGS,
  startServer,
  writeSettings,
  type RunningServer,
} from '../../scripts/lib/serverProcess.mjs';
import { temporaryFolder } from '../../scripts/lib/temporaryFolder.mjs';
import { vsCodeVersion } from '../../scripts/lib/vscodeServer.mjs';
import { answerMintKey, forgetStorage, workbenchUrl } from '../../scripts/lib/workbenchPage.mjs';
import { ActivationWatch } from './activation';
import { copyFolder } from './fixture';
import { Workbench } from './workbenchActions';

export type { Workbench };

export interface WorkbenchOptions {
  /** What a fresh copy is made of, the sample project by default; null for a folder with nothing in it. */
  readonly folder?: string | null;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Opens the folder in Restricted Mode. */
  readonly isRestricted?: boolean;
  /** Changes the fresh folder before it is opened. */
  readonly prepare?: (folder: string) => void;
}

/** One VS Code for all tests of a run: a server, and a browser whose cache makes later page loads quick. */
interface Running {
  readonly version: 'floor' | 'newest';
  readonly server: RunningServer;
  readonly context: BrowserContext;
  readonly profile: string;
  readonly userDataDir: string;
  readonly activations: ActivationWatch;
  readonly stop: () => Promise<void>;
}

let running: Promise<Running> | undefined;

/**
 * Opens VS Code with the built extension on a fresh folder, as a person who has never used it: nothing of the test
 * before is left in the browser. The tests are started in the repository's folder.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  running ??= start();
  const { version, server, context, profile, userDataDir, activations } = await running;
  const page = context.pages()[0] ?? (await context.newPage());
  await forgetStorage(page, server.port);
  activations.forget();
  writeSettings(userDataDir, {
    ...QUICK_SETTINGS,
    // A tooltip of where the mouse was left covers what is clicked next; a person moves the mouse there, out of it.
    'workbench.hover.delay': 60_000,
    'files.simpleDialog.enable': true,
    'security.workspace.trust.enabled': options.isRestricted ?? false,
    'security.workspace.trust.startupPrompt': 'never',
    ...options.settings,
  });
  const { folder: original = 'media/sample' } = options;
  const folder = original === null ? temporaryFolder('empty') : copyFolder(original);
  options.prepare?.(folder.path);
  const url = workbenchUrl({ port: server.port, workspace: resolve(folder.path) });
  return Workbench.open({ page, url, version, userDataDir, profile, folder: folder.path, activations });
}

async function start(): Promise<Running> {
  const version = vsCodeVersion(process.env.FLOW_CONNECTIONS_VSCODE ?? 'newest');
  const { path: profile, remove } = temporaryFolder('workbench');
  const userDataDir = join(profile, 'user-data');
  const extensionsDir = join(profile, 'extensions');
  const activations = new ActivationWatch(await installExtension(process.cwd(), extensionsDir));
  const server = await startServer({
    version,
    userDataDir,
    serverDataDir: join(profile, 'server'),
    extensionsDir,
  });
  const context = await launchBrowser(join(profile, 'browser'));
  await answerMintKey(context);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const stop = async () => {
    await context.close();
    await server.stop();
    remove();
  };
  return { version, server, context, profile, userDataDir, activations, stop };
}

after(async () => {
  await (await running)?.stop();
});
