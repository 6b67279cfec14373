import assert from 'node:assert/strict';
import type { CredentialField } from '../../src/core/connection/types/connectionForm';
import { useForms, type FormPage } from '../support/formPage';
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

const referenceId = (i: number) => `${(0xc0000000 + i).toString(16)}-0000-4000-8000-00000000000a`;

describe('A canary in every field of every type', () => {
  const forms = useForms();
  const project = new MemoryProject();
  /** All that any form was told. */
  const heard: string[] = [];

  before(() => {
    assert.equal(coreForms.length, 27);
    project.register(
      ...coreForms.map(({ extension, type, label }, i) => ({
        referenceId: referenceId(i),
        name: `Canary ${label}`,
        extension,
        type,
      })),
    );
  });

  coreForms.forEach((type, i) => {
    it(`${type.type}: is not in the form once it is saved, and plain values are in no other form`, async () => {
      const document = await project.open(project.editTarget(referenceId(i), type));
      const form: FormPage = await forms.show(document);
      const { fields } = type;
      for (const field of fields) {
        const inputLabel = field.isRequired ? `${field.label}, required` : field.label;
        await form.input(inputLabel).fill(canary(type.type, field));
      }
      assert.equal((await form.save()).kind, 'saved');
      for (const { label } of fields.filter(({ isSecret }) => isSecret))
        await form.button(`Replace: ${label}`).waitFor();
      const content = await form.content();
      assert.ok(!content.includes(secretMark));
      for (const field of fields.filter(({ isSecret }) => !isSecret)) {
        assert.ok(content.includes(canary(type.type, field)), `${field.name} is shown`);
      }
      assert.ok(form.heard.some((message) => message.includes(`Canary ${type.label}`)));
      const own = `-${type.type}-`.toLowerCase();
      for (const message of form.heard) {
        for (const [mark] of message.matchAll(/cnry-\w+-\w+-/g)) assert.ok(mark.endsWith(own), mark);
      }
      heard.push(...form.heard);
    });
  });

  it('stands in no message to a form, not in the connections file, and not in the index', () => {
    const told = heard.join('\n');
    assert.ok(told.includes(plainMark), 'the recording hears the host');
    assert.ok(!told.includes(secretMark));
    const { secrets, state } = project.stores;
    assert.ok([...secrets.values()].join('\n').includes(secretMark), 'the vault has them');
    for (const mark of [secretMark, plainMark]) {
      assert.ok(!project.connectionsText.includes(mark));
      assert.ok(!JSON.stringify([...state]).includes(mark));
    }
  });
});
