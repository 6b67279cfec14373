import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { joinAlike, loadGrammar, scopesOf, type ScopedText } from '../../support/grammars';

const suffix = '.cognigyscript';
const isOwn = (scope: string) => scope.endsWith(suffix);
const hasOwn = ({ scopes }: ScopedText) => scopes.some(isOwn);

/** A chart of some lines, one of which holds the value; the following lines show whether anything ran on. */
function around(value: string): string {
  return `{\n  "text": "${value}",\n  "next": [1, "a", { "b": null }], // end\n  "last": true\n}`;
}

/** The pieces of the value's line that are coloured, each with its innermost scope, without its last part. */
function coloured(grammar: IGrammar, value: string): string[] {
  return (scopesOf(grammar, around(value))[1] ?? [])
    .filter((piece) => piece.text.trim() !== '' && hasOwn(piece))
    .map(({ text, scopes }) => `${text} ${(scopes.at(-1) ?? '').replace(suffix, '')}`);
}

/**
 * What the JSON grammar makes of a text: scopes without our own. Inside of values, which escapes there are is ours to
 * say too: an escaped quote of a script is a quote.
 */
function withoutOwn(lines: readonly ScopedText[][]): string[] {
  return lines.map((line) => {
    const pieces = line.map(({ text, scopes, kind }) => {
      const isValue = scopes.some((scope) => scope.startsWith('string.quoted.double.json'));
      const left = scopes.filter((scope) => !isOwn(scope) && !(isValue && scope.includes('escape')));
      return { text, scopes: left, kind };
    });
    return joinAlike(pieces)
      .map(({ text, scopes, kind }) => `${text}\t${scopes.join(' ')}\t${kind}`)
      .join('\n');
  });
}

describe('The colours of CognigyScript', () => {
  let plain: IGrammar;
  let injected: IGrammar;

  before(async () => {
    plain = await loadGrammar('source.json', { injected: false });
    injected = await loadGrammar('source.json', { injected: true });
  });

  it('tell roots, properties, calls, numbers and operators apart', () => {
    assert.deepEqual(coloured(injected, 'Hi {{ input.text.trim() + 2.5 }}!'), [
      '{{ punctuation.definition.template-expression.begin',
      'input variable.language',
      '. punctuation.accessor',
      'text variable.other.property',
      '. punctuation.accessor',
      'trim entity.name.function',
      '() meta.brace',
      '+ keyword.operator',
      '2.5 constant.numeric',
      '}} punctuation.definition.template-expression.end',
    ]);
    assert.deepEqual(
      coloured(
        injected,
        '{{ typeof lastConversationEntries[0] === undefined ? null : profile?.input }}',
      ).slice(1, -1),
      [
        'typeof keyword.operator.expression',
        'lastConversationEntries variable.language',
        '[ meta.brace',
        '0 constant.numeric',
        '] meta.brace',
        '=== keyword.operator',
        'undefined constant.language',
        '? keyword.operator',
        'null constant.language',
        ': keyword.operator',
        'profile variable.language',
        '?. punctuation.accessor',
        'input variable.other.property',
      ],
    );
  });

  it('know strings in escaped and in single quotes, and what is escaped in them', () => {
    assert.deepEqual(coloured(injected, String.raw`{{ a[\"b\\\"c\"] + 'd\\'e' + f }} \"g\"`).slice(1, -1), [
      'a variable.other.readwrite',
      '[ meta.brace',
      String.raw`\"b string.quoted.double`,
      String.raw`\\\" constant.character.escape`,
      String.raw`c\" string.quoted.double`,
      '] meta.brace',
      '+ keyword.operator',
      "'d string.quoted.single",
      String.raw`\\' constant.character.escape`,
      "e' string.quoted.single",
      '+ keyword.operator',
      'f variable.other.readwrite',
    ]);
  });

  it('know strings in JSON that stands in a JSON string', () => {
    assert.deepEqual(
      coloured(injected, String.raw`{ \"x\": \"{{ a[\\\"b\\\"].c }}\", \"d\": 1 }`).slice(1, -1),
      [
        'a variable.other.readwrite',
        '[ meta.brace',
        String.raw`\\\"b\\\" string.quoted.double`,
        '] meta.brace',
        '. punctuation.accessor',
        'c variable.other.property',
      ],
    );
  });

  it('mark a snippet, beside a script and inside of one', () => {
    const snippet = [
      '[[ punctuation.definition.template-expression.begin',
      'snippet keyword.other.snippet',
      '- punctuation.separator.snippet',
      'eyJ0eXBlIjoi/+== constant.other.base64',
      ']] punctuation.definition.template-expression.end',
    ];
    const script = [
      '{{ punctuation.definition.template-expression.begin',
      'input variable.language',
      '}} punctuation.definition.template-expression.end',
    ];
    const text = '[[snippet-eyJ0eXBlIjoi/+==]]';
    assert.deepEqual(coloured(injected, `${text}{{input}}`), [...snippet, ...script]);
    assert.deepEqual(coloured(injected, `{{ ${text} }}`).slice(1, -1), snippet);
  });

  it('leave property names, and braces that are no script, alone', () => {
    const lines = scopesOf(injected, '{ "{{ input.text }}": "{ a } [[b]] }} ]]", "[[snippet-YQ==]]": 1 }');
    assert.deepEqual(lines.flat().filter(hasOwn), []);
  });

  it('end with the first two closing braces, as the checks have it', () => {
    const text = '{{ {a: {b: 1}} }}';
    assert.deepEqual(coloured(injected, text).slice(-2), [
      '1 constant.numeric',
      '}} punctuation.definition.template-expression.end',
    ]);
    assert.deepEqual(
      coloured(injected, "{{ don't }} plain {{ a }}")
        .slice(-3)
        .map((piece) => piece.split(' ')[0]),
      ['{{', 'a', '}}'],
      'an apostrophe opens no string that runs out of its script',
    );
  });

  for (const [what, value] of [
    ['quotes', String.raw`{{ \"a\" + 'b' + ${'`c`'} }}`],
    ['an unfinished string', String.raw`{{ \"a }}`],
    ['an unfinished string in an unfinished script', String.raw`{{ \"a`],
    ['an unfinished string in single quotes', "{{ 'a"],
    ['what would be a comment to the end of the line', 'https://x/{{ input.url // }}'],
    ['what would be an unfinished comment', '{{ /* a }} b {{ // c'],
    ['a comment', '{{ /* a */ b }} */'],
    ['braces', '{{ { }} {{ } }}'],
    ['nested braces', '{{ {a: {b: {c: [1, {}]}}} }}'],
    ['brackets that don’t match', '{{ ([{ )]( }}'],
    ['what looks like a regular expression', String.raw`{{ /["'{]+\\/\"/g.test(input.text) }}`],
    ['an escaped quote at the end', String.raw`{{ a \"`],
    ['a backslash at the end', String.raw`{{ a \\`],
    ['a backslash at the end of a string', String.raw`{{ \"a\\`],
    ['a backslash before an escaped quote', String.raw`{{ \"a\\\"`],
    ['three backslashes and a quote in single quotes', String.raw`{{ 'a\\\"`],
    ['escapes that JSON doesn’t know', String.raw`{{ \x '\y' \"\z\" }}`],
    ['line breaks and Unicode', String.raw`{{ a\n + \u0041\t }}`],
    ['an unfinished script', '{{ input.text'],
    ['nothing but the beginning', '{{'],
    ['an unfinished script before another', '{{ a and {{ input.text }}'],
    ['two scripts', '{{ a }}{{ b }}'],
    ['a snippet beside a script', '[[snippet-YQ==]]{{ a }}[[snippet-'],
  ] as const) {
    it(`change nothing around ${what}`, () => {
      const text = around(value);
      assert.ok(coloured(injected, value).length > 0, 'something is coloured');
      assert.deepEqual(withoutOwn(scopesOf(injected, text)), withoutOwn(scopesOf(plain, text)));
    });
  }

  it('end with the line where a string isn’t closed', () => {
    const text = '{\n  "a": "{{ input\n  "b": "c"\n}';
    assert.deepEqual(
      scopesOf(injected, text).map((line) => line.some(hasOwn)),
      [false, true, false, false],
    );
    assert.deepEqual(withoutOwn(scopesOf(injected, text)), withoutOwn(scopesOf(plain, text)));
  });

  it('change nothing around a script in JSON with comments', async () => {
    const text = around('{{ input.text // }}');
    const jsonc = await loadGrammar('source.json.comments', { injected: true });
    assert.ok(coloured(jsonc, '{{ input }}').length > 0);
    assert.deepEqual(
      withoutOwn(scopesOf(jsonc, text)),
      withoutOwn(scopesOf(await loadGrammar('source.json.comments', { injected: false }), text)),
    );
  });

  it('change nothing else in the samples', () => {
    const folder = 'test/fixtures/samples';
    let found = 0;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      const text = readFileSync(path, 'utf8');
      const lines = scopesOf(injected, text);
      found += lines.flat().filter(hasOwn).length;
      assert.deepEqual(withoutOwn(lines), withoutOwn(scopesOf(plain, text)), name);
    }
    assert.ok(found > 50, `${found} coloured pieces`);
  });
});
