import * as vscode from 'vscode';
import { readFlow, type Flow } from '../../core/flow/flow';
import type { JsonDocument } from '../../core/json/jsonDocument';
import type { FlowPlace } from '../../core/connection/fileFacts';
import { isFlowLanguage } from '../flowLanguages';
import { flowPlaceOf } from '../flowPlace';
import type { OpenDocuments } from '../openDocuments';
import { maximumBytes } from '../readForIndex';
import type { WorkspaceIndex } from '../workspaceIndex';

/** The flow of an open document, as it was at a version of it. */
export interface OpenFlow {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly place: FlowPlace;
  readonly json: JsonDocument;
  readonly flow: Flow;
}

/** Long enough that a typed word is one change, short enough to seem immediate. */
const pause = 200;

/** Between two editors there is none for a moment. */
const switchPause = 50;

/** The flow file that is being looked at: that of the active text editor. */
export class ActiveFlow implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #current: OpenFlow | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires after another file was opened, and after a change of it. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly documents: OpenDocuments,
  ) {
    this.#subscriptions = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#schedule(switchPause)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#schedule(pause);
      }),
      // The globs of flow files may be others.
      index.onDidChange(() => this.#schedule(pause)),
    ];
    this.#schedule(0);
  }

  get current(): OpenFlow | undefined {
    return this.#current;
  }

  /** Reads what is being looked at now, without a pause. */
  refresh(): OpenFlow | undefined {
    clearTimeout(this.#timer);
    const document = vscode.window.activeTextEditor?.document;
    const before = this.#current;
    if (before && before.document === document && before.version === document.version) {
      if (flowPlaceOf(this.index, document.uri)) return before;
    }
    this.#current = document && this.#read(document);
    if (before !== this.#current) this.#changed.fire();
    return this.#current;
  }

  #read(document: vscode.TextDocument): OpenFlow | undefined {
    const place = isFlowLanguage(document) ? flowPlaceOf(this.index, document.uri) : undefined;
    if (!place || document.getText().length > maximumBytes) return undefined;
    const { version } = document;
    const json = this.documents.read(document);
    if (json.isTooDeep) return undefined;
    const flow = readFlow(json.value);
    // A package's chart has its nodes in files of their own.
    if (flow.shape === 'unknown' || flow.shape === 'packageChart') return undefined;
    return { document, version, place, json, flow };
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), delay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
