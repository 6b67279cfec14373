import assert from 'node:assert/strict';
import type { FormBrowser } from './formPage';
import { basicAuth, connectionsPath, MemoryProject } from './memoryProject';

export const sharedId = 'b2582db9-2bd7-4a35-94a3-fbbade0a581d';
export const set = (value: string) => ({ kind: 'replace', value }) as const;

/** A form of a Connection with stored credentials, and what may change under it. */
export async function openShared(forms: FormBrowser) {
  const project = new MemoryProject();
  project.register({ referenceId: sharedId, name: 'Shared', ...basicAuth });
  const document = await project.open(project.editTarget(sharedId));
  document.editField('username', set('bot'));
  document.editField('password', set('first-pw'));
  assert.equal((await document.save()).kind, 'saved');
  const form = await forms.show(document);
  /** What another window, a branch or a colleague does to the connections file. */
  const changeFile = async (from: string, to: string) => {
    assert.ok(project.connectionsText.includes(from));
    project.files[connectionsPath] = project.connectionsText.replace(from, to);
    await document.refresh();
    form.session.refresh();
  };
  const setElsewhere = async (username: string) => {
    const key = { fileId: project.services.home.project?.file?.id ?? '', referenceId: sharedId };
    const file = project.services.home.id;
    const changes = { username: set(username), password: set('their-pw') };
    assert.equal(await project.stores.vault.write({ ...key, ...basicAuth, file }, changes), 'written');
    await document.refresh();
    form.session.refresh();
  };
  return { project, document, form, changeFile, setElsewhere };
}
