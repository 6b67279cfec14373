import { unzipSync } from 'fflate';

/** Limits on archives, which come from anywhere: far above any real package, far below what harms the machine. */
const maximumEntries = 100_000;
const maximumEntryBytes = 64 * 1024 * 1024;
const maximumTotalBytes = 1024 * 1024 * 1024;

const members = /^(?:nodeData|connection|chart|flow)\/[0-9a-f]{24}$/;

/** Thrown for an archive that can't be read, or that is larger than any package is. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/**
 * The files of a Cognigy.AI package that name or declare Connections, by path inside the archive. Undefined when the
 * archive is something else than a package.
 * @throws {ArchiveError}
 */
export function readPackageZip(bytes: Uint8Array): Map<string, string> | undefined {
  let entries = 0;
  let total = 0;
  let unzipped: Record<string, Uint8Array>;
  try {
    unzipped = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (++entries > maximumEntries) throw new ArchiveError('The archive holds too many files.');
        if (name !== 'index.json' && !members.test(name)) return false;
        total += originalSize;
        if (originalSize > maximumEntryBytes || total > maximumTotalBytes) {
          throw new ArchiveError('The archive holds files that are too large.');
        }
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError('The archive can’t be read.');
  }
  const { 'index.json': index, ...files } = unzipped;
  if (!index || !isPackageIndex(decode(index))) return undefined;
  return new Map(Object.entries(files).map(([name, content]) => [name, decode(content)]));
}

function isPackageIndex(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'type' in value && value.type === 'package';
  } catch {
    return false;
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
