import * as vscode from 'vscode';
import { settingIds, type ValidateSetting } from '../../contributions';
import { LineIndex } from '../../core/json/lineIndex';
import type { Problem } from '../../core/validation/problem';
import { createBreather } from '../breather';
import { toRangeIn } from '../convert';
import { readForIndex } from '../readForIndex';
import type { FileChange } from '../factsStore';
import type { FilesChange } from '../workspaceFiles';
import { concernedFiles, validatedFilesOf } from './concernedFiles';
import type { DiagnosticServices } from './diagnosticServices';
import { toDiagnostic } from './toDiagnostic';

/** Someone who types changes what other files are judged by again and again: those are judged after a rest. */
const typingRest = 1500;

/** How a validation of all files is going; `problems` are those of the files so far. */
export interface ValidationProgress {
  readonly done: number;
  readonly total: number;
}

export interface ValidationResult {
  readonly files: number;
  readonly problems: readonly Problem[];
}

/**
 * Shows the problems of the flow files that nobody has open: a while after something changed that concerns them, and
 * when they are closed.
 */
export class WorkspaceDiagnostics implements vscode.Disposable {
  readonly #waiting = new Map<string, vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #breathe = createBreather();
  #typed: FileChange[] = [];
  #typing: ReturnType<typeof setTimeout> | undefined;
  #isWorking = false;
  #isDisposed = false;

  constructor(private readonly services: DiagnosticServices) {
    const { index } = services;
    this.#subscriptions = [
      index.onDidChange((change) => this.#take(change)),
      index.onDidRest(() => this.#enqueue([])),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#isOn && this.#allFiles().some((file) => file.toString() === uri.toString())) {
          this.#enqueue([uri]);
        } else {
          this.services.collection.delete(uri);
        }
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (
          !event.affectsConfiguration(settingIds.validate) &&
          !event.affectsConfiguration(settingIds.severities)
        )
          return;
        if (this.#isOn) this.#enqueue(this.#allFiles());
        else this.#clear();
      }),
    ];
  }

  /** Validates every file now, those that are open too; undefined when it was cancelled. */
  async validateAll(
    report: (progress: ValidationProgress) => void,
    token: vscode.CancellationToken,
  ): Promise<ValidationResult | undefined> {
    await this.services.index.start();
    const files = this.#allFiles();
    const problems: Problem[] = [];
    for (const [done, uri] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      report({ done, total: files.length });
      problems.push(...(await this.#validate(uri)));
    }
    return { files: files.length, problems };
  }

  get #isOn(): boolean {
    const setting: ValidateSetting = 'workspace';
    return vscode.workspace.getConfiguration().get(settingIds.validate) === setting;
  }

  #take({ files, others, isTyped }: FilesChange): void {
    if (!this.#isOn) {
      this.#takeBack(files);
      return;
    }
    if (!isTyped || !files) {
      this.#judge(files, others);
      return;
    }
    this.#typed.push(...files);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      const typed = this.#typed;
      this.#typed = [];
      this.#judge(typed, []);
    }, typingRest);
  }

  /** Has those files judged again that changed ones concern; all of them where these are undefined. */
  #judge(files: readonly FileChange[] | undefined, others: readonly vscode.Uri[]): void {
    if (!this.#isOn) return;
    const all = this.#allFiles();
    const known = new Set(all.map(String));
    this.services.collection.forEach((uri) => {
      if (!known.has(uri.toString()) && !isOpen(uri)) this.services.collection.delete(uri);
    });
    const concerned = files ? concernedFiles(this.services.index, files) : all;
    // First what is another one than before: in a large project the rest takes seconds, and mostly says what it said.
    const first = others.filter((uri) => known.has(uri.toString()));
    // It would keep its place among those that wait.
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#enqueue([...first, ...waiting, ...concerned]);
  }

  /** Where closed files are judged on request alone: at once, for what is found from now on knows of the change. */
  #takeBack(files: readonly FileChange[] | undefined): void {
    const kept = new Set(files && this.#allFiles().map(String));
    for (const uri of concernedFiles(this.services.index, files ?? [])) kept.delete(uri.toString());
    this.services.collection.forEach((uri) => {
      if (!kept.has(uri.toString()) && !isOpen(uri)) this.services.collection.delete(uri);
    });
  }

  #enqueue(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.#waiting.set(uri.toString(), uri);
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#work()
      .catch((error: unknown) => this.services.log.error('Validating', error))
      .finally(() => {
        this.#isWorking = false;
        if (this.#waiting.size > 0 && !this.services.index.isSettling && !this.#isDisposed) this.#enqueue([]);
      });
  }

  async #work(): Promise<void> {
    for (const [key, uri] of this.#waiting) {
      // What waits goes on when everything rests.
      if (this.#isDisposed || this.services.index.isSettling) return;
      this.#waiting.delete(key);
      if (!isOpen(uri)) await this.#validate(uri, true);
    }
  }

  /** `canWait`: nobody asked for it, so that nothing is judged while files come over the disk. */
  async #validate(uri: vscode.Uri, canWait = false): Promise<readonly Problem[]> {
    const located = this.services.index.locate(uri);
    if (!located) return [];
    const [validator, links] = await Promise.all([this.services.loadValidator(), this.services.loadLinks()]);
    const { files } = this.services;
    const reading = await readForIndex(uri, this.services.documents, files.disk);
    // Asked after reading: between a file's time and its text, another branch may have been checked out.
    const isKnown =
      reading.kind === 'trouble' ||
      (await files.isCurrent(uri, 'stamp' in reading ? reading.stamp : undefined));
    await this.#breathe();
    if (this.#isDisposed) return [];
    if (canWait && this.services.index.isSettling) {
      this.#waiting.set(uri.toString(), uri);
      return [];
    }
    const problems =
      reading.kind === 'json'
        ? validator.validate(located, reading.json, { ...reading, isOpen: isOpen(uri) })
        : [];
    // An open document has its own watch, and may be newer.
    if (isOpen(uri)) return problems;
    // The index knows another content, or not yet this one: when it does, this file's turn comes again.
    if (!isKnown) return problems;
    if (reading.kind !== 'json') {
      this.services.collection.delete(uri);
      return [];
    }
    const { json } = reading;
    const lines = new LineIndex(problems.length > 0 ? json.text : '');
    const context = { uri, json, links, toRange: toRangeIn.bind(undefined, lines) };
    this.services.collection.set(
      uri,
      problems.map((problem) => toDiagnostic(problem, context)),
    );
    return problems;
  }

  #allFiles(): vscode.Uri[] {
    const { projects, strays } = this.services.index;
    // Settings may be those of several projects.
    const all = new Map(
      [...projects.flatMap(validatedFilesOf), ...strays].map((uri) => [uri.toString(), uri]),
    );
    return [...all.values()];
  }

  #clear(): void {
    this.#waiting.clear();
    this.services.collection.forEach((uri) => {
      if (!isOpen(uri)) this.services.collection.delete(uri);
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    // Whatever still waits would be taken up again and again.
    this.#waiting.clear();
    clearTimeout(this.#typing);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
