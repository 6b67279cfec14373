import * as vscode from 'vscode';
import { everything, type Listing } from '../core/files/followedDisk';
import { ownPlaces } from '../core/files/ownPlaces';
import { walkFolder, type FolderEntry } from '../core/files/walkFolder';
import type { Logger } from '../core/ports';
import { createBreather } from './breather';
import type { Disk } from './disk';
import { chartIn, findFilesOf } from './findFiles';
import { withoutWorktrees } from './withoutWorktrees';
import type { WorkspacePlaces } from './workspacePlaces';

/**
 * Where VS Code itself can search. Whether anybody can elsewhere it does not say, and a search that nobody provides never
 * ends.
 */
const searchedSchemes = new Set(['file', 'vscode-remote']);

/** So many are told apart in a millisecond or two. */
const filesAtOnce = 200;

/**
 * Which files of the workspace count: those whose places matter, once each, without those that VS Code's settings leave
 * out. Paths are URIs.
 */
export class CountedFiles {
  readonly #unreadable = new Set<string>();

  constructor(
    private readonly places: WorkspacePlaces,
    private readonly disk: Disk,
    private readonly log: Logger,
  ) {}

  /** Whether a workspace folder could not be read when all were listed last. */
  isUnreadable(folder: vscode.WorkspaceFolder): boolean {
    return this.#unreadable.has(folder.uri.toString());
  }

  /** Whether a file counts by its place. */
  matters = (path: string): boolean => this.places.placeOf(toUri(path)) !== undefined;

  async list(scopes: readonly string[]): Promise<Listing> {
    const { files, folders } = scopes.includes(everything)
      ? await this.#listAll()
      : await this.#listScopes(scopes);
    const own = await withoutWorktrees(await this.#withoutExcluded(files), this.places, this.disk);
    return { files: await this.#once(own), folders };
  }

  /** What is in a folder, of files those that matter; undefined where no folder is that can be read. */
  async entries(folder: string): Promise<FolderEntry[] | undefined> {
    const uri = toUri(folder);
    const located = this.places.locate(uri);
    const entries = located && (await this.#read(uri));
    if (!entries) return undefined;
    const { placeOf } = this.places.in(located.folder);
    const chart = entries[0] && chartIn(`${located.path}/${entries[0].name}`);
    if (chart !== undefined) return [{ path: folder, kind: 'file' }];
    const base = located.path === '' ? '' : `${located.path}/`;
    return entries
      .filter(({ name, kind }) => kind !== 'file' || placeOf(base + name) !== undefined)
      .map(({ name, kind }) => ({ path: vscode.Uri.joinPath(uri, name).toString(), kind }));
  }

  isSkipped(folder: string): boolean {
    const located = this.places.locate(toUri(folder));
    return !located || (located.path !== '' && this.places.in(located.folder).isSkipped(located.path));
  }

  /** Undefined too where links are not followed, as VS Code's setting for its search says. */
  async realPath(folder: string): Promise<string | undefined> {
    const uri = toUri(folder);
    const isFollowing = vscode.workspace.getConfiguration('search', uri).get('followSymlinks') !== false;
    return isFollowing ? this.#realPath(uri) : undefined;
  }

  async #listAll(): Promise<{ files: vscode.Uri[]; folders: string[] }> {
    const found: vscode.Uri[] = [];
    this.#unreadable.clear();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const files = await this.#listFolder(folder);
      if (files) found.push(...files);
      else this.#unreadable.add(folder.uri.toString());
    }
    return { files: found, folders: [everything] };
  }

  /** Undefined for a folder that can't be read, which must not keep the others. */
  async #listFolder(folder: vscode.WorkspaceFolder): Promise<vscode.Uri[] | undefined> {
    if (!searchedSchemes.has(folder.uri.scheme))
      return (await walkFolder(folder.uri.toString(), this))?.map(toUri);
    try {
      return await findFilesOf(folder, this.places);
    } catch (error) {
      this.log.error('Searching a folder', error);
      return undefined;
    }
  }

  /** Walks through folders: a search of VS Code is a process each time, and takes its settings for those of the folder. */
  async #listScopes(scopes: readonly string[]): Promise<{ files: vscode.Uri[]; folders: string[] }> {
    const files: vscode.Uri[] = [];
    const folders: string[] = [];
    for (const scope of scopes) {
      const found = this.matters(scope) ? undefined : await walkFolder(scope, this);
      if (found) folders.push(scope);
      files.push(...(found ?? [scope]).map(toUri));
    }
    return { files, folders };
  }

  /** Those whose places matter, where VS Code's settings do not say otherwise. */
  async #withoutExcluded(files: readonly vscode.Uri[]): Promise<string[]> {
    const isThere = async (uri: vscode.Uri) =>
      (await this.disk.stat(uri).catch(() => undefined)) !== undefined;
    const breathe = createBreather();
    const counted: string[] = [];
    for (const [index, uri] of files.entries()) {
      if (index % filesAtOnce === 0) await breathe();
      const located = this.places.locate(uri);
      if (!located) continue;
      const { placeOf, excludersOf } = this.places.in(located.folder);
      if (placeOf(located.path) === undefined) continue;
      const excluders = excludersOf(located.path).map((path) =>
        vscode.Uri.joinPath(located.folder.uri, path),
      );
      const isExcluded = excluders.length > 0 && (await Promise.all(excluders.map(isThere))).includes(true);
      if (!isExcluded) counted.push(uri.toString());
    }
    return counted;
  }

  /** Those that links lead to as well. */
  #once(files: readonly string[]): Promise<string[]> {
    const roots = new Map<string, Promise<string | undefined>>();
    const homeOf = async (folder: string) => {
      const uri = toUri(folder);
      const root = this.places.locate(uri)?.folder.uri;
      if (!root) return undefined;
      const realRoot = roots.get(root.toString()) ?? this.#realPath(root);
      roots.set(root.toString(), realRoot);
      const [inside, from] = [await this.#realPath(uri), await realRoot];
      if (inside === undefined || from === undefined) return undefined;
      if (inside === from) return root.toString();
      const base = from.endsWith('/') ? from : `${from}/`;
      if (!inside.startsWith(base)) return undefined;
      return vscode.Uri.joinPath(root, inside.slice(base.length)).toString();
    };
    return ownPlaces(files, { homeOf, matters: this.matters });
  }

  /** With `/` between its names. */
  async #realPath(uri: vscode.Uri): Promise<string | undefined> {
    const path = await this.disk.realPath(uri).catch(() => undefined);
    return path === undefined ? undefined : vscode.Uri.file(path).path;
  }

  async #read(folder: vscode.Uri): ReturnType<Disk['entries']> {
    try {
      return await this.disk.entries(folder);
    } catch (error) {
      this.log.error('Listing a folder', error);
      return undefined;
    }
  }
}

function toUri(path: string): vscode.Uri {
  return vscode.Uri.parse(path, true);
}
