/** Thrown for what the caller did wrong: told in a sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const files = '[--flow-files <glob>]… [--exclude <glob>]… [--no-ignore] [--allow-empty]';

const lines = {
  validate: `validate <path>… [--format text|json|sarif|github] [--fail-on error|warning|info|never]
           [--max-warnings <n>] [--quiet] ${files}
       flow-connections validate --staged [<path>…] [<option>]…`,
  connections: `connections <path>… [--format text|json] ${files}`,
  'list-rules': 'list-rules [--format text|json]',
  explain: 'explain <code>',
  schema: 'schema [--out <file>]',
} as const;

const about = {
  validate: 'Checks Cognigy.AI flow files.',
  connections: 'Lists the Connections that Cognigy.AI flow files use and declare.',
  'list-rules': 'Lists the problems that validate reports, each with its severity.',
  explain: 'Explains a problem by its code: why it is one, and what to do.',
  schema: 'Prints a strict JSON schema (draft-07) of flow files, for programs that write them.',
} as const;

const paths = `A path is a folder, a file or a package (.zip). Folders and files are checked with their whole project: the Git
repository that they are in, or outside of one the outermost folder with a .cognigy folder or a config of the CLI.

  --flow-files <glob>  More flow files, as a glob from the root of the project. Quote it.
  --exclude <glob>     Files and folders to leave out, as a glob from the root of the project. Quote it.
  --no-ignore          Don’t leave out what .gitignore, --exclude or "exclude" in .cognigy/validation.json name,
                       or other worktrees. node_modules and .git are always left out.
  --allow-empty        Exit with 0 when there are no flow files.
`;

const validateOptions = `  --fail-on <severity> The least severity that fails: error (the default), warning, info or never.
  --max-warnings <n>   More warnings than this fail too.
  --quiet              Print errors only.
  --staged             Check what is staged in Git, as a pre-commit hook does, whatever is on disk. Paths are optional:
                       only what is staged there is checked. Nothing staged is no failure.
`;

const exitCodes = {
  validate:
    'Exit code: 0 nothing that fails, 1 problems that fail, 2 wrong usage, unreadable input or no flow files.',
  connections: 'Exit code: 0 listed, 2 wrong usage, unreadable input or no flow files.',
  'list-rules': 'Exit code: 0 listed, 2 wrong usage.',
  explain: 'Exit code: 0 explained, 2 wrong usage or an unknown code.',
  schema: 'Exit code: 0 printed, 2 wrong usage, or a file that can’t be written.',
} as const;

export type Command = keyof typeof lines;

const commands = Object.keys(lines) as Command[];

export const usage = `Usage: flow-connections <command>

${commands.map((command) => `  ${command.padEnd(13)}${about[command]}\n`).join('')}
  --help       Shows this, or the options of a command.
  --version    Shows the name and the version.
`;

/** What `--help` prints of a command; of all where none is named. */
export function helpOf(name: string | undefined): string {
  const command = commands.find((candidate) => candidate === name);
  if (!command) return usage;
  const takesPaths = command === 'validate' || command === 'connections';
  return [
    `Usage: flow-connections ${lines[command]}\n\n${about[command]}\n`,
    ...(takesPaths ? [paths + (command === 'validate' ? validateOptions : '')] : []),
    `${exitCodes[command]}\n`,
  ].join('\n');
}
