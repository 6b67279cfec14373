import assert from 'node:assert/strict';
import { toFromEditor } from '../../../src/protocol/connectionEditor';
import { Rpc } from '../../../src/protocol/rpc';

const narrow = (message: unknown) => (typeof message === 'string' ? message : undefined);

function connect(handle: (message: string) => void | Promise<void>) {
  const one = new Rpc<string, string>(
    (envelope) => void other.receive(structuredClone(envelope)),
    narrow,
    () => undefined,
  );
  const other = new Rpc<string, string>(
    (envelope) => void one.receive(structuredClone(envelope)),
    narrow,
    handle,
  );
  return one;
}

describe('Rpc', () => {
  it('resolves once the other end has handled the message', async () => {
    const handled: string[] = [];
    const end = connect(async (message) => {
      await Promise.resolve();
      handled.push(message);
    });
    await end.send('hello');
    assert.deepEqual(handled, ['hello']);
  });

  it('brings the other end’s error back', async () => {
    const end = connect(() => Promise.reject(new Error('no such thing')));
    await assert.rejects(end.send('x'), /no such thing/);
  });

  it('refuses what is none of its messages, and passes over what is no envelope', async () => {
    const posted: unknown[] = [];
    const end = new Rpc(
      (envelope) => posted.push(envelope),
      narrow,
      () => assert.fail('not to be handled'),
    );
    await end.receive({ kind: 'message', id: 1, message: 5 });
    for (const data of [null, 'x', {}, { kind: 'message' }, { kind: 'odd', id: 1 }]) await end.receive(data);
    assert.deepEqual(posted, [{ kind: 'failed', id: 1, reason: 'Unknown message.' }]);
  });
});

describe('toFromEditor', () => {
  it('takes its own messages and no others', () => {
    const edit = { type: 'editField', name: 'password', change: { kind: 'replace', value: 'x' } };
    assert.deepEqual(toFromEditor(edit), edit);
    assert.deepEqual(toFromEditor({ type: 'save', extra: 1 }), { type: 'save' });
    for (const message of [
      null,
      'save',
      { type: 'odd' },
      { type: 'editText', key: 'fields', value: 'x' },
      { type: 'editText', key: 'name', value: 5 },
      { type: 'editField', name: 'password', change: { kind: 'replace' } },
      { type: 'openUse', index: '0' },
    ]) {
      assert.equal(toFromEditor(message), undefined, JSON.stringify(message));
    }
  });
});
