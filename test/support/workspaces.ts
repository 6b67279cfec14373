import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  chartText,
  connectionsText,
  entry,
  httpNode,
  referenceId,
  flowConfigText,
  localesText,
} from './flows';

const agents = [
  'agent',
  'sales/agent',
  'support/agent',
  'envs/prod/agent',
  'envs/dev/agent',
  'old/copy/agent',
];
const digits = ['a', 'b', 'c', 'd'];

/**
 * Makes a workspace in an empty folder: agents with flows that use Connections and lead to each other, what marks
 * projects at some levels, links, copies that are left out. Every flow file has a problem, so that it shows whether it
 * was judged. Gives the folders and files to ask for.
 */
export function makeWorkspace(folder: string, random: () => number): string[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[], chance: number): T[] => list.filter(() => random() < chance);
  const paths: string[] = [];
  const made = new Set<string>();
  const put = (path: string, content: string) => {
    const parent = dirname(path);
    if (!made.has(parent)) mkdirSync(join(folder, parent), { recursive: true });
    made.add(parent);
    writeFileSync(join(folder, path), content);
  };
  const putFlow = (agent: string, flow: string, id: string) => {
    const target = { flow: referenceId(pick(digits)), node: referenceId(pick(digits)) };
    const jump = {
      ...httpNode('2', 'Jump', { flowNode: target }),
      type: 'goTo',
      referenceId: referenceId(id),
    };
    const use = httpNode('1', 'Get', {
      authType: 'basic',
      url: '/x',
      basicConnection: referenceId(pick(digits)),
    });
    // A node that nothing leads to: a problem in every file.
    put(`${agent}/flows/${flow}/en-US/chart.json`, chartText(use, jump));
    if (random() < 0.5) put(`${agent}/flows/${flow}/en-US/intents.json`, '[]');
    put(`${agent}/flows/${flow}/config.json`, flowConfigText(flow, id));
    paths.push(`${agent}/flows/${flow}`, `${agent}/flows/${flow}/en-US/chart.json`);
  };
  const declare = (project: string, name = 'connections.json', more = {}) => {
    const text = connectionsText(...some(digits, 0.4).map((digit) => entry(referenceId(digit), digit)));
    put(`${project}/.cognigy/${name}`, JSON.stringify({ ...(JSON.parse(text) as object), ...more }));
  };

  const used = ['agent', ...some(agents.slice(1), 0.22)];
  for (const agent of used) {
    const project = dirname(agent);
    putFlow(agent, 'Main', pick(digits));
    if (random() < 0.3) putFlow(agent, 'Über uns', pick(digits));
    put(`${agent}/flows/locales.json`, localesText);
    if (random() < 0.3) put(`${agent}/connections/own.json`, JSON.stringify(entry(referenceId('d'), 'own')));
    if (random() < 0.3) put(`${project}/by hand.flow.json`, chartText(httpNode('3', 'Alone', {})));
    paths.push(agent, project);
    for (const place of [project, dirname(project)]) {
      if (random() < 0.35) declare(place);
      if (random() < 0.2) put(`${place}/config.json`, '{"agent": "x", "agentDir": "./agent"}');
      if (random() < 0.1) put(`${place}/.cognigy/validation.json`, '{"rules": {"flow-not-pushed": "off"}}');
    }
    if (random() < 0.15) declare('.', `connections.${agent.replaceAll('/', '-')}.json`, { agentDir: agent });
    if (random() < 0.05) put(`${agent}/.git`, 'gitdir: ../.git/modules/agent\n');
    const git = pick(['repository', 'worktree', ...Array.from({ length: 12 }, () => 'none')]);
    if (project === '.' || existsSync(join(folder, project, '.git'))) continue;
    if (git === 'repository') mkdirSync(join(folder, project, '.git'));
    if (git === 'worktree') put(`${project}/.git`, 'gitdir: /x/.git/worktrees/one');
  }
  if (random() < 0.4) mkdirSync(join(folder, '.git'), { recursive: true });
  if (random() < 0.4)
    put('.gitignore', pick(['old/\n', '/envs/*\n!/envs/prod/\n', '*.flow.json\n', 'copy\n']));
  if (random() < 0.2) put('sales/.gitignore', pick(['agent/flows/Main/\n', 'agent/\n', '*\n!agent\n']));
  if (random() < 0.3) {
    const exclude = [pick(['old', '**/dev', 'agent/flows/Main', '**/*.flow.json'])];
    put('.cognigy/validation.json', JSON.stringify({ exclude }));
  }
  if (random() < 0.5) {
    const path = pick(['linked', 'sales/linked', 'envs/linked']);
    const target = pick([...used, ...used.map((agent) => dirname(agent)), '.']);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(folder, target), join(folder, path), 'junction');
    paths.push(path, dirname(path));
  }
  return [...new Set(paths)];
}
