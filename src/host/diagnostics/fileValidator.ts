import * as vscode from 'vscode';
import { settingIds } from '../../contributions';
import type { Catalog } from '../../core/catalog/catalog';
import { knowledgeFor, nothingKnown } from '../../core/connection/knowledge';
import { connectionUsage } from '../../core/connection/projectConnections';
import type { Project } from '../../core/connection/projects';
import type { JsonDocument } from '../../core/json/jsonDocument';
import { NodeResults } from '../../core/validation/nodeResults';
import type { Problem } from '../../core/validation/problem';
import {
  readRuleSettings,
  readValidationSettings,
  type RuleSettings,
} from '../../core/validation/ruleSettings';
import { validateConnectionsFile } from '../../core/validation/validateConnectionsFile';
import { validateFlow } from '../../core/validation/validateFlow';
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

  /** Every problem of a file; none of one that belongs to no project. */
  validate(located: LocatedFile, json: JsonDocument): Problem[] {
    const ofFlow = this.index.projectOfFlow(located)?.project;
    if (ofFlow) {
      const knowledge = knowledgeFor(ofFlow, located.path);
      return validateFlow(json, this.catalog, knowledge, settingsOf(ofFlow, located), this.#results);
    }
    const ofFile = this.index.findProject(located.folder.uri.toString(), located.path)?.project;
    if (!ofFile?.file) return [];
    return validateConnectionsFile(json, this.catalog, connectionUsage(ofFile), settingsOf(ofFile, located));
  }

  /** The problems that a flow file has whatever its project says. */
  validateAlone(json: JsonDocument): Problem[] {
    return validateFlow(json, this.catalog, nothingKnown, userSettings(), this.#results);
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
