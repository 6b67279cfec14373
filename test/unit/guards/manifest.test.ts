import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  commandIds,
  connectionScheme,
  contextKeys,
  editorIds,
  partScheme,
  settingIds,
  submenuIds,
  treeContexts,
  viewIds,
} from '../../../src/contributions';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly grammars: readonly { readonly scopeName: string; readonly path: string }[];
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { contributes } = manifest;
const menuItems = Object.values(contributes.menus).flat();
const sorted = (values: Iterable<string>) => [...values].sort();

describe('Manifest', () => {
  it('contributes the commands that the code registers, and no others', () => {
    assert.deepEqual(
      sorted(contributes.commands.map(({ command }) => command)),
      sorted(Object.values(commandIds)),
    );
    const registered = new Set<string>(Object.values(commandIds));
    for (const { command } of menuItems) assert.ok(command === undefined || registered.has(command), command);
  });

  it('contributes the views and editors that the code fills, and no others', () => {
    const views = Object.values(contributes.views).flat();
    assert.deepEqual(sorted(views.map(({ id }) => id)), sorted(Object.values(viewIds)));
    assert.deepEqual(
      Object.keys(contributes.views),
      contributes.viewsContainers.activitybar.map(({ id }) => id),
    );
    for (const { view } of contributes.viewsWelcome) assert.ok(views.some(({ id }) => id === view));
    assert.deepEqual(
      contributes.customEditors.map(({ viewType, selector }) => [viewType, selector[0]?.filenamePattern]),
      [[editorIds.connection, `${connectionScheme}:/**`]],
    );
  });

  it('contributes the submenus that the code names, each shown somewhere and filled', () => {
    const ids = sorted(Object.values(submenuIds));
    assert.deepEqual(sorted(contributes.submenus.map(({ id }) => id)), ids);
    assert.deepEqual(sorted(menuItems.flatMap(({ submenu }) => submenu ?? [])), ids);
    for (const id of ids) assert.ok(contributes.menus[id]?.length, id);
  });

  it('contributes the settings that the code reads, and no others', () => {
    assert.deepEqual(
      sorted(Object.keys(contributes.configuration.properties)),
      sorted(Object.values(settingIds)),
    );
  });

  it('asks in when clauses only for keys and items that the code sets', () => {
    const conditions = [
      ...[...menuItems, ...contributes.viewsWelcome].map(({ when }) => when),
      ...contributes.commands.map(({ enablement }) => enablement),
    ];
    const clauses = conditions.map((condition) => condition ?? '').join(' ');
    const keys = new Set(clauses.match(/flowConnections\.\w+/g));
    const known = new Set<string>([...Object.values(contextKeys), ...Object.values(viewIds)]);
    for (const key of keys) assert.ok(known.has(key), key);
    for (const key of Object.values(contextKeys))
      assert.ok(keys.has(key), `${key} is set and never asked for`);
    const patterns = [...clauses.matchAll(/viewItem =~ \/(.*?)\/(?: |$)/g)].map(
      ([, pattern]) => new RegExp(pattern!),
    );
    assert.ok(patterns.length > 0);
    for (const pattern of patterns) {
      assert.ok(
        Object.values(treeContexts).some((context) => pattern.test(context)),
        String(pattern),
      );
    }
  });

  it('shows every command in the palette under its category, or hides it there', () => {
    const hidden = new Set(
      (contributes.menus.commandPalette ?? [])
        .filter(({ when }) => when === 'false')
        .map(({ command }) => command),
    );
    for (const { command, category } of contributes.commands) {
      assert.equal(category === undefined, hidden.has(command), command);
    }
  });

  it('has every text in package.nls.json, and none in vain', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(sorted(new Set(used)), sorted(Object.keys(texts)));
    const commands = Object.values(texts)
      .join(' ')
      .matchAll(/\(command:([\w.]+)\)/g);
    for (const [, command] of commands)
      assert.ok(Object.values<string>(commandIds).includes(command!), command);
  });

  it('wakes up for flows and JSON, not for every window', () => {
    assert.ok(!manifest.activationEvents.some((event) => event === '*' || event === 'onStartupFinished'));
    assert.ok(manifest.activationEvents.includes('onLanguage:json'));
    assert.ok(manifest.activationEvents.includes(`onFileSystem:${partScheme}`));
  });

  it('builds against the API of the oldest VS Code it runs in, and ships no node_modules', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
    assert.equal(manifest.dependencies, undefined);
  });

  it('names each grammar as its file does, and leaves no file of syntaxes out', () => {
    for (const { scopeName, path } of contributes.grammars) {
      assert.equal((JSON.parse(readFileSync(path, 'utf8')) as { scopeName: string }).scopeName, scopeName);
    }
    assert.deepEqual(
      contributes.grammars.map(({ path }) => path),
      readdirSync('syntaxes').map((name) => `./syntaxes/${name}`),
    );
  });

  it('contributes every schema', () => {
    assert.deepEqual(
      contributes.jsonValidation.map(({ url }) => url).sort(),
      readdirSync('schemas')
        .filter((name) => name.endsWith('.schema.json'))
        .map((name) => `./schemas/${name}`)
        .sort(),
    );
  });

  it('names files that are there', () => {
    const named = [...text.matchAll(/"(?:\.\/)?((?:media|dist|schemas|syntaxes)\/[^"]+)"/g)].map(
      ([, file]) => file!,
    );
    assert.ok(named.length >= 4);
    for (const file of named) assert.ok(existsSync(file), file);
  });
});
