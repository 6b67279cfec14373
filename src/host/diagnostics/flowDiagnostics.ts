import * as vscode from 'vscode';
import { settingIds } from '../../contributions';
import type { JsonDocument } from '../../core/json/jsonDocument';
import type { Problem } from '../../core/validation/problem';
import { toRange } from '../convert';
import { isStrayFlow } from '../flowPlace';
import { maximumBytes } from '../readForIndex';
import { concernedFiles } from './concernedFiles';
import type { DiagnosticServices } from './diagnosticServices';
import { isOfKnownDisk } from './isOfKnownDisk';
import { isValidated } from './isValidated';
import { toDiagnostic } from './toDiagnostic';

/** Long enough that a typed word is one change, short enough to seem immediate. */
const pause = 200;

/** What was found in a version of an open document. */
export interface ShownProblems {
  readonly version: number;
  readonly json: JsonDocument;
  readonly problems: readonly Problem[];
}

/** Shows the problems of every open flow file, again after each change of it or of what its project declares. */
export class FlowDiagnostics implements vscode.Disposable {
  /** Ends the wait of a document that is to be judged. */
  readonly #waits = new Map<string, () => void>();
  readonly #shown = new Map<string, ShownProblems>();
  /** Those that were not judged because of what is on its way. */
  readonly #waiting = new Map<string, vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly services: DiagnosticServices) {
    const { index } = services;
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document, pause);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      index.onDidChange(({ files }) => {
        // A tab may show a file that is gone, or has another path: it has no problems any more.
        const changed = files?.map(({ folder, path }) => vscode.Uri.joinPath(folder.uri, path)) ?? [];
        this.#scheduleAll(files && [...concernedFiles(index, files), ...changed, ...this.#waiting.values()]);
      }),
      index.onDidRest(() => this.#scheduleAll([...this.#waiting.values()])),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingIds.severities)) this.#scheduleAll();
      }),
    ];
    this.#scheduleAll();
  }

  /** The problems of a document as it is now; undefined while they are still looked for. */
  problemsOf(document: vscode.TextDocument): ShownProblems | undefined {
    const shown = this.#shown.get(document.uri.toString());
    return shown?.version === document.version ? shown : undefined;
  }

  /** The same for a person who asks for them: what was typed a moment ago is judged now. */
  async judgedProblemsOf(document: vscode.TextDocument): Promise<ShownProblems | undefined> {
    await this.services.index.start();
    this.#cancel(document.uri.toString());
    // It may be under way already. Nobody can wait for that run, so it is judged once more.
    if (!this.problemsOf(document) && this.#isConcerned(document)) await this.#validate(document);
    return this.problemsOf(document);
  }

  /** Those of these files that are open; without any, all that are. */
  #scheduleAll(files?: readonly vscode.Uri[]): void {
    const wanted = files && new Set(files.map(String));
    for (const document of vscode.workspace.textDocuments) {
      if (!wanted || wanted.has(document.uri.toString())) this.#schedule(document, 0);
    }
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (!this.#isConcerned(document)) {
      // It was one until the globs of flow files changed.
      if (this.services.collection.has(document.uri)) this.services.collection.delete(document.uri);
      return;
    }
    const key = document.uri.toString();
    this.#cancel(key);
    const run = () => {
      this.#waits.delete(key);
      this.#validate(document).catch((error: unknown) => this.services.log.error('Validating', error));
    };
    this.#waits.set(key, this.services.timers.after(delay, run));
  }

  #isConcerned({ uri }: vscode.TextDocument): boolean {
    const { index } = this.services;
    return isValidated(index.placeOf(uri)) || isStrayFlow(index, uri);
  }

  #cancel(key: string): void {
    this.#waits.get(key)?.();
    this.#waits.delete(key);
  }

  async #validate(document: vscode.TextDocument): Promise<void> {
    await this.services.index.start();
    const validator = await this.services.loadValidator();
    const links = await this.services.loadLinks();
    const { uri } = document;
    // What comes over the disk is judged once it is all there; what was shown before stays until then.
    const isKnown = document.isDirty || (await isOfKnownDisk(document, this.services.files));
    if (document.isClosed) return;
    if (!document.isDirty && (!isKnown || this.services.index.isSettling)) {
      this.#waiting.set(uri.toString(), uri);
      return;
    }
    this.#waiting.delete(uri.toString());
    const { version } = document;
    const json = this.services.documents.read(document);
    const located = this.services.index.locate(uri);
    const isTooLarge = json.text.length > maximumBytes;
    const problems = isTooLarge
      ? []
      : located
        ? validator.validate(located, json, {
            hasByteOrderMark: document.encoding === 'utf8bom',
            isOpen: true,
          })
        : validator.validateAlone(json);
    this.#shown.set(uri.toString(), { version, json, problems });
    const context = { uri, json, links, toRange: toRange.bind(undefined, document) };
    this.services.collection.set(
      uri,
      problems.map((problem) => toDiagnostic(problem, context)),
    );
  }

  /** What it shows stays until it is judged as a closed file. */
  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.#cancel(key);
    this.#shown.delete(key);
    this.#waiting.delete(key);
  }

  dispose(): void {
    for (const cancel of this.#waits.values()) cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
