import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** What Git finds in the environment of a test: nothing of who runs it, and of a hook that may have started it. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  // What a hook starts as `node` is what runs the tests.
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  // Git makes its own line ends of those on disk on Windows.
  ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.autocrlf', GIT_CONFIG_VALUE_0: 'false' },
  ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' },
  ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' },
};

/** A repository of Git in a folder that is there. */
export class GitRepository {
  constructor(readonly folder: string) {
    this.git('init', '--quiet');
  }

  /** What a command prints. */
  git(...args: string[]): string {
    const { status, stdout, stderr } = this.tryGit(args);
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  tryGit(args: readonly string[], cwd = '.', input = '') {
    const options = { cwd: join(this.folder, cwd), env: gitEnvironment, encoding: 'utf8', input } as const;
    return spawnSync('git', args, options);
  }

  put(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** Puts files on the disk and into the index. */
  stage(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) this.put(path, content);
    this.git('add', '--force', '--', ...Object.keys(files));
  }

  /** Puts something into the index that is not on the disk: a link, say. */
  stageOnly(path: string, mode: string, content: string): void {
    const { stdout: id } = this.tryGit(['hash-object', '-w', '--stdin'], '.', content);
    this.git('update-index', '--add', '--cacheinfo', `${mode},${id.trim()},${path}`);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  commit(): void {
    this.git('commit', '--quiet', '--no-verify', '--message', 'x');
  }
}
