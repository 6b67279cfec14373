import assert from 'node:assert/strict';
import { describeOwner, fileInLocale, ownerOf } from '../../../src/core/connection/nodeOwner';
import { english } from '../../../src/core/english';
import { placeOf } from '../../../src/core/flow/filePlace';
import { readFlowNodes } from '../../../src/core/flow/flowNode';
import { chart } from '../../support/goldens';
import { factsFor } from '../../support/projectFiles';

const localeIds = { 'en-US': '1'.repeat(24), 'de-DE': '2'.repeat(24) };
const owned = (locale: keyof typeof localeIds) =>
  chart({ type: 'say', more: `"localeReference": "${localeIds[locale]}"` });
const nodeOf = (text: string) => {
  const node = readFlowNodes(JSON.parse(text)).find(({ type }) => type === 'say');
  assert.ok(node);
  return node;
};

describe('The owner of a node', () => {
  const charts = { Main: { 'en-US': owned('de-DE'), 'de-DE': owned('de-DE') } };

  it('is the other locale whose chart has it as its own', () => {
    const { knowledge } = factsFor(charts, {});
    const owner = ownerOf(nodeOf(charts.Main['en-US']), knowledge.project);
    assert.equal(owner?.locale, 'de-DE');
    assert.deepEqual(describeOwner(owner, english), {
      question: 'This node belongs to de-DE. Change it there?',
      reason: '‘cognigy push’ sends a locale only its own nodes, so a change here gets lost.',
    });
  });

  it('is not asked for in the locale that owns it, or where that is not known', () => {
    const { knowledge } = factsFor(charts, {});
    const own = factsFor({ Main: { 'en-US': owned('en-US') } }, {}).knowledge.project;
    assert.equal(ownerOf(nodeOf(owned('en-US')), own), undefined);
    assert.equal(ownerOf(nodeOf(chart({ type: 'say' })), knowledge.project), undefined);
    assert.equal(ownerOf(nodeOf(owned('de-DE')), undefined), undefined);
    const alone = factsFor({ Main: { 'en-US': owned('de-DE') } }, {});
    assert.equal(ownerOf(nodeOf(owned('de-DE')), alone.knowledge.project), undefined);
    const incomplete = factsFor(charts, {}, { isComplete: false });
    assert.equal(ownerOf(nodeOf(owned('de-DE')), incomplete.knowledge.project), undefined);
  });

  it('keeps it in the same flow’s file', () => {
    const place = placeOf('bots/agent/flows/Main/en-US/chart.json');
    assert.equal(fileInLocale(place, 'de-DE'), 'bots/agent/flows/Main/de-DE/chart.json');
    assert.equal(
      fileInLocale(placeOf('flows/Main/en-US/chart.json'), 'de-DE'),
      'flows/Main/de-DE/chart.json',
    );
    assert.equal(fileInLocale(placeOf('x.flow.json'), 'de-DE'), undefined);
  });
});
