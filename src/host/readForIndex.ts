import * as vscode from 'vscode';
import type { FileTrouble } from '../core/connection/fileFacts';
import { JsonDocument } from '../core/json/jsonDocument';
import { decodeText, fingerprintOf, hasByteOrderMark } from '../core/textFile';
import type { Disk, DiskStat } from './disk';
import type { OpenDocuments } from './openDocuments';

export type IndexReading =
  | {
      readonly kind: 'json';
      readonly json: JsonDocument;
      readonly isUnsaved: boolean;
      readonly hasByteOrderMark: boolean;
      /** Another one when the file on disk is another; undefined for what was not read from there. */
      readonly stamp: string | undefined;
      /** See `fingerprintOf`; undefined for what was not read from disk. */
      readonly fingerprint: number | undefined;
    }
  | {
      readonly kind: 'trouble';
      readonly trouble: FileTrouble;
      /** Undefined where it is worth another try. */
      readonly stamp: string | undefined;
    }
  | { readonly kind: 'gone' };

/** Parsing blocks the extension host: above this size it would be felt. The largest real charts have 2.5 MB. */
export const maximumBytes = 4 * 1024 * 1024;

/**
 * A file as the index should see it: unsaved changes override the disk. A document without any does not, for VS Code
 * keeps documents for a while whose file is gone. Where presence is enough, no text is read. Never throws.
 */
export async function readForIndex(
  uri: vscode.Uri,
  documents: OpenDocuments,
  disk: Pick<Disk, 'stat' | 'read'>,
  isPresenceEnough = false,
): Promise<IndexReading> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) {
    const json = documents.read(open);
    return json.text.length > maximumBytes
      ? tooLarge(json.text.length, undefined)
      : {
          ...{ kind: 'json', json, isUnsaved: true, stamp: undefined, fingerprint: undefined },
          hasByteOrderMark: open.encoding === 'utf8bom',
        };
  }
  try {
    const stat = await disk.stat(uri);
    if (!stat) return { kind: 'gone' };
    if (stat.isFolder) return { kind: 'trouble', trouble: { kind: 'notAFile' }, stamp: stampOf(stat) };
    const read = { kind: 'json', isUnsaved: false, stamp: stampOf(stat) } as const;
    if (isPresenceEnough) {
      // Its time and size stand for its text, so that a change is noticed.
      const fingerprint = Math.imul(Math.trunc(stat.mtime), 31) + stat.size;
      return { ...read, json: new JsonDocument(''), fingerprint, hasByteOrderMark: false };
    }
    if (stat.size > maximumBytes) return tooLarge(stat.size, stampOf(stat));
    const bytes = await disk.read(uri);
    return {
      ...read,
      json: new JsonDocument(decodeText(bytes)),
      fingerprint: fingerprintOf(bytes),
      hasByteOrderMark: hasByteOrderMark(bytes),
    };
  } catch {
    return { kind: 'trouble', trouble: { kind: 'failed' }, stamp: undefined };
  }
}

/** What tells a file's content from an earlier one without reading it. */
export function stampOf({ mtime, size }: DiskStat): string {
  return `${mtime}:${size}`;
}

function tooLarge(bytes: number, stamp: string | undefined): IndexReading {
  return { kind: 'trouble', trouble: { kind: 'tooLarge', bytes }, stamp };
}
