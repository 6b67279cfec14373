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

/** Validates flow files and connections files by what the index knows of their projects. */
export class FileValidator {
  readonly #results: NodeResults;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly catalog: Catalog,
  ) {
    this.#results = new NodeResults(catalog);
  }

  /**
   * Every problem of a file; none of one that belongs to no project. `isOpen`: whether VS Code itself reports what it
   * finds by the JSON schemas, which it does in open documents alone.
   */
  validate(located: LocatedFile, json: JsonDocument, isOpen: boolean): Problem[] {
    const { path, folder } = located;
    const place = this.index.placeOf(vscode.Uri.joinPath(folder.uri, path));
    const project = (this.index.projectOfFlow(located) ?? this.index.findProject(folder.uri.toString(), path))
      ?.project;
    if (!place || !project) return [];
    const file = { place, document: json, isCheckedByEditor: isOpen };
    return validateFile(file, path, project, this.#judge(settingsOf(project, located)));
  }

  /** The problems that an open flow file has whatever its project says. */
  validateAlone(json: JsonDocument): Problem[] {
    const place = { kind: 'flow', root: undefined, flow: '' } as const;
    const file = { place, document: json, isCheckedByEditor: true };
    return validateFile(file, '', undefined, this.#judge(userSettings()));
  }

  #judge(settings: RuleSettings): FileJudge {
    return { catalog: this.catalog, settings, results: this.#results };
  }
}

/** The user's own. */
function userSettings(folder?: vscode.Uri): RuleSettings {
  const own = vscode.workspace.getConfiguration(undefined, folder).get(settingIds.severities);
  return readRuleSettings(own).settings;
}

/** `.cognigy/validation.json` wins over the user's settings, so that a team sees the same. */
function settingsOf(project: Project, { folder }: LocatedFile): RuleSettings {
  const settings = userSettings(folder.uri);
  return project.ruleSettings === undefined
    ? settings
    : readValidationSettings(project.ruleSettings, settings).settings;
}
