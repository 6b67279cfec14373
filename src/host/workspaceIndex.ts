import * as vscode from 'vscode';
import { isValidatedIn, strayFiles } from '../core/connection/concernedFiles';
import type { FileFacts } from '../core/connection/fileFacts';
import { emptyProject, resolveProjects, type Project } from '../core/connection/projects';
import { createWithoutLeftOut } from '../core/files/withoutLeftOut';
import type { FilePlace } from '../core/flow/filePlace';
import type { FileChange } from './factsStore';
import type { FilesChange, WorkspaceFiles } from './workspaceFiles';
import type { LocatedFile } from './workspacePlaces';

/** A project and where it is. */
export interface LocatedProject {
  /** The URI of its connections file, be it there or not: unique, and the same after a reload. */
  readonly id: string;
  readonly folder: vscode.WorkspaceFolder;
  readonly project: Project;
}

/** Whether Connections, or the nodes that use them, may be others now; settings that somebody types are no such thing. */
export function isOfConnections({ files }: FilesChange): boolean {
  const isOf = ({ change }: FileChange) => change === 'all' || change === 'names';
  return files === undefined || files.length === 0 || files.some(isOf);
}

/**
 * The projects of the workspace as its files were when they last stood still: while files come over the disk, it says
 * what it said before. What is typed, and what we write ourselves, shows at once.
 */
export class WorkspaceIndex implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<FilesChange>();
  readonly #subscription: vscode.Disposable;
  #projects: readonly LocatedProject[] = [];
  /** By workspace folder. */
  readonly #counting = new Map<string, ReturnType<typeof createWithoutLeftOut>>();

  /** Fires after what the index says has changed. */
  readonly onDidChange = this.#changed.event;
  /** Fires when nothing is on the way any more, though nothing has changed. */
  readonly onDidRest: vscode.Event<void>;

  constructor(private readonly files: WorkspaceFiles) {
    this.onDidRest = files.onDidRest;
    this.#subscription = files.onDidChange((change) => {
      // Made now, not when somebody asks: by then files may be on the move again.
      this.#projects = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
        resolveProjects(this.#count(folder), folder.name).map((project) => toLocated(folder, project)),
      );
      this.#changed.fire(change);
    });
  }

  /** Resolves once every file was read; every call gets the same promise. */
  start(): Promise<void> {
    return this.files.start();
  }

  /** Whether files are coming over the disk, so that what is here of them may be half of it. */
  get isSettling(): boolean {
    return this.files.isSettling;
  }

  /** All projects, in the order of the workspace folders and their paths. */
  get projects(): readonly LocatedProject[] {
    return this.#projects;
  }

  /** The workspace folders that can't be read, so that what they hold is missing here. */
  get unreadableFolders(): readonly vscode.WorkspaceFolder[] {
    return (vscode.workspace.workspaceFolders ?? []).filter((folder) => this.files.isUnreadable(folder));
  }

  /** Whether there are snapshots of the platform, which nobody can read here. */
  get hasSnapshots(): boolean {
    return (vscode.workspace.workspaceFolders ?? []).some((folder) =>
      [...this.files.factsOf(folder).values()].some(({ kind }) => kind === 'snapshot'),
    );
  }

  /** The project at a place; in a folder without projects, the one that a first Connection would make. */
  findProject(folderUri: string, connectionsPath: string): LocatedProject | undefined {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folderUri);
    if (!folder) return undefined;
    const isThere = (owner: LocatedProject) =>
      owner.folder.uri.toString() === folderUri && owner.project.connectionsPath === connectionsPath;
    return this.projects.find(isThere) ?? emptyProjects([folder]).find(isThere);
  }

  /** Where a new Connection can go: every project, and each workspace folder that has none. */
  get possibleProjects(): readonly LocatedProject[] {
    const without = (vscode.workspace.workspaceFolders ?? []).filter(
      ({ uri }) => !this.projects.some((owner) => owner.folder.uri.toString() === uri.toString()),
    );
    return [...this.projects, ...emptyProjects(without)];
  }

  /** The project that a flow file belongs to; undefined for every other file. */
  projectOfFlow({ folder, path }: LocatedFile): LocatedProject | undefined {
    return this.projects.find(
      (candidate) =>
        candidate.folder.uri.toString() === folder.uri.toString() && candidate.project.flows.has(path),
    );
  }

  /** The project among whose files with problems of ours a file is; see `isValidatedIn`. */
  projectOfValidated({ folder, path }: LocatedFile): LocatedProject | undefined {
    return this.projects.find(
      (candidate) =>
        candidate.folder.uri.toString() === folder.uri.toString() && isValidatedIn(candidate.project, path),
    );
  }

  /** Files of ours that no project reads; see `strayFiles`. */
  get strays(): readonly vscode.Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
      strayFiles(this.#count(folder), this.#projectsIn(folder)).map((path) =>
        vscode.Uri.joinPath(folder.uri, path),
      ),
    );
  }

  /** The folders of all flows of a workspace folder. */
  flowRootsIn(folder: vscode.WorkspaceFolder): ReadonlySet<string> {
    return this.#projectsIn(folder)[0]?.flowRoots ?? new Set();
  }

  /** What the files of a folder say, without those that are left out. */
  #count(folder: vscode.WorkspaceFolder): ReadonlyMap<string, FileFacts> {
    const key = folder.uri.toString();
    const counting = this.#counting.get(key) ?? createWithoutLeftOut();
    this.#counting.set(key, counting);
    return counting(this.files.factsOf(folder));
  }

  #projectsIn({ uri }: vscode.WorkspaceFolder): Project[] {
    return this.projects.flatMap(({ folder, project }) =>
      folder.uri.toString() === uri.toString() ? [project] : [],
    );
  }

  /** Where a file is; undefined outside the workspace. */
  locate(uri: vscode.Uri): LocatedFile | undefined {
    return this.files.locate(uri);
  }

  /** What a file is by its place; undefined for what doesn't matter. */
  placeOf(uri: vscode.Uri): FilePlace | undefined {
    return this.files.placeOf(uri);
  }

  /** Reads files again, now; for what we wrote ourselves, so that nothing waits for the file watcher. */
  refresh(files: readonly vscode.Uri[]): Promise<void> {
    return this.files.refresh(files);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function emptyProjects(folders: readonly vscode.WorkspaceFolder[]): LocatedProject[] {
  return folders.map((folder) => toLocated(folder, emptyProject(folder.name)));
}

function toLocated(folder: vscode.WorkspaceFolder, project: Project): LocatedProject {
  return { id: projectId(folder.uri.toString(), project.connectionsPath), folder, project };
}

/** `folder` is the URI of the workspace folder. */
export function projectId(folder: string, connectionsPath: string): string {
  return vscode.Uri.joinPath(vscode.Uri.parse(folder), connectionsPath).toString();
}
