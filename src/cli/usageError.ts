/** Thrown for what the caller did wrong: told in a sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const lines = {
  validate: `flow-connections validate <path>… [--format text|json|sarif|github] [--fail-on error|warning|info|never]
                                   [--flow-files <glob>]… [--exclude <glob>]… [--no-ignore] [--allow-empty]`,
  connections: `flow-connections connections <path>… [--format text|json]
                                   [--flow-files <glob>]… [--exclude <glob>]… [--no-ignore] [--allow-empty]`,
} as const;

const about = {
  validate: `Checks Cognigy.AI flow files.
`,
  connections: `Lists the Connections that Cognigy.AI flow files use and declare.
`,
} as const;

const common = `A path is a folder, a file or a package (.zip). Folders and files are checked with their whole project: the Git
repository that they are in, or outside of one the outermost folder with a .cognigy folder or a config of the CLI.

  --flow-files <glob>  More flow files, as a glob from the root of the project. Quote it.
  --exclude <glob>     Files and folders to leave out, as a glob from the root of the project. Quote it.
  --no-ignore          Don’t leave out what .gitignore, --exclude or "exclude" in .cognigy/validation.json name,
                       or other worktrees. node_modules and .git are always left out.
  --allow-empty        Exit with 0 when there are no flow files.
`;

const exitCodes = {
  validate: `Exit code: 0 nothing at the level of --fail-on (default: error), 1 problems found, 2 wrong usage, unreadable input
or no flow files.
`,
  connections: `Exit code: 0 listed, 2 wrong usage, unreadable input or no flow files.
`,
} as const;

export type Command = keyof typeof lines;

export const usage = `Usage: ${lines.validate}
       ${lines.connections}
       flow-connections --version

validate checks Cognigy.AI flow files; connections lists the Connections that they use and declare.
${common}
${exitCodes.validate}
flow-connections <command> --help shows the options of one command.
`;

/** What `--help` prints of a command; of all where none is named. */
export function helpOf(command: string | undefined): string {
  if (command !== 'validate' && command !== 'connections') return usage;
  return `Usage: ${lines[command]}\n\n${about[command]}\n${common}\n${exitCodes[command]}`;
}
