import { isWithin, skippedFolders } from '../flow/filePlace';

/** What is in a folder; a link is one to a folder, one to a file is a file. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** A disk, by absolute paths with `/`. */
export interface TreeDisk {
  /** Undefined where a folder can't be listed. */
  entries(folder: string): Promise<readonly TreeEntry[] | undefined>;
  /** Where a folder is, without links; undefined where that is not known, and then no link is followed. */
  realPath(folder: string): Promise<string | undefined>;
}

/** What to look at of a folder and of all below it; made anew for each folder that says more of it. */
export interface TreeLook {
  /** What a folder is: a part of the tree, the root of a tree of its own, or left out. */
  kindOf(folder: string, entries: readonly TreeEntry[]): Promise<'part' | 'root' | 'leftOut'>;
  /** How to look at what is in a folder. */
  inside(folder: string, entries: readonly TreeEntry[]): Promise<TreeLook>;
  leavesOut(path: string, isFolder: boolean): boolean;
  /** Whether a folder that a link leads to, by its real path, is in another tree, where its files count. */
  isElsewhere(folder: string): Promise<boolean>;
}

/** What walking through a tree found; paths are absolute. */
export interface Tree {
  readonly files: readonly string[];
  /** Folders below, or that links lead to, that are in trees of their own, by their real paths. */
  readonly roots: readonly string[];
  /** Folders that can't be listed. */
  readonly unlisted: readonly string[];
  /** Links that lead to a folder that is in the tree anyway, or in another one, where its files count. */
  readonly links: ReadonlyMap<string, string>;
}

/** The folders that have what is below some paths, those too where links below them lead to. */
export function throughLinks(paths: readonly string[], { links }: Tree): string[] {
  const all = new Set<string>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (all.has(path)) continue;
    all.add(path);
    for (const [link, target] of links) {
      if (isWithin(path, link)) open.push(target);
      else if (isWithin(link, path)) open.push(target + path.slice(link.length));
    }
  }
  return [...all];
}

interface Step {
  readonly folder: string;
  /** Where the folder is, without links. */
  readonly real: string;
  readonly look: TreeLook;
}

/** Reading many folders is waiting for the disk. */
const parallel = 16;

/**
 * All files of a tree that are not left out, each once: where it really is if that is in the tree, else where a link leads
 * to it. `root` is a real path. Each real folder is looked into once, so circles end.
 */
export async function walkTree(root: string, disk: TreeDisk, look: TreeLook): Promise<Tree> {
  const files: string[] = [];
  const roots: string[] = [];
  const unlisted: string[] = [];
  const links = new Map<string, string>();
  const found: Step[] = [];
  /** Where each real folder was looked into. */
  const walked = new Map<string, string>();

  const enter = async ({ folder, real, look: outer }: Step, steps: Step[]) => {
    if (walked.has(real)) return;
    walked.set(real, folder);
    const entries = await disk.entries(folder);
    if (!entries) {
      unlisted.push(folder);
      return;
    }
    if (folder !== root) {
      const kind = await outer.kindOf(folder, entries);
      if (kind === 'root') {
        roots.push(real);
        if (real !== folder) links.set(folder, real);
      }
      if (kind !== 'part') return;
    }
    const look = await outer.inside(folder, entries);
    for (const { name, kind } of entries) {
      const path = `${folder}/${name}`;
      const isFolder = kind !== 'file';
      if ((isFolder && skippedFolders.includes(name)) || look.leavesOut(path, isFolder)) continue;
      // A folder may stand where a file should: it is listed too, for whoever reads it to say so.
      if (!isFolder || name.endsWith('.json')) files.push(path);
      if (isFolder) (kind === 'link' ? found : steps).push({ folder: path, real: `${real}/${name}`, look });
    }
  };
  const walk = async (first: Step) => {
    const steps = [first];
    const worker = async () => {
      for (let step = steps.pop(); step; step = steps.pop()) await enter(step, steps);
    };
    // Those that end early leave the rest to the others.
    while (steps.length > 0) await Promise.all(Array.from({ length: parallel }, worker));
  };

  await walk({ folder: root, real: root, look });
  // Links wait until all is known that is there without them; those that lead furthest out come first.
  while (found.length > 0) {
    const targets = await Promise.all(found.splice(0).map((step) => followLink(step, disk)));
    const steps = targets.flatMap((step) => step ?? []);
    for (const step of steps.sort(compareSteps)) {
      const own = walked.get(step.real);
      if (own !== undefined) links.set(step.folder, own);
      else if (await look.isElsewhere(step.real)) {
        roots.push(step.real);
        links.set(step.folder, step.real);
      } else await walk(step);
    }
  }
  return { files, roots, unlisted, links };
}

/** Undefined for a link that leads nowhere, or back to a folder that it is in. */
async function followLink(step: Step, disk: TreeDisk): Promise<Step | undefined> {
  const real = await disk.realPath(step.folder);
  return real === undefined || isWithin(real, step.real) ? undefined : { ...step, real };
}

/** The outermost target first, then by path, so that in which order folders were read does not show. */
function compareSteps(a: Step, b: Step): number {
  return a.real.length - b.real.length || (a.folder < b.folder ? -1 : 1);
}
