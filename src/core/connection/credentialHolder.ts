/** A connections file that set or accepted credentials, for people. */
export interface CredentialHolder {
  /** The URI of the connections file. */
  readonly uri: string;
  /** Whether that was on another machine, where the same path is another folder. */
  readonly isOnOtherMachine: boolean;
}

/**
 * How a record names a connections file: a URI alone would name those of two containers or remotes alike. `machine` is
 * the random id of the machine that the host runs on.
 */
export function holderOf(machine: string, uri: string): string {
  return `${machine} ${uri}`;
}

/** Records from before machines were told apart hold the URI alone, which nobody is known by. */
export function readHolder(text: string, machine: string): CredentialHolder {
  const space = text.indexOf(' ');
  const uri = text.slice(space + 1);
  return { uri, isOnOtherMachine: space > 0 && text.slice(0, space) !== machine };
}
