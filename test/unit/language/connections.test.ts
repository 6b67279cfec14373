import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { knowledgeFor } from '../../../src/core/connection/knowledge';
import { resolveProjects, type Project } from '../../../src/core/connection/projects';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { complete } from '../../../src/core/language/complete';
import { connectionHints } from '../../../src/core/language/connectionHints';
import { connectionHoverAt, type ConnectionWords } from '../../../src/core/language/connectionHover';
import { snippetHoverAt } from '../../../src/core/language/snippetHover';
import { dropReferenceId, pasteReferenceId } from '../../../src/core/language/pasteReferenceId';
import { readNewReference, renameTargetAt } from '../../../src/core/language/rename';
import { applyEdits } from '../../../src/core/json/textEdit';
import { shippedCatalog } from '../../support/catalog';
import { atCursor } from '../../support/cursor';
import { connectionsText, entry, factsOf, readFixture, referenceId, sampleFlows } from '../../support/flows';
import { chart } from '../../support/goldens';

const catalog = shippedCatalog();
const a = referenceId('a');
const b = referenceId('b');
const c = referenceId('c');
const path = 'agent/flows/Main/en-US/chart.json';
const http = (config: string) => chart({ type: 'httpRequest', label: 'Get ticket', config });
const basic = (value: string) => http(`{"url": "u", "authType": "basic", "basicConnection": "${value}"}`);

/** The project of a flow with these Connections; `others` are files besides. */
function project(
  text: string,
  connections: readonly unknown[],
  others: Record<string, string> = {},
): Project {
  const facts = factsOf({
    [path]: text,
    ...(connections.length > 0 && { '.cognigy/connections.json': connectionsText(...connections) }),
    ...others,
  });
  const [found] = resolveProjects(facts, 'Work');
  assert.ok(found);
  return found;
}

const named = [
  { ...entry(a, 'ServiceNow'), description: 'Ticket *system*' },
  { ...entry(b, 'Jira'), type: 'http_oauth2' },
  { ...entry(c, 'Draft'), temporary: true },
];

/** The hints of a text, each with a few characters before it. */
function hints(text: string, connections: readonly unknown[] = named): string[] {
  const knowledge = knowledgeFor(project(text, connections), path);
  const range = { offset: 0, length: text.length };
  return connectionHints(new JsonDocument(text), range, catalog, knowledge, english).map(
    ({ offset, label, tooltip }) => `${text.slice(offset - 3, offset)}${label} (${tooltip})`,
  );
}

describe('Hints behind Reference IDs', () => {
  it('name the Connection, and its type on demand', () => {
    assert.deepEqual(hints(basic(a)), ['1d" ServiceNow (Basic Auth)']);
    assert.deepEqual(hints(basic(a.toUpperCase()).replaceAll('\n', '\r\n')), ['1D" ServiceNow (Basic Auth)']);
  });

  it('share a line, which VS Code cuts after 43 characters (73)', () => {
    const trial = 'test/fixtures/trials/73-one-line-two-ids';
    const text = readFileSync(`${trial}/package/nodeData/d2e84f06f66b66d2ee3c1911`, 'utf8');
    const declared = (
      JSON.parse(readFileSync(`${trial}/.cognigy/connections.json`, 'utf8')) as { connections: unknown[] }
    ).connections;
    const found = hints(text, declared);
    assert.deepEqual(
      found.map((hint) => hint.slice(3)),
      [
        ' ServiceNow productio… (ServiceNow production instance of the Berlin office, EU · Basic Auth)',
        ' ServiceNow OAuth fo… (ServiceNow OAuth for the Munich office · OAuth2)',
      ],
    );
    // What is short leaves its room to the others, and lines of their own need not share.
    const two = (first: string, second: string, between = ' ') =>
      hints(http(`{"authType": "basic", "basicConnection": "${a}",${between}"oAuth2Connection": "${b}"}`), [
        entry(a, first),
        { ...entry(b, second), type: 'http_oauth2' },
      ]).map((hint) => hint.slice(4, hint.indexOf('(') - 1));
    assert.deepEqual(two('X', 'y'.repeat(60)), ['X', `${'y'.repeat(39)}…`]);
    assert.deepEqual(two('x'.repeat(60), 'y'.repeat(60), '\n'), ['x'.repeat(60), 'y'.repeat(60)]);
  });

  it('add real trouble alone', () => {
    assert.deepEqual(hints(basic(b)), ['1d" Jira · wrong type: OAuth2 (OAuth2)']);
    assert.deepEqual(hints(basic(c)), ['1d" Draft · temporary (Basic Auth)']);
    assert.deepEqual(hints(basic(referenceId('d'))), ['1d" not registered (Basic Auth)']);
  });

  it('say nothing of what can’t be known, and judge no field that does not count', () => {
    assert.deepEqual(hints(basic(referenceId('d')), []), []);
    assert.deepEqual(hints(basic('{{context.id}}')), []);
    assert.deepEqual(hints(http(`{"authType": "none", "basicConnection": "${b}"}`)), ['1d" Jira (OAuth2)']);
    assert.deepEqual(hints(http(`{"authType": "none", "basicConnection": "${referenceId('d')}"}`)), []);
  });

  it('name a registered Connection wherever its ID stands in a config', () => {
    assert.deepEqual(hints(chart({ type: 'code', config: `{"x": ["${a}"]}` })), [
      '1d" ServiceNow (Basic Auth)',
    ]);
  });

  it('are those of the range alone, in every shape and in half-typed text', () => {
    const config = `{"authType": "basic", "basicConnection": "${a}"}`;
    const node = `{"type": "httpRequest", "extension": "@cognigy/basic-nodes", "config": ${config}}`;
    const localized = node.replace('"config"', '"localizedData": [{"config"').replace(/\}$/, '}]}');
    const knowledge = knowledgeFor(project(basic(a), named), path);
    const count = (text: string, from = 0, to = text.length) =>
      connectionHints(
        new JsonDocument(text),
        { offset: from, length: to - from },
        catalog,
        knowledge,
        english,
      ).length;
    const three = `{"nodes": [${[node, node, node].join()}]}`;
    assert.equal(count(three), 3);
    assert.equal(count(three, node.length + 20, 2 * node.length + 12), 1);
    assert.equal(count(`[{"_data": ${node}}]`), 1);
    assert.equal(count(localized), 1);
    assert.equal(count(`{"nodes": [${node}, {"type":`), 1);
  });
});

const words: ConnectionWords = {
  credentials: () => 'No credentials',
  uses: (uses) => `${uses.length} uses`,
  where: ({ flow, locale }) => `${flow} · ${locale ?? ''}`,
  link: (action) => action,
};

function hover(marked: string, connections: readonly unknown[] = named, others: Record<string, string> = {}) {
  const { text, offset } = atCursor(marked);
  const where = { project: project(text, connections, others), path };
  return connectionHoverAt(new JsonDocument(text), offset, catalog, where, words, english)?.markdown;
}

describe('Hover on a Reference ID', () => {
  const marked = basic(a).replace(a, `${a.slice(0, 4)}|${a.slice(4)}`);

  it('tells the name, type, description and credentials, and what can be done', () => {
    assert.deepEqual(hover(marked)?.split('\n\n'), [
      '**ServiceNow** · Basic Auth',
      'Ticket \\*system\\*',
      `Reference ID \`${a}\``,
      'No credentials',
      'edit · copy · showUses',
    ]);
  });

  it('names what else uses it: each node once, whatever its locales', () => {
    const other = (label: string) =>
      basic(a).replaceAll('Get ticket', label).replaceAll('a'.repeat(20), 'b'.repeat(20));
    const shown = hover(marked, named, {
      'agent/flows/Main/de-DE/chart.json': basic(a),
      'agent/flows/Other/en-US/chart.json': other('Close [it]'),
      'agent/flows/Other/de-DE/chart.json': other('Close [it]'),
    });
    assert.match(shown ?? '', /^Also used by 2 uses: Close \\\[it\\\] \(Other · de\\-DE\)$/m);
  });

  it('tells of an ID that nobody registered what can be done about it', () => {
    const unknown = marked.replaceAll(a.slice(0, 4), 'd258');
    assert.match(
      hover(unknown) ?? '',
      /^\*\*Basic Auth\*\* · This Reference ID isn’t .*register · choose · copy/s,
    );
    assert.match(hover(unknown, []) ?? '', /nothing is registered in this project/);
  });

  it('says what is wrong with one of another type, and with a temporary one', () => {
    assert.match(
      hover(marked.replaceAll(a.slice(0, 4), b.slice(0, 4))) ?? '',
      /This node needs Basic Auth\./,
    );
    assert.match(hover(marked.replaceAll(a.slice(0, 4), c.slice(0, 4))) ?? '', /Temporary Reference ID/);
  });

  it('is silent at other values', () => {
    for (const text of [http('{"url": "|u"}'), http(`{"other": "${referenceId('d')}|"}`), '|{}'])
      assert.equal(hover(text), undefined, text);
  });
});

describe('Hover on a snippet', () => {
  const value = { type: 'context', label: 'Größe', script: 'context.size' };
  const encoded = Buffer.from(JSON.stringify(value)).toString('base64');
  const at = (marked: string) => {
    const { text, offset } = atCursor(marked);
    return snippetHoverAt(new JsonDocument(text), offset, english);
  };

  it('decodes its label, its type and its script', () => {
    const found = at(`{"x": "hi [[snippet-${encoded.slice(0, 5)}|${encoded.slice(5)}]] there"}`);
    assert.equal(found?.markdown, '**Größe** · context\n\n`context.size`');
    assert.deepEqual(found.range, { offset: 10, length: encoded.length + 12 });
  });

  it('is silent outside of it, and where it can’t be decoded', () => {
    assert.equal(at(`{"x": "h|i [[snippet-${encoded}]]"}`), undefined);
    assert.equal(at('{"x": "[[snippet-AA|AA]]"}'), undefined);
  });
});

function offers(
  marked: string,
  connections: readonly unknown[] = named,
  others: Record<string, string> = {},
) {
  const { text, offset } = atCursor(marked);
  const knowledge = { project: project(text, connections, others), path, credentials: () => '' };
  return { text, list: complete(new JsonDocument(text), offset, catalog, english, knowledge) };
}

describe('Completion of a field for Connections', () => {
  it('offers those of its type, and a new one', () => {
    const { list, text } = offers(basic('|'));
    assert.deepEqual(
      list.map(({ label, detail }) => `${label} (${detail})`),
      ['Draft (Basic Auth · temporary)', 'ServiceNow (Basic Auth)', 'New Connection… (Basic Auth)'],
    );
    const [, second] = list;
    assert.ok(second);
    const { range, insert, also } = second;
    const after = applyEdits(text, [...also, { ...range, newText: insert.value + insert.after }]);
    assert.equal(after, basic(a));
    assert.deepEqual(list[2]?.then, { kind: 'newConnection', key: 'basicConnection' });
  });

  it('offers all of them where an ID stands, and puts the chosen one in its place', () => {
    const { list, text } = offers(basic(`${c.slice(0, 8)}|${c.slice(8)}`));
    const chosen = list.find(({ label }) => label === 'ServiceNow');
    assert.ok(chosen);
    assert.equal(chosen.filter, `"${c}"`);
    assert.equal(applyEdits(text, [{ ...chosen.range, newText: chosen.insert.value }]), basic(a));
  });

  it('asks for the Connection after a choice of authentication that needs one', () => {
    const { list } = offers(http('{"url": "u", "authType": "|", "basicConnection": ""}'));
    const sequels = list.map(({ label, then }) => `${label} ${then?.key ?? '–'}`);
    assert.deepEqual(sequels.slice(0, 3), ['none –', 'basic basicConnection', 'oAuth2 oAuth2Connection']);
    const set = offers(http(`{"url": "u", "authType": "|", "basicConnection": "${a}"}`)).list;
    assert.equal(set.find(({ label }) => label === 'basic')?.then, undefined);
  });
});

describe('Rename of a Reference ID', () => {
  const marked = basic(a).replace(a, `${a}|`);
  const answer = (typed: string, connections: readonly unknown[] = named, text = marked) => {
    const { text: plain, offset } = atCursor(text);
    const where = { project: project(plain, connections), path };
    const target = renameTargetAt(new JsonDocument(plain), offset, catalog, where);
    assert.ok(target);
    assert.equal(plain.slice(target.range.offset, target.range.offset + target.range.length).length, 36);
    const result = readNewReference(typed, target, where, english);
    return result.kind === 'replace' ? result.to : result.sentence;
  };

  it('begins with the name, or with the ID where it has none', () => {
    const { text, offset } = atCursor(marked);
    const place = (connections: readonly unknown[]) =>
      renameTargetAt(new JsonDocument(text), offset, catalog, { project: project(text, connections), path });
    assert.equal(place(named)?.placeholder, 'ServiceNow');
    assert.equal(place([])?.placeholder, a);
  });

  it('takes the name of a Connection of the type, or any Reference ID', () => {
    assert.equal(answer('draft '), c);
    assert.equal(answer(c.toUpperCase()), c);
    assert.equal(answer(referenceId('d')), referenceId('d'));
  });

  it('says why it takes nothing else', () => {
    const twice = [...named, entry(referenceId('e'), 'Draft')];
    assert.match(answer('Draft', twice), /^2 Connections are called “Draft”/);
    assert.equal(answer('Jira'), '“Jira” is an OAuth2 Connection. This node needs Basic Auth.');
    assert.equal(answer(b), '“Jira” is an OAuth2 Connection. This node needs Basic Auth.');
    assert.match(answer('Nobody'), /^No Connection of this project is called “Nobody”/);
    assert.equal(answer('ServiceNow'), '“ServiceNow” stands here already.');
    assert.equal(answer(a), 'This Reference ID stands here already.');
  });
});

describe('Paste into a field for Connections', () => {
  const paste = (marked: string, pasted: string, length = 0) => {
    const { text, offset } = atCursor(marked);
    const edit = pasteReferenceId(new JsonDocument(text), { offset, length }, pasted, catalog);
    return edit && applyEdits(text, [edit]);
  };

  it('replaces the whole value by a Reference ID, wherever the cursor is in it', () => {
    for (const value of ['|', `${a}|`, `${a.slice(0, 9)}|${a.slice(9)}`, 'half| typed'])
      for (const pasted of [b, ` ${b.toUpperCase()}\n`, `"${b}"`])
        assert.equal(paste(basic(value), pasted), basic(b));
    assert.equal(paste(basic(`a|bc`), b, 2), basic(b));
  });

  it('leaves other texts, other places and selections that reach beyond it alone', () => {
    assert.equal(paste(basic('|'), 'hello'), undefined);
    assert.equal(paste(basic('a').replace('"url": "u"', '"url": "|u"'), b), undefined);
    assert.equal(paste(basic('a|'), b, 5), undefined);
    assert.equal(paste(basic('').replace('"basicConnection"', '|"basicConnection"'), b), undefined);
  });

  it('takes a text that is dropped on a quotation mark for one dropped between them', () => {
    const drop = (marked: string, dropped: string) => {
      const { text, offset } = atCursor(marked);
      const edit = dropReferenceId(new JsonDocument(text), offset, dropped, catalog);
      return edit && applyEdits(text, [edit]);
    };
    for (const value of ['|""', '"|"', '""|', `"${a}|"`])
      assert.equal(
        drop(basic('').replace('"basicConnection": ""', `"basicConnection": ${value}`), b),
        basic(b),
      );
    assert.equal(drop(basic('|'), 'hello'), undefined);
    assert.equal(drop(basic('').replace('"basicConnection"', '|"basicConnection"'), b), undefined);
  });

  it('changes nothing else in the samples', () => {
    let count = 0;
    for (const sample of sampleFlows()) {
      const text = readFixture(sample).replaceAll('\n', '\r\n');
      const document = new JsonDocument(text);
      for (const match of text.matchAll(/"\w*[cC]onnection":\s*"([^"]*)"/g)) {
        const offset = match.index + match[0].length - 1;
        const edit = pasteReferenceId(document, { offset, length: 0 }, b, catalog);
        if (!edit) continue;
        const start = offset - (match[1] ?? '').length;
        assert.equal(applyEdits(text, [edit]), text.slice(0, start) + b + text.slice(offset));
        count++;
      }
    }
    assert.ok(count > 5, String(count));
  });
});
