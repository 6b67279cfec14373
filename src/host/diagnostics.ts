import * as vscode from 'vscode';
import { diagnosticSource, settingIds } from '../contributions';
import type { Catalog } from '../core/catalog/catalog';
import { knowledgeFor } from '../core/connection/knowledge';
import { connectionUsage } from '../core/connection/projectConnections';
import type { Project } from '../core/connection/projects';
import { JsonDocument } from '../core/json/jsonDocument';
import type { Logger } from '../core/ports';
import { describeProblem, describeRelated } from '../core/validation/describeProblem';
import type { Problem } from '../core/validation/problem';
import { problemRange } from '../core/validation/problemRange';
import { readRuleSettings, readValidationSettings, type RuleSettings } from '../core/validation/ruleSettings';
import { validateConnectionsFile } from '../core/validation/validateConnectionsFile';
import { validateFlow } from '../core/validation/validateFlow';
import { toDiagnosticSeverity, toRange } from './convert';
import { localize } from './localize';
import type { ProblemLinks } from './problemLinks';
import { maximumBytes } from './readForIndex';
import type { LocatedFile, WorkspaceIndex } from './workspaceIndex';

/** Long enough that a typed word is one change, short enough to seem immediate. */
const pause = 200;

/** Shows the problems of every open flow file, again after each change of it or of what its project declares. */
export class FlowDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('flowConnections');
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly loadCatalog: () => Promise<Catalog>,
    private readonly loadLinks: () => Promise<ProblemLinks>,
    private readonly log: Logger,
  ) {
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, pause)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#clear(document)),
      index.onDidChange(() => this.#scheduleAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingIds.severities)) this.#scheduleAll();
      }),
    ];
    this.#scheduleAll();
  }

  #scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    const kind = this.index.placeOf(document.uri)?.kind;
    if (kind !== 'flow' && kind !== 'packageNode' && kind !== 'packageChart' && kind !== 'connectionsFile') {
      // It was one until the globs of flow files changed.
      if (this.#collection.has(document.uri)) this.#collection.delete(document.uri);
      return;
    }
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    const run = () => {
      this.#timers.delete(key);
      this.#validate(document).catch((error: unknown) => this.log.error('Validating', error));
    };
    this.#timers.set(key, setTimeout(run, delay));
  }

  async #validate(document: vscode.TextDocument): Promise<void> {
    await this.index.start();
    const catalog = await this.loadCatalog();
    const links = await this.loadLinks();
    if (document.isClosed) return;
    const text = document.getText();
    const located = text.length > maximumBytes ? undefined : this.index.locate(document.uri);
    const json = new JsonDocument(text);
    const problems = located ? this.#problemsOf(located, json, catalog) : [];
    this.#collection.set(
      document.uri,
      problems.map((problem) => toDiagnostic(problem, document, json, links)),
    );
  }

  #problemsOf(located: LocatedFile, json: JsonDocument, catalog: Catalog): Problem[] {
    const ofFlow = this.index.projectOfFlow(located)?.project;
    if (ofFlow)
      return validateFlow(json, catalog, knowledgeFor(ofFlow, located.path), settingsOf(ofFlow, located));
    const ofFile = this.index.findProject(located.folder.uri.toString(), located.path)?.project;
    if (!ofFile?.file) return [];
    return validateConnectionsFile(json, catalog, connectionUsage(ofFile), settingsOf(ofFile, located));
  }

  #clear(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#collection.delete(document.uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** `.cognigy/validation.json` wins over the user's settings, so that a team sees the same. */
function settingsOf(project: Project, { folder }: LocatedFile): RuleSettings {
  const own = vscode.workspace.getConfiguration(undefined, folder.uri).get(settingIds.severities);
  const { settings } = readRuleSettings(own);
  return project.ruleSettings === undefined
    ? settings
    : readValidationSettings(project.ruleSettings, settings).settings;
}

function toDiagnostic(
  problem: Problem,
  document: vscode.TextDocument,
  json: JsonDocument,
  links: ProblemLinks,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(document, problemRange(problem, json)),
    describeProblem(problem, localize),
    toDiagnosticSeverity(problem.severity),
  );
  diagnostic.source = diagnosticSource;
  const target = links(problem.code);
  diagnostic.code = target ? { value: problem.code, target } : problem.code;
  if (problem.tag === 'unnecessary') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  diagnostic.relatedInformation = (problem.related ?? []).map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, toRange(document, problemRange(place, json))),
        describeRelated(place, localize),
      ),
  );
  return diagnostic;
}
