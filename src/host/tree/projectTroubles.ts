import * as vscode from 'vscode';
import { describeConnectionsFileTrouble, describeFileTrouble } from '../../core/connection/describeTrouble';
import { baseName } from '../../core/flow/filePlace';
import { localize } from '../localize';
import type { LocatedProject } from '../workspaceIndex';
import type { TreeNode } from './treeNode';

/** The files of a project that can't be read, as elements of the view. */
export function troublesOf(owner: LocatedProject): TreeNode[] {
  const { project } = owner;
  const nodes: TreeNode[] = [];
  const trouble = project.file?.trouble;
  if (trouble) {
    const message = describeConnectionsFileTrouble(baseName(project.connectionsPath), trouble, localize);
    const detail =
      trouble.kind === 'newerVersion'
        ? vscode.l10n.t('It is shown, not changed.')
        : project.registered.size > 0
          ? vscode.l10n.t('Names from before are shown.')
          : '';
    const line = trouble.kind === 'newerVersion' ? 1 : trouble.line;
    nodes.push({ kind: 'trouble', owner, path: project.connectionsPath, message, detail, line });
  }
  for (const [path, { place, trouble }] of project.flows) {
    if (!trouble) continue;
    const name =
      place.kind === 'flow' ? [place.flow, place.locale].filter(Boolean).join(' · ') : baseName(path);
    const message = vscode.l10n.t('“{0}” can’t be read', name);
    const line = trouble.kind === 'syntax' ? trouble.line : 1;
    nodes.push({
      kind: 'trouble',
      owner,
      path,
      message,
      detail: describeFileTrouble(trouble, localize),
      line,
    });
  }
  return nodes;
}
