import * as vscode from 'vscode';
import { settingIds } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import type { Project } from '../../core/connection/projects';
import type { JsonDocument } from '../../core/json/jsonDocument';
import { NodeResults } from '../../core/validation/nodeResults';
import type { Problem } from '../../core/validation/problem';
import {
  readRuleSettings,
  readValidationSettings,
  type RuleSettings,
} from '../../core/validation/ruleSettings';
import { validateFile, type FileJudge } from '../../core/validation/validateFile';
import type { LocatedFile } from '../workspacePlaces';
import type { WorkspaceIndex } from '../workspaceIndex';

/** How VS Code has a file. */
export interface SeenFile {
  readonly hasByteOrderMark: boolean;
  /** Whether VS Code itself reports what it finds by the JSON schemas, which it does in open documents alone. */
  readonly isOpen: boolean;
}

/** Validates files by what the index knows of their projects. */
export class FileValidator {
  readonly #results: NodeResults;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly catalog: Catalog,
  ) {
    this.#results = new NodeResults(catalog);
  }

  /** Every problem of a file; none of a flow file that belongs to no project. */
  validate(located: LocatedFile, json: JsonDocument, { hasByteOrderMark, isOpen }: SeenFile): Problem[] {
    const { path, folder } = located;
    const place = this.index.placeOf(vscode.Uri.joinPath(folder.uri, path));
    const project = this.index.projectOfValidated(located)?.project;
    const isOurs = place?.kind === 'connectionsFile' || place?.kind === 'ruleSettings';
    if (!place || (!project && !isOurs)) return [];
    const file = {
      ...{ place, path, project, hasByteOrderMark },
      document: json,
      flowRoots: this.index.flowRootsIn(folder),
      isCheckedByEditor: isOpen,
    };
    return validateFile(file, this.#judge(project ? settingsOf(project, located) : userSettings(folder.uri)));
  }

  /** The problems that an open flow file has whatever its project says. */
  validateAlone(json: JsonDocument): Problem[] {
    const file = {
      place: { kind: 'flow', root: undefined, flow: '' },
      path: '',
      project: undefined,
      hasByteOrderMark: false,
      document: json,
      flowRoots: new Set<string>(),
      isCheckedByEditor: true,
    } as const;
    return validateFile(file, this.#judge(userSettings()));
  }

  #judge(settings: RuleSettings): FileJudge {
    return { catalog: this.catalog, settings, results: this.#results };
  }
}

/** The user's own. */
function userSettings(folder?: vscode.Uri): RuleSettings {
  const own = vscode.workspace.getConfiguration(undefined, folder).get(settingIds.severities);
  return readRuleSettings(own);
}

/** `.cognigy/validation.json` wins over the user's settings, so that a team sees the same. */
function settingsOf(project: Project, { folder }: LocatedFile): RuleSettings {
  const settings = userSettings(folder.uri);
  return project.ruleSettings === undefined
    ? settings
    : readValidationSettings(project.ruleSettings.text, settings);
}
