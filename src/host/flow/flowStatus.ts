import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import { countConnections } from '../../core/language/countConnections';
import type { Logger } from '../../core/ports';
import { viewIds } from '../../contributions';
import { flowSelector } from '../flowLanguages';
import { nodeCount } from '../localize';
import type { WorkspaceIndex } from '../workspaceIndex';
import type { ActiveFlow, OpenFlow } from './activeFlow';
import { flowName } from './flowName';
import { onOneLine, withoutIcons } from '../../core/shownText';

/** What `{}` in the status bar says of a flow file: `Main · en-US: 42 nodes, 3 Connections`. */
export class FlowStatus implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[];
  #item: vscode.LanguageStatusItem | undefined;

  constructor(
    private readonly active: ActiveFlow,
    private readonly index: WorkspaceIndex,
    private readonly loadCatalog: () => Promise<Catalog>,
    log: Logger,
  ) {
    const update = () => {
      this.#update().catch((error: unknown) => log.error('Showing the status', error));
    };
    this.#subscriptions = [active.onDidChange(update), index.onDidChange(update)];
  }

  /** What is shown; undefined for files that are no flows. */
  get text(): string | undefined {
    return this.#item?.text;
  }

  async #update(): Promise<void> {
    const file = this.active.current;
    if (!file) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    await this.index.start();
    const catalog = await this.loadCatalog();
    // Whoever changed it meanwhile said so, and that is on its way.
    if (file !== this.active.current) return;
    this.#item ??= createItem();
    this.#item.text = vscode.l10n.t(
      '{0}: {1}, {2}',
      withoutIcons(onOneLine(flowName(file))),
      nodeCount(file.flow.nodes.length),
      connectionCount(this.#countIn(file, catalog)),
    );
  }

  #countIn({ document, flow }: OpenFlow, catalog: Catalog): number {
    const located = this.index.locate(document.uri);
    const project = located && this.index.projectOfFlow(located)?.project;
    return countConnections(flow, catalog, project && { project, path: located.path });
  }

  dispose(): void {
    this.#item?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem(viewIds.flow, flowSelector);
  item.name = vscode.l10n.t('Flow');
  item.command = { title: vscode.l10n.t('Show Flow'), command: `${viewIds.flow}.focus` };
  return item;
}

function connectionCount(count: number): string {
  if (count === 0) return vscode.l10n.t('no Connections');
  return count === 1 ? vscode.l10n.t('1 Connection') : vscode.l10n.t('{0} Connections', count);
}
