import { isWithin } from '../flow/filePlace';

export interface FolderEntry {
  readonly path: string;
  /** A link is one to a folder; one to a file is a file. */
  readonly kind: 'file' | 'folder' | 'link';
}

/** What walking through a folder takes. */
export interface WalkedDisk {
  /** What is in a folder; undefined where no folder is. */
  entries(folder: string): Promise<readonly FolderEntry[] | undefined>;
  /** Whether a folder is not looked into. */
  isSkipped(folder: string): boolean;
  /** Where a folder is, without links; undefined where that is not known, and then no link is followed. */
  realPath(folder: string): Promise<string | undefined>;
}

interface Step {
  readonly folder: string;
  /** Where the links led that were followed on the way. */
  readonly ways: readonly string[];
}

/** Reading many folders is waiting for the disk. */
const parallel = 8;

/** All files in a folder and in its folders, links followed but not in a circle; undefined where no folder is. */
export async function walkFolder(folder: string, disk: WalkedDisk): Promise<string[] | undefined> {
  if (disk.isSkipped(folder)) return undefined;
  const first = await disk.entries(folder);
  if (!first) return undefined;
  const files: string[] = [];
  const steps: Step[] = [];
  const take = async (entries: readonly FolderEntry[], from: Step) => {
    for (const { path, kind } of entries) {
      if (kind === 'file') files.push(path);
      else if (disk.isSkipped(path)) continue;
      else if (kind === 'folder') steps.push({ folder: path, ways: from.ways });
      else steps.push(...(await followLink(path, from, disk)));
    }
  };
  await take(first, { folder, ways: [] });
  const worker = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) {
      await take((await disk.entries(step.folder)) ?? [], step);
    }
  };
  // Those that end early leave the rest to the others.
  while (steps.length > 0) await Promise.all(Array.from({ length: parallel }, worker));
  return files;
}

async function followLink(path: string, { folder, ways }: Step, disk: WalkedDisk): Promise<Step[]> {
  const [target, from] = await Promise.all([disk.realPath(path), disk.realPath(folder)]);
  if (target === undefined || from === undefined) return [];
  return ways.includes(target) || isWithin(target, from) ? [] : [{ folder: path, ways: [...ways, target] }];
}
