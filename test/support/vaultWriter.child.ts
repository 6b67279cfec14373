import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { CredentialVault } from '../../src/core/connection/credentialVault';
import { fileSecrets, fileState } from './fileStores';
import { vaultWork, type VaultWork } from './vaultWork';

/**
 * A window of its own that works on a vault in a folder until it is killed: `<folder> <work> <dies at> <how often>`.
 * It dies by itself at a step of its storage, counted from 1; at none for 0. What is begun and ended is written down.
 */
async function main(): Promise<void> {
  const [folder = '', work = '', dying = '0', times = '1'] = process.argv.slice(2);
  let step = 0;
  const onStep = () => {
    step += 1;
    if (step === Number(dying)) process.kill(process.pid, 'SIGKILL');
  };
  const note = (line: string) => appendFileSync(join(folder, `journal-${process.pid}`), `${line}\n`);
  const vault = new CredentialVault(
    fileSecrets(folder, onStep),
    fileState(folder, onStep),
    { now: () => Date.now() },
    Promise.resolve('machine'),
  );
  for (let round = 1; round <= Number(times); round++) {
    note(`begin ${round}`);
    if (round === 1) process.stdout.write('begun');
    await vaultWork[work as VaultWork](vault, round);
    note(`end ${round}`);
  }
}

void main();
