import assert from 'node:assert/strict';
import { mentionsIn, type MentioningFile } from '../../../src/core/connection/mentions';
import { replaceReferenceId } from '../../../src/core/connection/replaceReferenceId';
import { connectionSlots } from '../../../src/core/flow/connectionUse';
import { candidateUses } from '../../../src/core/flow/candidateUses';
import { readFlowNodes } from '../../../src/core/flow/flowNode';
import { JsonDocument } from '../../../src/core/json/jsonDocument';
import { validateFlow } from '../../../src/core/validation/validateFlow';
import { applyEdits } from '../../../src/core/json/textEdit';
import { shippedCatalog } from '../../support/catalog';
import { readFixture, referenceId, sampleFlows } from '../../support/flows';
import { chart, ignorance } from '../../support/goldens';

const catalog = shippedCatalog();
const from = referenceId('a');
const to = referenceId('b');
const flow = (isDeclared: boolean): MentioningFile => ({ path: 'x', kind: 'flow', isDeclared });

function replaced(text: string, isDeclared = true): string {
  return applyEdits(
    text,
    replaceReferenceId(new JsonDocument(text), flow(isDeclared), { from, to }, catalog),
  );
}

describe('Replacing a Reference ID', () => {
  const text = chart(
    {
      type: 'httpRequest',
      config: `{"authType": "basic", "basicConnection": "${from}",  "oAuth2Connection": "${from.toUpperCase()}"}`,
    },
    { type: 'code', config: `{"code": "use ${from}", "other": ["${from}"]}` },
  );

  it('changes the whole value wherever it is meant, leftovers and any spelling too', () => {
    const after = replaced(text);
    assert.equal(
      after,
      text
        .replace(`"basicConnection": "${from}"`, `"basicConnection": "${to}"`)
        .replace(from.toUpperCase(), to)
        .replace(`["${from}"]`, `["${to}"]`),
    );
    assert.ok(after.includes(`use ${from}`));
  });

  it('gives the edits in the order of the text, whatever the order of the fields is', () => {
    const config = `{"oAuth2Connection": "${from}", "authType": "basic", "basicConnection": "${from}"}`;
    const source = chart({ type: 'httpRequest', config });
    const edits = replaceReferenceId(new JsonDocument(source), flow(true), { from, to }, catalog);
    assert.deepEqual(
      edits.map(({ offset }) => offset),
      [...source.matchAll(new RegExp(`"${from}"`, 'g'))].map(({ index }) => index),
    );
  });

  it('leaves what may name something else while nobody declares the ID', () => {
    assert.ok(replaced(text, false).includes(`["${from}"]`));
  });

  it('changes LLM resources, and text that is half typed', () => {
    const llm = `{"name": "x", "connectionId": "${from}"}`;
    const edits = replaceReferenceId(
      new JsonDocument(llm),
      { path: 'x', kind: 'llm', isDeclared: true },
      { from, to },
      catalog,
    );
    assert.equal(applyEdits(llm, edits), llm.replace(from, to));
    const broken = text.slice(0, text.indexOf('"other"'));
    assert.ok(replaced(broken).includes(`"basicConnection": "${to}"`));
  });

  it('leaves every other byte of the samples as it was, with either line ending and without new problems', () => {
    let count = 0;
    for (const path of sampleFlows()) {
      for (const sample of [readFixture(path), readFixture(path).replaceAll('\n', '\r\n')]) {
        const document = new JsonDocument(sample);
        const nodes = readFlowNodes(document.value);
        const ids = nodes.flatMap((node) => {
          const nodeType = catalog.nodeType(node.extension, node.type);
          const all = [...connectionSlots(node, nodeType), ...candidateUses(node, nodeType)];
          return all.flatMap((one) => one.referenceId ?? []);
        });
        for (const id of new Set(ids)) {
          const edits = replaceReferenceId(document, flow(true), { from: id, to }, catalog);
          assert.equal(edits.length, mentionsIn(document, flow(true), id, catalog).length);
          const after = applyEdits(sample, edits);
          assert.equal(after.replaceAll(to, id), sample);
          const before = validateFlow(document, catalog, ignorance).length;
          assert.ok(validateFlow(new JsonDocument(after), catalog, ignorance).length <= before);
          count += edits.length;
        }
      }
    }
    assert.ok(count > 10, String(count));
  });
});
