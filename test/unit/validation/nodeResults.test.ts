import assert from 'node:assert/strict';
import type { Knowledge } from '../../../src/core/connection/knowledge';
import type { JsonPath } from '../../../src/core/json/jsonPath';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { NodeResults } from '../../../src/core/validation/nodeResults';
import { problemRange } from '../../../src/core/validation/problemRange';
import { validateFlow } from '../../../src/core/validation/validateFlow';
import { shippedCatalog } from '../../support/catalog';
import { chart, ignorance } from '../../support/goldens';
import { readFixture } from '../../support/flows';
import { seededRandom } from '../../support/seededRandom';
import { rounds } from '../../support/soak';

const catalog = shippedCatalog();
const unknown: Knowledge = { referenceId: () => ({ kind: 'undeclared' }) };

describe('Problems found again after an edit', () => {
  it('are those of the new text, whatever was typed', function () {
    this.timeout(120_000);
    const random = seededRandom(7);
    const pick = (limit: number) => Math.floor(random() * limit);
    const pieces = [
      '"',
      '}',
      ', ',
      '1',
      'x',
      '{{',
      '""',
      'null',
      '\n',
      '',
      '"authType": "basic", ',
      '"a.b": 1, ',
      '"k": 1, "k": 2, ',
    ];
    for (const name of [
      'samples/cli-clone/agent/flows/Flow 2/en-US/chart.json',
      'samples/embedded/agent/flows/Flow 2/chart/chart.json',
    ]) {
      const results = new NodeResults(catalog);
      let document = new JsonDocument(readFixture(name));
      let compared = 0;
      for (let round = 0; round < rounds(1000); round++) {
        const { text } = document;
        const at = pick(text.length);
        const piece = pieces[pick(pieces.length)] ?? '';
        const edited = document.withText(text.slice(0, at) + piece + text.slice(at + pick(12)));
        const problems = validateFlow(edited, catalog, unknown, undefined, results);
        for (const problem of problems) problemRange(problem, edited);
        if (edited.syntaxError) continue;
        const fresh = new JsonDocument(edited.text);
        assert.deepEqual(problems, validateFlow(fresh, catalog, unknown));
        assert.deepEqual(
          problems.map((problem) => problemRange(problem, edited)),
          problems.map((problem) => problemRange(problem, fresh)),
        );
        document = edited;
        compared++;
      }
      assert.ok(compared > rounds(100), `${compared} were sound`);
    }
  });

  it('read the text of those nodes alone that have an odd key', () => {
    const asked: string[] = [];
    class Recording extends JsonDocument {
      override writtenProperties(path: JsonPath) {
        asked.push(path.join('/'));
        return super.writtenProperties(path);
      }
    }
    const text = chart(
      { type: 'wait' },
      { type: 'wait', config: '{"a.b": 1}' },
      { type: 'wait', config: '{"k": 1, "k": 2}' },
    );
    const codes = validateFlow(new Recording(text), catalog, ignorance).map(({ code }) => code);
    assert.deepEqual(codes, ['duplicate-key', 'dotted-key']);
    assert.deepEqual(asked, ['nodes/3', 'nodes/2']);
  });

  it('stay with all other nodes while one is broken, and what may only be unread is not missed in it', () => {
    const text = chart(
      { type: 'httpRequest', label: 'first', config: '{"url": "", "type": "WRONG"}' },
      { type: 'httpRequest', label: 'second', config: '{"url": "", "type": "WRONG"}' },
    );
    const found = (document: JsonDocument) =>
      validateFlow(document, catalog, ignorance).map(({ nodeLabel, code }) => `${nodeLabel} ${code}`);
    const before = new JsonDocument(text);
    assert.deepEqual(found(before), [
      'first config-enum',
      'first config-missing',
      'second config-enum',
      'second config-missing',
    ]);
    const broken = before.withText(text.replace('"url": ""', '"url": '));
    assert.deepEqual(found(broken), ['first config-enum', 'second config-enum', 'second config-missing']);
  });
});
