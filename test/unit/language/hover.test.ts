import assert from 'node:assert/strict';
import { english } from '../../../src/core/english';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { describeCondition } from '../../../src/core/language/describeCondition';
import { hoverAt } from '../../../src/core/language/hover';
import { toCode } from '../../../src/core/language/markdown';
import { shippedCatalog } from '../../support/catalog';
import { atCursor } from '../../support/cursor';
import { chart } from '../../support/goldens';

const catalog = shippedCatalog();

/** What is shown at `|`: the text that it is shown for, and what is said. */
function hover(marked: string): [string, string] | undefined {
  const { text, offset } = atCursor(marked);
  const found = hoverAt(new JsonDocument(text), offset, catalog, english);
  return found && [text.slice(found.range.offset, found.range.offset + found.range.length), found.markdown];
}

const http = (config: string) => chart({ type: 'httpRequest', config });

describe('Hover', () => {
  it('tells what a node of the type does', () => {
    const found = hover(chart({ type: 'http|Request' }).replace('"label": "http|Request"', '"label": ""'));
    assert.equal(found?.[0], '"httpRequest"');
    assert.match(found[1], /^\*\*HTTP Request\*\* · `@cognigy\/basic-nodes`\n\n\w.*\.$/);
  });

  it('tells of a key, and of its value the same', () => {
    const key = hover(http('{"basic|Connection": "x"}'));
    const value = hover(http('{"basicConnection": "x|"}'));
    assert.equal(key?.[0], '"basicConnection"');
    assert.equal(value?.[0], '"x"');
    assert.equal(key[1], value[1]);
    assert.match(key[1], /^\*\*basicConnection\*\* · Connection\n\n/);
    assert.match(key[1], /Counts only while `authType` is `basic`\.$/);
  });

  it('tells what a key takes', () => {
    assert.match(
      hover(http('{"typ|e": "x"}'))?.[1] ?? '',
      /choice, required[^]*Takes `GET`, `POST`[^]*Unset, it is `GET`\./,
    );
    assert.match(hover(http('{"timeout": 1|}'))?.[1] ?? '', /From 2000 to 30000\./);
  });

  it('tells it in half-typed text, in every shape, with either line ending', () => {
    const node = '{"type": "httpRequest", "extension": "@cognigy/basic-nodes", "config": {\n"ur|l": \n}}';
    for (const text of [`{"nodes": [${node}]}`, `[{"_data": ${node}}]`, `{"nodes": [${node}`]) {
      assert.equal(hover(text)?.[0], '"url"', text);
      assert.equal(hover(text.replaceAll('\n', '\r\n'))?.[0], '"url"', text);
    }
    const inPackage =
      '{"type": "httpRequest", "extension": "@cognigy/basic-nodes", "localizedData": [{"config": {"ur|l": 1}}]}';
    assert.equal(hover(inPackage)?.[0], '"url"');
  });

  it('is silent where nobody declares anything', () => {
    for (const text of [
      http('{"other|": 1}'),
      http('{"headers": {"ur|l": 1}}'),
      http('{ | }'),
      http('{"url": | }'),
      http('{"url"| : 1}').replace('"url"| :', '"url" | :'),
      chart({ type: 'never|Heard', label: '' }),
      chart({ type: 'httpRequest', label: 'la|bel' }),
      '|{}',
    ]) {
      assert.equal(hover(text), undefined, text);
    }
  });
});

describe('Conditions in words', () => {
  for (const [name, condition, expected] of [
    ['a value', { key: 'a', value: 'x' }, '`a` is `x`'],
    ['any other value', { key: 'a', value: 'x', negate: true }, '`a` isn’t `x`'],
    ['no value', { key: 'a', value: '' }, '`a` isn’t set'],
    ['any value', { key: 'a', value: null, negate: true }, '`a` is set'],
    [
      'all of them',
      {
        and: [
          { key: 'a', value: 1 },
          { key: 'b', value: true },
        ],
      },
      '`a` is `1` and `b` is `true`',
    ],
    [
      'one of them, each once',
      {
        or: [
          { key: 'a', value: '' },
          { key: 'a', value: null },
          { key: 'b', value: 'y' },
        ],
      },
      '`a` isn’t set or `b` is `y`',
    ],
    [
      'groups in groups',
      {
        or: [
          { key: 'a', value: 1 },
          {
            and: [
              { key: 'b', value: 2 },
              { key: 'c', value: 3 },
            ],
          },
        ],
      },
      '`a` is `1` or (`b` is `2` and `c` is `3`)',
    ],
    ['nothing', { and: [] }, ''],
  ] as const) {
    it(`name ${name}`, () => assert.equal(describeCondition(condition, english), expected));
  }
});

describe('Inline code', () => {
  it('shows any value as it is', () => {
    assert.equal(toCode('a b'), '`a b`');
    assert.equal(toCode(''), '`""`');
    assert.equal(toCode('\n'), '`"\\n"`');
    assert.equal(toCode('a`b'), '`` a`b ``');
    assert.equal(toCode(null), '`null`');
  });
});
