import assert from 'node:assert/strict';
import { readRuleSettings, readValidationSettings } from '../../../src/core/validation/ruleSettings';
import { chart, outlineProblems } from '../../support/goldens';

const text = chart({ type: 'code', label: 'Here', config: '{"code": " "}' });

describe('Rule settings', () => {
  it('set what a code is reported as, or switch it off', () => {
    const report = (severity: string) =>
      outlineProblems(text, undefined, readValidationSettings(`{"rules": {"empty-code": "${severity}"}}`));
    assert.deepEqual(report('error'), ['error empty-code " "']);
    assert.deepEqual(report('hint'), ['hint empty-code " "']);
    assert.deepEqual(report('off'), []);
  });

  it('keep the defaults of what they don’t name', () => {
    assert.deepEqual([...readValidationSettings('{"version": 2}')], [['duplicate-labels', 'off']]);
  });

  it('take no part of what can’t be read, and the rest (42)', () => {
    const settings = readValidationSettings(
      '{"rules": {"empty-code": "off", "nobody": "off", "cycle": "loud", "unreachable": 5}}',
    );
    assert.deepEqual(
      [...settings],
      [
        ['duplicate-labels', 'off'],
        ['empty-code', 'off'],
      ],
    );
    for (const odd of ['', '[]', 'null', '{"rules": []}', '{"rules": {"empty-code": "off"},\n', '// {}']) {
      assert.deepEqual([...readValidationSettings(odd)], [['duplicate-labels', 'off']], odd);
    }
  });

  it('let a file win over an editor’s settings', () => {
    const base = readRuleSettings({ cycle: 'off', 'empty-code': 'off' });
    const settings = readRuleSettings({ cycle: 'hint' }, base);
    assert.deepEqual([settings.get('cycle'), settings.get('empty-code')], ['hint', 'off']);
  });
});
