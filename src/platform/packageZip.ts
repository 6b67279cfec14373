import { ArchiveError, unpack, zipEntries, zipNames } from './zipEntries';

export { ArchiveError };

/** Limits on archives, which come from anywhere: far above any real package, far below what harms the machine. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly memberBytes: number;
  readonly totalBytes: number;
}

const megabyte = 1024 * 1024;
const packageLimits: ArchiveLimits = {
  entries: 100_000,
  memberBytes: 64 * megabyte,
  totalBytes: 1024 * megabyte,
};

const members = /^(?:nodeData|connection|chart|flow)\/[0-9a-f]{24}$/;

/**
 * The files of a Cognigy.AI package that name or declare Connections, by path inside the archive. Undefined when the
 * archive is something else than a package. What comes out is counted, not what the archive claims.
 * @throws {ArchiveError}
 */
export function readPackageZip(
  bytes: Uint8Array,
  limits: ArchiveLimits = packageLimits,
): Map<string, string> | undefined {
  const entries = zipEntries(bytes, limits.entries);
  let total = 0;
  const read = (entry: (typeof entries)[number]): string => {
    const content = unpack(bytes, entry, limits.memberBytes);
    if (!content) {
      throw new ArchiveError(
        `“${entry.name}” in the archive is larger than ${inMegabytes(limits.memberBytes)}, which no file of a package is.`,
      );
    }
    total += content.length;
    if (total > limits.totalBytes) {
      throw new ArchiveError(
        `The archive (${inMegabytes(bytes.length)}) unpacks to more than ${inMegabytes(limits.totalBytes)}.`,
      );
    }
    return new TextDecoder().decode(content);
  };
  const index = entries.find(({ name }) => name === 'index.json');
  if (!index || !isPackageIndex(read(index))) return undefined;
  return new Map(entries.filter(({ name }) => members.test(name)).map((entry) => [entry.name, read(entry)]));
}

/**
 * Whether the directory of an archive lists what a package has. Only the end of the archive is read: a folder may hold
 * archives of any size that are something else.
 */
export async function isPackageZip(
  size: number,
  read: (start: number, length: number) => Promise<Uint8Array>,
): Promise<boolean> {
  if (size > packageLimits.totalBytes) return false;
  const names = await zipNames(size, packageLimits.entries, read);
  return names !== undefined && names.includes('index.json') && names.some((name) => members.test(name));
}

/** The size of the largest archive that is read. */
export const mostArchiveBytes = packageLimits.totalBytes;

function isPackageIndex(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'type' in value && value.type === 'package';
  } catch {
    return false;
  }
}

function inMegabytes(size: number): string {
  return `${Math.ceil(size / megabyte)} MB`;
}
