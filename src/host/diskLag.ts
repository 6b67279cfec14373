import * as vscode from 'vscode';

/** Whether what is known lags behind the disk: something is another one there, and has not been told of yet. */
export class DiskLag implements vscode.Disposable {
  readonly #stirred = new vscode.EventEmitter<void>();
  readonly #caughtUp = new vscode.EventEmitter<void>();
  #isStirred = false;
  #underWay = 0;

  /** Fires each time that something on disk is seen to be another one. */
  readonly onDidStir = this.#stirred.event;
  /** Fires once everything seen was told of. */
  readonly onDidCatchUp = this.#caughtUp.event;

  get isBehind(): boolean {
    return this.#isStirred || this.#underWay > 0;
  }

  stir(): void {
    this.#isStirred = true;
    this.#stirred.fire();
  }

  /** Does work that reads and tells of all that was seen so far. */
  async during(work: () => Promise<void>): Promise<void> {
    this.#isStirred = false;
    this.#underWay++;
    try {
      await work();
    } finally {
      this.#underWay--;
      if (!this.isBehind) this.#caughtUp.fire();
    }
  }

  dispose(): void {
    this.#stirred.dispose();
    this.#caughtUp.dispose();
  }
}
