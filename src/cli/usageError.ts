/** Thrown for what the caller did wrong: told in a sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: flow-connections validate <path>… [--format text|json|sarif|github] [--fail-on error|warning|info|never]
                                          [--flow-files <glob>]…
       flow-connections connections <path>… [--format text|json] [--flow-files <glob>]…

validate checks Cognigy.AI flow files; connections lists the Connections that they use and declare.
A path is a workspace folder, a file, which is judged with its project, or a package (.zip).
--flow-files: flow files that go by other names, as a glob from the workspace folder; quote it.
Exit code: 0 nothing at the level of --fail-on (default: error), 1 problems found, 2 wrong usage or unreadable input.
`;
