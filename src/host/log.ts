import * as vscode from 'vscode';
import { redact } from '../core/connection/redaction';
import type { Logger } from '../core/ports';

export interface Log extends Logger, vscode.Disposable {
  show(): void;
}

/** The output channel, behind the one redactor. */
export function createLog(onLine: (line: string) => void): Log {
  const channel = vscode.window.createOutputChannel('Flow Connections', { log: true });
  return {
    error: (what, error) => {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const line = redact(`${what}: ${detail}`);
      channel.error(line);
      onLine(line);
    },
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}
