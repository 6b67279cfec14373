import assert from 'node:assert/strict';
import { redact } from '../../../src/core/connection/redaction';

describe('redact', () => {
  for (const text of [
    'mongodb://bot:planted@db.example.com/x',
    'mongodb://bot:p@planted@db.example.com/x',
    'GET https://api.example.com/x?key=planted',
    'Authorization: Basic cGxhbnRlZA==',
    'bearer planted',
    '{"password": "planted \\" more planted", "a": 1}',
    'client_secret=planted&x',
    'apiKey: planted',
    'Authorization: ApiKey planted',
    'credential=planted',
    'token planted0123456789planted0123456789planted01234',
  ]) {
    it(`takes the credential out of: ${text.slice(0, 30)}`, () => {
      const redacted = redact(text);
      assert.ok(!redacted.includes('planted') && !redacted.includes('cGxhbnRlZA'), redacted);
    });
  }

  it('leaves what helps to find a fault', () => {
    const text =
      "Error: ENOENT: no such file, open '/home/me/agents/sales/flows/Main/en-US/chart.json' at read (file.ts:12:3) b2582db9-2bd7-4a35-94a3-fbbade0a581d https://api.example.com/path";
    assert.equal(redact(text), text);
  });
});
