import { throughLinks, walkTree, type Tree } from '../../core/files/walkTree';
import { isWithin, parentFolder, placeGlobs, type PlaceOf } from '../../core/flow/filePlace';
import { treeOnDisk } from '../../node/treeOnDisk';
import { LeftOut } from './leftOut';
import type { Root, RootOf } from './rootOf';
import { lookAt, lookOnlyAt } from './treeLook';
import { View } from './view';

/** What is asked for: a folder with all in it, or a file; `path` is absolute, with `/`. */
export interface Scope {
  readonly path: string;
  readonly isFolder: boolean;
  /** Undefined where nothing marks one: files belong together then by their places alone. */
  readonly root: Root | undefined;
}

/** What there is of it. Paths are those of the views, or absolute. */
export interface Selection {
  readonly parts: readonly { readonly view: View; readonly paths: readonly string[] }[];
  /** All files in it, those without a place too. */
  readonly files: readonly string[];
  readonly unlisted: readonly string[];
}

/** Folders that hold the files of a root that nothing marks. */
const placeFolders = placeGlobs.flatMap((glob) => /^\*\*\/(\w+)\//.exec(glob)?.[1] ?? []);

const nothing: Tree = { files: [], roots: [], unlisted: [], links: new Map() };

/** The views that scopes look into; each root is walked once. */
export class Views {
  readonly #trees = new Map<string, Promise<Tree>>();
  readonly #views = new Map<string, View>();

  constructor(
    private readonly placeOf: PlaceOf,
    private readonly exclude: readonly string[],
    private readonly currentFolder: string,
    private readonly rootOf: RootOf,
  ) {}

  get all(): Iterable<View> {
    return this.#views.values();
  }

  /** `isAll` looks at what is left out too. */
  select(scope: Scope, isAll: boolean): Promise<Selection> {
    return scope.root ? this.#selectIn(scope.root, scope, isAll) : this.#selectLoose(scope, isAll);
  }

  async #selectIn(root: Root, scope: Scope, isAll: boolean): Promise<Selection> {
    const { folder } = root;
    const tree = await this.#once(folder, isAll, async () => {
      const leftOut = await this.#leftOutAt(folder, folder, isAll, root.isRepository);
      return leftOut ? walkTree(folder, treeOnDisk, lookAt(root, leftOut, isAll, this.rootOf)) : nothing;
    });
    const view = this.#view(folder, isAll, () => new View(folder, tree.files, this.placeOf));
    // Hooks name many files, and each would be looked for among all.
    if (!scope.isFolder && view.has(scope.path)) {
      return {
        parts: [{ view, paths: [scope.path.slice(folder.length + 1)] }],
        files: [scope.path],
        unlisted: [],
      };
    }
    const scopes = throughLinks([scope.path], tree);
    const isAsked = (path: string) => scopes.some((one) => isWithin(one, path));
    const paths = view.paths.filter((path) => isAsked(`${folder}/${path}`));
    const inside = await this.#selectRoots(tree.roots.filter(isAsked), isAll);
    return join([
      {
        parts: [{ view, paths }],
        files: tree.files.filter(isAsked),
        unlisted: tree.unlisted.filter(isAsked),
      },
      ...inside,
    ]);
  }

  /** In the order of their paths, whichever was found first. */
  async #selectRoots(folders: readonly string[], isAll: boolean): Promise<Selection[]> {
    const found: Selection[] = [];
    for (const path of [...new Set(folders)].sort()) {
      const root = (await this.rootOf.find(path)) ?? { folder: path, isRepository: false };
      found.push(await this.select({ path, isFolder: true, root }, isAll));
    }
    return found;
  }

  /** A root that only places of files name is looked at as far as its files can be, however much else is there. */
  async #selectLoose({ path, isFolder }: Scope, isAll: boolean): Promise<Selection> {
    const tree = isFolder ? await this.#looseTree(path, isAll) : { files: [path], roots: [], unlisted: [] };
    const byHome = new Map<string, string[]>();
    for (const file of tree.files) {
      const home = this.#homeOf(file);
      if (home !== undefined) byHome.set(home, [...(byHome.get(home) ?? []), file]);
    }
    const parts: Selection['parts'][number][] = [];
    for (const [home, files] of [...byHome].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const isWhole = isFolder && isWithin(path, home);
      const all = isWhole ? files : (await this.#looseTree(home, isAll, placeFolders)).files;
      const own = all.filter((file) => this.#homeOf(file) === home);
      // Links may lead to it from several places.
      const real = (await treeOnDisk.realPath(home)) ?? home;
      const view = this.#view(real, isAll, () => new View(home, own, this.#placeBelow(home)));
      const asked = new Set(files.map((file) => file.slice(home.length + 1)));
      parts.push({ view, paths: view.paths.filter((one) => asked.has(one)) });
    }
    const inside = await this.#selectRoots(tree.roots, isAll);
    return join([{ parts, files: tree.files, unlisted: tree.unlisted }, ...inside]);
  }

  #looseTree(folder: string, isAll: boolean, only?: readonly string[]): Promise<Tree> {
    return this.#once(`${folder}${only ? '/*' : ''}`, isAll, async () => {
      const leftOut = await this.#leftOutAt(folder, this.currentFolder, isAll, false);
      if (!leftOut) return nothing;
      const look = lookAt(undefined, leftOut, isAll, this.rootOf);
      return walkTree(folder, treeOnDisk, only ? lookOnlyAt(only, look) : look);
    });
  }

  /**
   * What is left out in a folder before anything in it says so; undefined where the folder itself is. Outside of a
   * repository the `.gitignore` files around count as well, so that they do whichever of the folders is asked for.
   */
  async #leftOutAt(folder: string, globsFrom: string, isAll: boolean, isRepository: boolean) {
    let leftOut = LeftOut.by(isAll ? [] : this.exclude, globsFrom);
    if (isAll || isRepository) return leftOut;
    for (const around of this.rootOf.around(folder).reverse()) {
      if (leftOut.has(around, true)) return undefined;
      if (around !== folder) leftOut = await leftOut.in(around, [{ name: '.gitignore', kind: 'file' }]);
    }
    return leftOut;
  }

  /** The folder that a file's place makes its root; undefined for what needs a mark to count. */
  #homeOf(path: string): string | undefined {
    const place = this.placeOf(path) ?? this.#placeByGlob(path);
    if (!place) return undefined;
    if ('root' in place && place.root !== undefined) return place.root;
    return place.kind === 'flow' ? parentFolder(path) : undefined;
  }

  /** Globs are from the current folder on where there is no root. */
  #placeByGlob(path: string) {
    const { currentFolder } = this;
    return isWithin(currentFolder, path) ? this.placeOf(path.slice(currentFolder.length + 1)) : undefined;
  }

  #placeBelow(home: string): PlaceOf {
    return (path) => this.placeOf(path) ?? this.#placeByGlob(`${home}/${path}`);
  }

  #once(folder: string, isAll: boolean, walk: () => Promise<Tree>): Promise<Tree> {
    const key = `${isAll} ${folder}`;
    const known = this.#trees.get(key) ?? walk();
    this.#trees.set(key, known);
    return known;
  }

  #view(folder: string, isAll: boolean, make: () => View): View {
    const key = `${isAll} ${folder}`;
    const view = this.#views.get(key) ?? make();
    this.#views.set(key, view);
    return view;
  }
}

function join(selections: readonly Selection[]): Selection {
  return {
    parts: selections.flatMap(({ parts }) => parts),
    files: selections.flatMap(({ files }) => files),
    unlisted: selections.flatMap(({ unlisted }) => unlisted),
  };
}
