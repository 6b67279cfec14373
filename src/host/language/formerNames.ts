import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { Connection } from '../../core/connection/connection';
import { formerConnection, usesByNode, type UsesByNode } from '../../core/connection/formerConnection';
import { declarationFor } from '../../core/connection/projects';
import { connectionUses, type ConnectionUse } from '../../core/flow/connectionUse';
import { readFlowNodes } from '../../core/flow/flowNode';
import type { ReferenceId } from '../../core/flow/referenceId';
import { JsonDocument } from '../../core/json/jsonDocument';
import { findGitHead } from '../gitHead';
import type { LocatedProject, WorkspaceIndex } from '../workspaceIndex';

/** A name that a Reference ID may be registered under. */
export interface FormerName {
  readonly as: Connection;
  /** Whether it is of the same project, at an earlier time. */
  readonly isOwn: boolean;
  readonly from: LocatedProject;
}

interface Committed {
  readonly commit: string;
  readonly uses: Promise<UsesByNode>;
}

/**
 * Finds the names that the nodes of a file used before. What the last commit holds is read once a commit: reading it
 * starts a process and parses a whole file, and fixes are asked for whenever the cursor moves.
 */
export class FormerNames implements vscode.Disposable {
  readonly #committed = new Map<string, Committed>();
  readonly #current = new WeakMap<JsonDocument, UsesByNode>();
  readonly #others = new WeakMap<readonly ConnectionUse[], UsesByNode>();
  readonly #subscription = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    this.#committed.delete(uri.toString());
  });

  constructor(private readonly index: WorkspaceIndex) {}

  /** In the last commit, else in other projects of the workspace. */
  async find(
    owner: LocatedProject,
    uri: vscode.Uri,
    json: JsonDocument,
    referenceId: ReferenceId,
    catalog: Catalog,
  ): Promise<FormerName[]> {
    const uses = keep(this.#current, json, () => usesIn(json, catalog));
    const before = await this.#usesBefore(uri, catalog);
    const registered = (id: ReferenceId) => owner.project.registered.get(id);
    const own = before && formerConnection(referenceId, uses, before, registered);
    if (own) return [{ as: own, isOwn: true, from: owner }];
    return this.index.projects.flatMap((from) => {
      if (from.id === owner.id) return [];
      for (const [path, facts] of from.project.flows) {
        const declared = (id: ReferenceId) => declarationFor(from.project, path, id);
        const elsewhere = keep(this.#others, facts.uses, () => usesByNode(facts.uses));
        const as = formerConnection(referenceId, uses, elsewhere, declared);
        if (as) return [{ as, isOwn: false, from }];
      }
      return [];
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#committed.clear();
  }

  async #usesBefore(uri: vscode.Uri, catalog: Catalog): Promise<UsesByNode | undefined> {
    const head = await findGitHead(uri);
    if (!head) return undefined;
    const key = uri.toString();
    const known = this.#committed.get(key);
    if (known && known.commit === head.commit) return known.uses;
    const uses = head.read().then((text) => usesIn(new JsonDocument(text ?? ''), catalog));
    if (head.commit !== undefined) this.#committed.set(key, { commit: head.commit, uses });
    return uses;
  }
}

function usesIn({ value }: JsonDocument, catalog: Catalog): UsesByNode {
  return usesByNode(readFlowNodes(value).flatMap((node) => connectionUses(node, catalog)));
}

function keep<Key extends object, Value>(kept: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
