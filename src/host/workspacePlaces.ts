import * as vscode from 'vscode';
import { settingIds } from '../contributions';
import { describeBadGlob } from '../core/connection/describeTrouble';
import type { FilePlace } from '../core/flow/filePlace';
import { createPlaces, type Places } from '../core/flow/places';
import type { Logger } from '../core/ports';
import { localize } from './localize';

const filesExclude = 'files.exclude';

/** The settings by which other files count. */
export const placeSettings: readonly string[] = [settingIds.flowFiles, filesExclude, 'search.followSymlinks'];

/** A file by its workspace folder and its path in it. */
export interface LocatedFile {
  readonly folder: vscode.WorkspaceFolder;
  readonly path: string;
}

/** What the files of the workspace are by where they lie, and by the settings of their folders. */
export class WorkspacePlaces {
  readonly #places = new Map<string, Places>();

  constructor(private readonly log: Logger) {}

  /** Where a file is; undefined outside the workspace. */
  locate(uri: vscode.Uri): LocatedFile | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder?.uri.scheme !== uri.scheme) return undefined;
    const base = folder.uri.path.replace(/\/$/, '');
    return { folder, path: uri.path.slice(base.length + 1) };
  }

  /** What a file is by its place; undefined for what doesn't matter. */
  placeOf(uri: vscode.Uri): FilePlace | undefined {
    const located = this.locate(uri);
    return located && this.in(located.folder).placeOf(located.path);
  }

  /** The places in a folder. */
  in(folder: vscode.WorkspaceFolder): Places {
    const key = folder.uri.toString();
    const known = this.#places.get(key);
    if (known) return known;
    const configuration = vscode.workspace.getConfiguration(undefined, folder.uri);
    const places = createPlaces(configuration.get(settingIds.flowFiles), configuration.get(filesExclude));
    for (const glob of places.badGlobs) this.log.error(settingIds.flowFiles, describeBadGlob(glob, localize));
    this.#places.set(key, places);
    return places;
  }

  /** For when folders or settings are others. */
  clear(): void {
    this.#places.clear();
  }
}
