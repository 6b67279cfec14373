// @ts-check
import { catalogMutations } from './catalog.mjs';
import { discoveryMutations } from './discovery.mjs';
import { fixMutations } from './fixes.mjs';
import { outputMutations } from './output.mjs';
import { ruleMutations } from './rules.mjs';
import { stagedMutations } from './staged.mjs';
import { strictSchemaMutations } from './strictSchema.mjs';
import { vaultMutations } from './vault.mjs';
import { writingMutations } from './writing.mjs';

/** Every fault that a unit test must notice. One that changes nothing anybody can see does not belong here. */
export const mutations = [
  ...ruleMutations,
  ...fixMutations,
  ...vaultMutations,
  ...writingMutations,
  ...catalogMutations,
  ...discoveryMutations,
  ...outputMutations,
  ...stagedMutations,
  ...strictSchemaMutations,
];
