import { spawn } from 'node:child_process';

/** Thrown where Git can't say what it is asked: there is none, no repository, or a broken one. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** The repository around a folder, by the program `git`; an environment such as that of a hook may name another one, or another index. */
export class Git {
  readonly #environment: NodeJS.ProcessEnv;

  constructor(
    private readonly folder: string,
    environment: NodeJS.ProcessEnv,
  ) {
    // Some editors turn off the pathspecs by which the whole repository is named; an error is told in English.
    this.#environment = { ...environment, GIT_LITERAL_PATHSPECS: '0', LC_ALL: 'C' };
  }

  /** What a command prints. @throws {GitError} */
  run(args: readonly string[], input = ''): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const git = spawn('git', args, { cwd: this.folder, env: this.#environment, windowsHide: true });
      const output: Buffer[] = [];
      const complaints: Buffer[] = [];
      git.stdout.on('data', (bytes: Buffer) => output.push(bytes));
      git.stderr.on('data', (bytes: Buffer) => complaints.push(bytes));
      // One that ends early reads no input; how it ended says more.
      git.stdin.on('error', () => undefined);
      git.on('error', () => reject(new GitError('Git isn’t on the PATH.')));
      git.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(output));
        else reject(new GitError(describe(Buffer.concat(complaints).toString(), args)));
      });
      git.stdin.end(input);
    });
  }

  /** Items that a command prints with `-z`. @throws {GitError} */
  async list(args: readonly string[]): Promise<string[]> {
    return (await this.run(args)).toString().split('\0').slice(0, -1);
  }

  /** The contents of blobs by their ids. @throws {GitError} */
  async readBlobs(ids: Iterable<string>): Promise<Map<string, Uint8Array>> {
    const wanted = [...new Set(ids)];
    const blobs = new Map<string, Uint8Array>();
    if (wanted.length === 0) return blobs;
    const output = await this.run(['cat-file', '--batch'], wanted.map((id) => `${id}\n`).join(''));
    let at = 0;
    for (const id of wanted) {
      const start = output.indexOf('\n', at) + 1;
      const [, size] = / blob (\d+)\n$/.exec(output.toString('latin1', at, start)) ?? [];
      if (size === undefined) throw new GitError(`Git doesn’t have the content ${id}.`);
      blobs.set(id, output.subarray(start, start + Number(size)));
      at = start + Number(size) + 1;
    }
    return blobs;
  }
}

/** The first line of what Git complains of. */
function describe(complaints: string, [command = '']: readonly string[]): string {
  const [first = ''] = complaints.split('\n');
  return first === '' ? `git ${command} failed.` : `Git says: ${first.replace(/^fatal: /, '')}`;
}
