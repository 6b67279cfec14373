import assert from 'node:assert/strict';
import { toMarkdown } from '../../src/core/language/markdown';
import { escaped, onOneLine, shortened, visibly, withoutIcons, withoutLinks } from '../../src/core/shownText';

/** How VS Code finds links in messages (`parseLinkedText`, 1.100 to 1.139). */
const links = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
/** How it finds icons in labels (`labelWithIconsRegex`); a backslash before one makes it text. */
const icons = /(\\)?\$\(([a-z0-9-]+(?:~[a-z0-9-]+)?)\)/gi;

describe('Text from files, where it is shown (8.1)', () => {
  it('holds no link', () => {
    for (const evil of [
      'unused [Show uses](command:runCommands?{"commands":[]})',
      '[a](https://example.com "title") [b](file:///etc/passwd)',
      '[[a](command:x)](command:y)',
      '](]([x](command:y)',
    ]) {
      assert.ok([...evil.matchAll(links)].length > 0, evil);
      assert.deepEqual([...withoutLinks(evil).matchAll(links)], [], evil);
      assert.equal(withoutLinks(evil).replaceAll('\u2060', ''), evil);
    }
  });

  it('holds no icon', () => {
    const shown = withoutIcons('$(bug) $(sync~spin) $( $(x $(Bug)');
    assert.deepEqual(
      [...shown.matchAll(icons)].map(([, backslash]) => backslash),
      ['\\', '\\', '\\'],
    );
    assert.equal(withoutIcons('costs $(5 each'), 'costs $(5 each');
  });

  it('is on one line, without what a terminal obeys and what turns letters round', () => {
    assert.equal(onOneLine('a\r\n::error ::b\tc\u2028d'), 'a ::error ::b c d');
    assert.equal(onOneLine('\u001B[31mred\u009B0m\u0007'), String.raw`\u001b[31mred\u009b0m\u0007`);
    assert.equal(onOneLine('exe\u202Etxt.\u2066x\u2069'), String.raw`exe\u202etxt.\u2066x\u2069`);
    assert.equal(visibly('two\nlines'), 'two\nlines');
    for (const harmless of ['Grüße', 'שלום', 'مرحبا', '東京 🗼', 'a\u200Eb']) {
      assert.equal(onOneLine(harmless), harmless);
    }
  });

  it('is cut at a character, never in one', () => {
    assert.equal(shortened('abc', 3), 'abc');
    assert.equal(shortened('abcd', 3), 'ab…');
    assert.equal(shortened('🗼🗼🗼🗼', 3), '🗼🗼…');
    assert.equal(shortened('🗼🗼🗼', 3), '🗼🗼🗼');
    assert.equal(shortened('x'.repeat(10_000), 300).length, 300);
  });

  it('loses nothing in JSON', () => {
    const value = { '\u202Ea': 'b\u009Bc\u0001' };
    const json = escaped(JSON.stringify(value));
    assert.doesNotMatch(json, /[^\x20-\x7E]/);
    assert.deepEqual(JSON.parse(json), value);
  });

  it('is no Markdown', () => {
    assert.equal(toMarkdown('- a\n# b'), String.raw`\- a \# b`);
    assert.equal(toMarkdown('1. x  y'), String.raw`1\. x y`);
    assert.equal(toMarkdown('https://a.b www.c.d e@f.g'), String.raw`https\://a\.b www\.c\.d e\@f\.g`);
    assert.equal(toMarkdown('&lt;b&gt; <b> [x](y)'), String.raw`\&lt;b\&gt; \<b\> \[x\]\(y\)`);
  });
});
