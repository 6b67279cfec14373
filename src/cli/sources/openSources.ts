import { resolve } from 'node:path';
import { isWithin, parentFolder } from '../../core/flow/filePlace';
import type { Places } from '../../core/flow/places';
import { isFolder } from '../../node/folderFiles';
import { onDisk, slashed, treeOnDisk } from '../../node/treeOnDisk';
import type { OpenedSources, TextSource } from '../textSource';
import { describeSnapshot, findPackage, isArchive, isSnapshot, readPackage } from './packageSource';
import { RootOf } from './rootOf';
import { display } from './view';
import { Views, type Scope, type Selection } from './views';

export interface Looking {
  readonly places: Places;
  /** Globs of what is left out, from the root on. */
  readonly exclude: readonly string[];
  /** Whether to look at what is left out too. */
  readonly isAll: boolean;
  readonly currentFolder: string;
  /** Folders that are never a root for the files in them: the home folder and such. */
  readonly tooWide: readonly string[];
}

/** The sources that the command line's paths name: folders with all in them, files with their projects, and packages. */
export async function openSources(args: readonly string[], looking: Looking): Promise<OpenedSources> {
  const currentFolder = await realPathOf(slashed(looking.currentFolder), true);
  // Temporary folders are often behind a link.
  const slashedWide = looking.tooWide.map(slashed);
  const realWide = await Promise.all(slashedWide.map((folder) => realPathOf(folder, true)));
  const tooWide = [...slashedWide, ...realWide];
  const opening = new Opening({ ...looking, currentFolder, tooWide }, args);
  for (const arg of args) await opening.open(arg);
  return opening.result();
}

class Opening {
  readonly #views: Views;
  readonly #rootOf: RootOf;
  readonly #packages = new Map<string, Promise<TextSource | undefined>>();
  readonly #sentences = { unreadable: new Set<string>(), notes: new Set<string>(), empty: new Set<string>() };

  constructor(
    private readonly looking: Looking,
    args: readonly string[],
  ) {
    const { places, exclude, currentFolder, tooWide } = looking;
    const asked = args.map((arg) => slashed(resolve(onDisk(currentFolder), arg)));
    // One that is asked for is walked anyway.
    this.#rootOf = new RootOf(tooWide.filter((folder) => !asked.includes(folder)));
    this.#views = new Views(places.placeOf, exclude, currentFolder, this.#rootOf);
  }

  async open(arg: string): Promise<void> {
    const path = slashed(resolve(onDisk(this.looking.currentFolder), arg));
    try {
      const isFolderAsked = await isFolder(onDisk(path));
      if (!isFolderAsked && isArchive(path)) await this.#openPackage(path, arg);
      else if (!isFolderAsked && (await isSnapshot(path))) this.#say('unreadable', describeSnapshot(arg));
      else await this.#openScope(await this.#scopeOf(path, isFolderAsked), arg);
    } catch (error) {
      this.#say('unreadable', `${arg}: ${(error as Error).message}`);
    }
  }

  async result(): Promise<OpenedSources> {
    const views = [...this.#views.all].filter(({ only }) => only.size > 0);
    const packages = await Promise.all(this.#packages.values());
    const { unreadable, notes, empty } = this.#sentences;
    return {
      sources: [
        ...views.map((view) => view.toSource(this.looking.currentFolder)),
        ...packages.flatMap((source) => source ?? []),
      ],
      ...{ unreadable: [...unreadable], notes: [...notes], empty: [...empty] },
    };
  }

  async #openPackage(path: string, arg: string): Promise<void> {
    const real = await realPathOf(path, false);
    const known = await this.#packages.get(real);
    const source = known ?? (await readPackage(real, arg, this.looking.places.placeOf));
    this.#packages.set(real, Promise.resolve(source));
  }

  /** Where it is, by its real path if that is in the same root: each file counts there. */
  async #scopeOf(path: string, isFolder: boolean): Promise<Scope> {
    const real = await realPathOf(path, isFolder);
    const root = await this.#rootOf.find(isFolder ? path : parentFolder(path));
    if (!root) {
      return { path: real, isFolder, root: await this.#rootOf.find(isFolder ? real : parentFolder(real)) };
    }
    const folder = await realPathOf(root.folder, true);
    const inside = isWithin(folder, real) ? real : folder + path.slice(root.folder.length);
    return { path: inside, isFolder, root: { ...root, folder } };
  }

  async #openScope(scope: Scope, arg: string): Promise<void> {
    const { isAll } = this.looking;
    const found = await this.#views.select(scope, isAll);
    if (isAll || (await this.#hasFlows(found, scope))) return this.#take(found, scope, arg);
    const whole = await this.#views.select(scope, true);
    if (!(await this.#hasFlows(whole, scope))) return this.#take(found, scope, arg);
    const what = scope.isFolder ? 'all flow files in it are left out' : 'the file is left out';
    const by = 'by .gitignore, exclude or as another worktree';
    this.#say('notes', `${arg}: ${what} (${by}). Checked anyway, because you named it.`);
    await this.#take(whole, scope, arg);
  }

  /** Of a file that was named, any that says something of flows is what was meant. */
  async #hasFlows({ parts, files }: Selection, { isFolder }: Scope): Promise<boolean> {
    if (parts.some(({ view, paths }) => paths.some((path) => !isFolder || view.isFlow(path)))) return true;
    const packages = await Promise.all(files.filter(isArchive).map((path) => this.#findPackage(path)));
    return packages.some((source) => source !== undefined);
  }

  async #take(found: Selection, scope: Scope, arg: string): Promise<void> {
    const { currentFolder } = this.looking;
    for (const { view, paths } of found.parts) {
      for (const path of paths) {
        view.only.add(path);
        if (!scope.isFolder) view.named.add(path);
      }
    }
    for (const path of found.files.filter(isArchive)) {
      const source = await this.#findPackage(path);
      if (source) this.#packages.set(path, Promise.resolve(source));
    }
    if (scope.isFolder) {
      for (const path of found.files) {
        if (await isSnapshot(path)) this.#say('notes', describeSnapshot(display(path, currentFolder)));
      }
    }
    for (const path of found.unlisted) {
      this.#say('unreadable', `${display(path, currentFolder)}: the folder can’t be listed.`);
    }
    if (await this.#hasFlows(found, scope)) return;
    this.#say(
      'empty',
      scope.isFolder ? `no flow files below ${arg}.` : `${arg}: not a Cognigy.AI flow file.`,
    );
  }

  readonly #foundPackages = new Map<string, Promise<TextSource | undefined>>();

  #findPackage(path: string): Promise<TextSource | undefined> {
    const { places, currentFolder } = this.looking;
    const known =
      this.#foundPackages.get(path) ?? findPackage(path, display(path, currentFolder), places.placeOf);
    this.#foundPackages.set(path, known);
    return known;
  }

  #say(where: 'unreadable' | 'notes' | 'empty', sentence: string): void {
    this.#sentences[where].add(sentence);
  }
}

/** A file keeps its name, which says what it is: a link to one is a file by itself. */
export async function realPathOf(path: string, isFolder: boolean): Promise<string> {
  if (isFolder) return (await treeOnDisk.realPath(path)) ?? path;
  const folder = await treeOnDisk.realPath(parentFolder(path));
  return folder === undefined ? path : `${folder}${path.slice(parentFolder(path).length)}`;
}
