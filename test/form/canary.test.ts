import assert from 'node:assert/strict';
import type { CredentialField } from '../../src/core/connection/types/connectionForm';
import { useForms } from '../support/formPage';
import { MemoryProject } from '../support/memoryProject';
import { coreForms } from '../support/typeByLabel';

const secretMark = 'cnry-secret';
const plainMark = 'cnry-plain';

/** A value that the field takes, and that stands nowhere else. */
function canary(type: string, { name, isSecret }: CredentialField): string {
  const value = `${isSecret ? secretMark : plainMark}-${type}-${name}`.toLowerCase();
  if (name === 'port') return '587';
  if (/url$/i.test(name)) return `https://${value}.example.com/token`;
  return name === 'connectionString' ? `mongodb://bot:${value}@db/a` : value;
}

const referenceId = 'c0000000-0000-4000-8000-00000000000a';

describe('A canary in every field', () => {
  const forms = useForms();

  it('is put into all types there are', () => {
    assert.equal(coreForms.length, 27);
  });

  for (const form of coreForms) {
    it(`of ${form.type}: of a secret it is in the vault alone, else in its own form too`, async () => {
      const { extension, type, label, fields } = form;
      const project = new MemoryProject();
      project.register({ referenceId, name: `Canary ${label}`, extension, type });
      const shown = await forms.show(await project.open(project.editTarget(referenceId, form)));
      for (const field of fields) {
        const inputLabel = field.isRequired ? `${field.label}, required` : field.label;
        await shown.input(inputLabel).fill(canary(type, field));
      }
      assert.equal((await shown.save()).kind, 'saved');
      const secrets = fields.filter(({ isSecret }) => isSecret);
      for (const secret of secrets) await shown.button(`Replace: ${secret.label}`).waitFor();
      const content = await shown.content();
      const told = shown.heard.join('\n');
      const { secrets: stored, state } = project.stores;
      for (const field of fields) {
        const value = canary(type, field);
        assert.ok([...stored.values()].join('\n').includes(value), `${field.name} is in the vault`);
        assert.equal(content.includes(value), !field.isSecret, `${field.name} in the form`);
        assert.equal(told.includes(value), !field.isSecret, `${field.name} in a message`);
        if (value.length < 5) continue;
        assert.ok(!project.connectionsText.includes(value), `${field.name} in the connections file`);
        assert.ok(!JSON.stringify([...state]).includes(value), `${field.name} in the index`);
      }
      assert.ok(told.includes(`Canary ${label}`), 'the recording hears the host');
    });
  }
});
