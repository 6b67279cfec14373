import * as vscode from 'vscode';
import { listConnections, suggestName } from '../../core/connection/projectConnections';
import { typeLabel } from '../../core/connection/types';
import { shortReferenceId } from '../../core/flow/referenceId';
import { localize } from '../localize';
import type { Ask } from '../ask';
import type { ConnectionNode } from '../tree/treeNode';
import type { LocatedProject, WorkspaceIndex } from '../workspaceIndex';
import { inform } from '../notify';

export interface ConnectionQuestion {
  readonly placeHolder: string;
  /** What to say when none fits, and what to do then. */
  readonly none: string;
  readonly fits: (node: ConnectionNode) => boolean;
}

interface PickServices {
  readonly index: WorkspaceIndex;
  readonly ask: Ask;
}

/** Lets the user choose among all Connections of the workspace that fit; undefined when they close the list. */
export async function pickConnection(
  { index, ask }: PickServices,
  { placeHolder, none, fits }: ConnectionQuestion,
): Promise<ConnectionNode | undefined> {
  await index.start();
  const { projects } = index;
  const items = projects
    .flatMap(nodesOf)
    .filter(fits)
    .map((node) => toItem(node, projects.length > 1));
  if (items.length === 0) {
    await inform(none);
    return undefined;
  }
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await ask.pick(items, options))?.node;
}

/** Lets the user choose a project; the only one is not asked for. */
export async function pickProject(
  ask: Ask,
  projects: readonly LocatedProject[],
  placeHolder: string,
): Promise<LocatedProject | undefined> {
  const [only, ...others] = projects;
  if (others.length === 0) return only;
  const items = projects.map((owner) => ({
    label: owner.project.name,
    description: owner.project.file?.environment ?? '',
    detail: [owner.folder.name, owner.project.folder].filter((part) => part !== '').join('/'),
    owner,
  }));
  return (await ask.pick(items, { placeHolder, matchOnDetail: true }))?.owner;
}

function nodesOf(owner: LocatedProject): ConnectionNode[] {
  const { declared, undeclared } = listConnections(owner.project);
  return [
    ...declared.map((entry) => ({ kind: 'declared' as const, owner, entry })),
    ...undeclared.map((entry) => ({ kind: 'undeclared' as const, owner, entry })),
  ];
}

function toItem(node: ConnectionNode, hasProjects: boolean) {
  const isDeclared = node.kind === 'declared';
  const type = isDeclared ? node.entry.connection : node.entry.connectionType;
  const referenceId = isDeclared ? node.entry.connection.referenceId : node.entry.referenceId;
  const parts = [
    typeLabel(type, localize),
    shortReferenceId(referenceId),
    ...(isDeclared ? [] : [vscode.l10n.t('not registered')]),
  ];
  return {
    label: isDeclared ? node.entry.connection.name : suggestName(node.entry),
    description: parts.join(' · '),
    ...(hasProjects && { detail: node.owner.project.name }),
    node,
  };
}
