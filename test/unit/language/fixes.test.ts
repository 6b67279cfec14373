import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection/connection';
import type { Knowledge } from '../../../src/core/connection/knowledge';
import { english } from '../../../src/core/english';
import { fixAll, fixesFor } from '../../../src/core/language/fixes';
import { fixesAt } from '../../../src/core/language/fixes/fixesAt';
import { applyEdits } from '../../../src/core/json/textEdit';
import { contextsOf } from '../../support/fixContexts';
import { chart, nodeId } from '../../support/goldens';
import { referenceId } from '../../support/flows';

const id = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';

/** What the fixes of the only problem say, the certain one with a star. */
function titlesOf(text: string): string[] {
  const contexts = contextsOf(text);
  assert.equal(contexts.length, 1);
  return contexts.flatMap(fixesFor).map(({ title, isCertain }) => `${isCertain ? '* ' : ''}${title}`);
}

/** The config of the only node after the first fix of the only problem. */
function fixedConfig(type: string, config: string): string {
  const text = chart({ type, config });
  const [fix] = contextsOf(text).flatMap(fixesFor);
  const fixed = applyEdits(text, fix?.edits ?? []);
  const [before = '', after = ''] = text.split(config);
  assert.ok(fixed.startsWith(before) && fixed.endsWith(after));
  assert.deepEqual(contextsOf(fixed), []);
  return fixed.slice(before.length, fixed.length - after.length);
}

describe('Fixes', () => {
  it('change a choice to the nearest ones, and are certain only of a slip', () => {
    assert.deepEqual(titlesOf(chart({ type: 'httpRequest', config: '{"url": "u", "type": "PSOT"}' })), [
      '* Change to "POST"',
      'Change to "PUT"',
      'Change to "GET"',
    ]);
    assert.deepEqual(
      titlesOf(chart({ type: 'httpRequest', config: '{"url": "u", "type": "get"}' }))[0],
      '* Change to "GET"',
    );
    const short = '{"question": "q", "cleanTextLocale": "es"}';
    assert.ok(titlesOf(chart({ type: 'cleanText', config: short })).every((title) => !title.startsWith('*')));
    const far = titlesOf(chart({ type: 'httpRequest', config: '{"url": "u", "type": "FETCHING"}' }));
    assert.ok(far.length === 3 && far.every((title) => !title.startsWith('*')));
    const capitals = titlesOf(
      chart({ type: 'cleanText', config: '{"question": "q", "cleanTextLocale": "DE"}' }),
    );
    assert.equal(capitals[0], '* Change to "de"', 'in a short choice capitals are the one slip that may be');
    const mode = titlesOf(chart({ type: 'searchExtractOutput', config: '{"mode": "sex"}' }));
    assert.deepEqual(mode, ['Change to "seo"', 'Change to "se"', 'Change to "s"'], 'two are as near');
    assert.equal(
      fixedConfig('httpRequest', '{"url": "u", "type":  "PSOT"}'),
      '{"url": "u", "type":  "POST"}',
    );
  });

  it('turn words into true and false', () => {
    assert.equal(
      fixedConfig('httpRequest', '{"url": "u", "abortOnError": "no"}'),
      '{"url": "u", "abortOnError": false}',
    );
    assert.deepEqual(
      titlesOf(chart({ type: 'httpRequest', config: '{"url": "u", "abortOnError": "maybe"}' })),
      ['Change to true', 'Change to false'],
    );
  });

  it('bring a number to its bound', () => {
    assert.equal(fixedConfig('fuzzySearch', '{"distance": 1001}'), '{"distance": 1000}');
    assert.equal(fixedConfig('fuzzySearch', '{"distance": -1}'), '{"distance": 0}');
    assert.deepEqual(titlesOf(chart({ type: 'fuzzySearch', config: '{"distance": -1}' })), ['Change to 0']);
  });

  it('choose None as the platform does, and empty the keys of all types of authentication', () => {
    const config = `{"url": "u", "authType": "basic", "basicConnection": "", "oAuth2Connection": "${id}"}`;
    const text = chart({ type: 'httpRequest', config });
    const missing = contextsOf(text).find(({ problem }) => problem.code === 'connection-missing');
    const [fix] = missing ? fixesFor(missing) : [];
    const fixed = applyEdits(text, fix?.edits ?? []);
    assert.equal(fixed, text.replace('"basic",', '"none",').replace(`"${id}"`, '""'));
    assert.deepEqual([fix?.title, fix?.isCertain], ['Call without authentication', false]);
  });

  it('offer no None to a node that can not be without a Connection', () => {
    for (const config of ['{"connection": ""}', '{"connection": "", "authType": "basic"}']) {
      assert.deepEqual(titlesOf(chart({ type: 'mongoFind', extension: '@cognigy/mongodb', config })), []);
    }
  });

  it('clear what is left over under a key that is not used', () => {
    assert.equal(
      fixedConfig('httpRequest', `{"url": "u", "authType": "none", "basicConnection": "${id}"}`),
      '{"url": "u", "authType": "none", "basicConnection": ""}',
    );
  });

  it('clear what is no Reference ID, but only when asked to', () => {
    const config = '{"url": "u", "authType": "basic", "basicConnection": "Bearer abcdefghijklmnop"}';
    assert.deepEqual(titlesOf(chart({ type: 'httpRequest', config })), ['Clear “basicConnection”']);
  });

  it('change an ID or a name to the nearest Connection of the right type, and are certain only of a slip', () => {
    const connection = (digit: string, name: string, type = 'http_basic'): Connection => {
      const own = referenceId(digit);
      return { referenceId: own, name, type, extension: '@cognigy/basic-nodes', isTemporary: false };
    };
    const all = [
      connection('a', 'ServiceNow'),
      connection('b', 'Jira', 'http_oauth2'),
      connection('c', 'Mail'),
    ];
    const fixesOf = (value: string, connections: readonly Connection[] = all) => {
      const config = `{"url": "u", "authType": "basic", "basicConnection": "${value}"}`;
      const known: Knowledge = {
        referenceId: (own) => {
          const found = connections.find((one) => one.referenceId === own);
          return found ? { kind: 'declared', connection: found } : { kind: 'undeclared' };
        },
      };
      const contexts = contextsOf(chart({ type: 'httpRequest', config }), known);
      return contexts
        .flatMap((context) => fixesFor({ ...context, connections }))
        .map(({ title, isCertain }) => `${isCertain ? '* ' : ''}${title}`);
    };
    const clear = 'Clear “basicConnection”';
    assert.deepEqual(fixesOf(referenceId('a').replace('581d', '518d')), [
      '* Change to “ServiceNow”',
      'Change to “Mail”',
      clear,
    ]);
    assert.deepEqual(fixesOf('servicenw'), ['Change to “ServiceNow”', clear]);
    const asNear = ['Change to “ServiceNow”', 'Change to “Mail”', clear];
    assert.deepEqual(fixesOf(referenceId('d')), asNear, 'two IDs that are as near');
    const three = [connection('a', 'SAP'), connection('d', 'CRM'), connection('b', 'CRN', 'http_oauth2')];
    const both = ['Change to “CRM”', 'Change to “SAP”'];
    assert.deepEqual(fixesOf('ERP', three).toSorted(), [...both, clear], 'names that are short, and alike');
    assert.deepEqual(fixesOf(referenceId('b'), three), ['Change to “CRM”', clear], 'an ID that is another’s');
    const others = ['Change to “ServiceNow”', 'Change to “Mail”', clear];
    assert.deepEqual(fixesOf(referenceId('b')).sort(), others.toSorted());
    const many = ['1', '2', '3', '4'].map((digit) => connection(digit, `Another of them ${digit}${digit}`));
    assert.deepEqual(fixesOf('0f1e2d3c-9bd7-4a35-0000-000000000000', [...all, ...many]), [clear]);
  });

  it('delete no Reference ID because the choice beside it is wrong (8.7)', () => {
    const config = `{"url": "u", "authType": "basci", "basicConnection": "${id}"}`;
    const text = chart({ type: 'httpRequest', config });
    assert.deepEqual(
      contextsOf(text).map(({ problem }) => problem.code),
      ['config-enum'],
    );
    assert.equal(applyEdits(text, fixAll(contextsOf(text))), text.replace('basci', 'basic'));
    const repeated = chart({ type: 'wait', config: `{"a": "${id}", "a": ""}` });
    assert.equal(applyEdits(repeated, fixAll(contextsOf(repeated))), repeated);
  });

  it('lead an edge to the node that nothing leads to, and none of it is done by Fix All (8.8)', () => {
    const sound = chart({ type: 'wait' });
    const [, wait = ''] = /"next": "(\w+)"/.exec(sound) ?? [];
    const off = sound.replace(`"next": "${wait}"`, `"next": "${wait.slice(0, -1)}f"`);
    assert.notEqual(off, sound);
    const dangling = contextsOf(off).filter(({ problem }) => problem.code === 'dangling-edge');
    const fixes = dangling.flatMap(fixesFor);
    assert.deepEqual(
      fixes.map(({ isCertain }) => isCertain),
      [false, false],
    );
    assert.match(fixes[0]?.title ?? '', /^Change to “/);
    assert.equal(applyEdits(off, fixes[0]?.edits ?? []), sound);
    assert.equal(applyEdits(off, fixAll(contextsOf(off))), off);
  });

  it('take out references to nodes that are not there, with their commas', () => {
    const sound = chart({ type: 'wait' });
    const gone = `"${'9'.repeat(24)}"`;
    const child = sound.replace('"children": []', `"children": [${gone}]`);
    const removed = (text: string) =>
      applyEdits(
        text,
        contextsOf(text)
          .filter(({ problem }) => problem.code === 'dangling-edge')
          .flatMap((context) => fixesFor(context).at(-1)?.edits ?? []),
      );
    assert.equal(removed(child), sound);
    const next = sound.replace('"next": null', `"next": ${gone}`);
    assert.equal(removed(next), sound);
    const branched = chart({
      type: 'once',
      branches: [[{ type: 'onFirstExecution' }], [{ type: 'afterwards' }]],
    });
    const among = branched.replace(/"children": \[("\w+"),/, `"children": [$1, ${gone},\n `);
    assert.notEqual(among, branched);
    const fixed = removed(among);
    assert.deepEqual(JSON.parse(fixed), JSON.parse(branched));
    assert.equal(fixed.replaceAll(/\s/g, ''), branched.replaceAll(/\s/g, ''));
  });

  it('remove the first of two equal keys, which has no effect', () => {
    assert.equal(fixedConfig('wait', '{"a": 1, "b": 2, "a": 3}'), '{"b": 2, "a": 3}');
    assert.equal(fixedConfig('wait', '{"a": {"x": 1},\n  "a": 3}'), '{"a": 3}');
  });

  it('are made for the place that is asked about alone, and those of its kind are found', () => {
    const config = '{"url": "u", "type": "PSOT"}';
    const text = chart({ type: 'httpRequest', config }, { type: 'httpRequest', label: nodeId(2), config });
    let made = 0;
    const counting: typeof english = (message, ...args) => {
      made++;
      return english(message, ...args);
    };
    const contexts = contextsOf(text).map((context) => ({ ...context, t: counting }));
    assert.equal(contexts.length, 2);
    const { here, fixes, alike } = fixesAt(contexts, { offset: text.indexOf('PSOT'), length: 0 });
    assert.deepEqual(here, contexts.slice(0, 1));
    assert.equal(fixes.length, 3);
    assert.equal(made, 3, 'titles');
    assert.deepEqual(alike, [contexts]);
    const elsewhere = fixesAt(contexts, { offset: 0, length: 0 });
    assert.deepEqual(elsewhere, { here: [], fixes: [], alike: [] });
    assert.equal(made, 3);
  });
});
