import * as vscode from 'vscode';
import { commandIds } from '../../contributions';
import { planNames, type NamePlan, type PlannedName } from '../../core/connection/planNames';
import { typeLabel } from '../../core/connection/types';
import { shortReferenceId } from '../../core/flow/referenceId';
import { localize } from '../localize';
import { saveRegistered } from '../saveRegistered';
import { isOwnedNode } from '../tree/treeNode';
import type { LocatedProject } from '../workspaceIndex';
import type { CommandServices } from './commandServices';
import { readList, type ConnectionList } from './outputSource';
import { pickProject } from './pickConnection';
import { inform } from '../notify';

/**
 * Registers Connections under the names that Cognigy.AI lists, from the output of its CLI, once the user has seen
 * them. Called with a URI, it reads that file.
 */
export function registerGetNames(services: CommandServices): void {
  const { registry, index, repository } = services;
  const getNames = async (argument: unknown) => {
    await index.start();
    const owner = isOwnedNode(argument)
      ? argument.owner
      : await pickProject(
          services.ask,
          index.possibleProjects,
          vscode.l10n.t('The project to get names for'),
        );
    if (!owner) return;
    const title = vscode.l10n.t('Get Names from Cognigy.AI');
    const file = argument instanceof vscode.Uri ? argument : undefined;
    const list = await readList(owner, title, services.ask, file);
    const changes = list && (await choose(owner, list, services));
    if (changes) await saveRegistered(repository, owner, changes);
  };
  registry.register(commandIds.getNames, getNames);
  // Beside a project's item a short title has to do.
  registry.register(commandIds.getNamesOf, getNames);
}

async function choose(owner: LocatedProject, list: ConnectionList, { confirm, ask }: CommandServices) {
  const plan = planNames(owner.project, list.connections);
  if (plan.isForeign && !(await confirm(foreignQuestion(owner, list)))) return undefined;
  if (plan.changes.length === 0) {
    await inform([nothingNew(list), ...incompleteness(list)].join(' '));
    return undefined;
  }
  const picked = await ask.pickMany(plan.changes.map(toItem), {
    title: [...incompleteness(list), vscode.l10n.t('Get Names from Cognigy.AI')][0] ?? '',
    placeHolder: summary(plan),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ connection }) => connection);
}

function foreignQuestion({ project }: LocatedProject, { connections }: ConnectionList) {
  return {
    message:
      connections.length === 1
        ? vscode.l10n.t('This Connection is not used in “{0}”. Is it of another project?', project.name)
        : vscode.l10n.t(
            'None of these {0} Connections is used in “{1}”. Are they of another project?',
            connections.length,
            project.name,
          ),
    detail: vscode.l10n.t(
      'What is registered here counts as known in this project: a flow that names a Connection of another project would look right and hang on Cognigy.AI.',
    ),
    agree: vscode.l10n.t('They Are of This Project'),
  };
}

function nothingNew({ connections }: ConnectionList): string {
  if (connections.length === 0) return vscode.l10n.t('Cognigy.AI lists no Connections for this project.');
  return vscode.l10n.t('All Connections of this list are registered under these names already.');
}

/** What the list lacks, so that nobody takes it for all there is. */
function incompleteness({ connections, missing, skipped }: ConnectionList): string[] {
  const total = connections.length + skipped + missing;
  // A title has room for one of them: the first.
  return [
    ...(missing > 0
      ? [
          vscode.l10n.t(
            'The list is incomplete: {0} of {1} Connections. Raise “limit” in the command.',
            total - missing,
            total,
          ),
        ]
      : []),
    ...(skipped > 0
      ? [vscode.l10n.t('Entries without a Reference ID, name or type were passed over: {0}.', skipped)]
      : []),
  ];
}

function summary({ changes }: NamePlan): string {
  const differing = changes.filter(({ before }) => before).length;
  const added = changes.length - differing;
  return vscode.l10n.t('To register: {0}. With another name or type here: {1}.', added, differing);
}

function toItem({ connection, before, isUsed }: PlannedName) {
  const type = typeLabel(connection, localize);
  const detail = before
    ? vscode.l10n.t('Here: “{0}”, {1}', before.name, typeLabel(before, localize))
    : isUsed
      ? vscode.l10n.t('Used here, not registered')
      : vscode.l10n.t('Not used here');
  return {
    label: connection.name,
    description: `${type} · ${shortReferenceId(connection.referenceId)}`,
    detail,
    picked: true,
    connection,
  };
}
