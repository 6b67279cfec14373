import assert from 'node:assert/strict';
import { readRuleSettings, readValidationSettings } from '../../../src/core/validation/ruleSettings';
import { chart, outlineProblems } from '../../support/goldens';

const text = chart({ type: 'code', label: 'Here', config: '{"code": " "}' });

describe('Rule settings', () => {
  it('set what a code is reported as, or switch it off', () => {
    const report = (severity: string) =>
      outlineProblems(
        text,
        undefined,
        readValidationSettings(`{"rules": {"empty-code": "${severity}"}}`).settings,
      );
    assert.deepEqual(report('error'), ['error empty-code " "']);
    assert.deepEqual(report('hint'), ['hint empty-code " "']);
    assert.deepEqual(report('off'), []);
  });

  it('keep the defaults of what they don’t name', () => {
    const { settings, troubles } = readValidationSettings('{"version": 2}');
    assert.deepEqual([...settings], [['duplicate-labels', 'off']]);
    assert.deepEqual(troubles, []);
  });

  it('say what they can’t take, and take the rest', () => {
    const { settings, troubles } = readValidationSettings(
      '{"rules": {"empty-code": "off", "nobody": "off", "cycle": "loud", "unreachable": 5}}',
    );
    assert.equal(settings.get('empty-code'), 'off');
    assert.deepEqual(troubles, [
      { kind: 'unknownCode', code: 'nobody' },
      { kind: 'unknownSeverity', code: 'cycle' },
      { kind: 'unknownSeverity', code: 'unreachable' },
    ]);
    assert.deepEqual(readValidationSettings('{\n"rules": []}').troubles, [{ kind: 'unreadable', line: 2 }]);
    const broken = readValidationSettings('{"rules": {"empty-code": "off"},\n');
    assert.equal(broken.settings.get('empty-code'), 'off');
    assert.equal(broken.troubles[0]?.kind, 'unreadable');
    for (const odd of ['', '[]', 'null']) {
      assert.equal(readValidationSettings(odd).troubles[0]?.kind, 'unreadable', odd);
    }
  });

  it('let a file win over an editor’s settings', () => {
    const base = readRuleSettings({ cycle: 'off', 'empty-code': 'off' }).settings;
    const { settings } = readRuleSettings({ cycle: 'hint' }, base);
    assert.deepEqual([settings.get('cycle'), settings.get('empty-code')], ['hint', 'off']);
  });
});
