import { mutatedText } from '../../../scripts/lib/mutation.mjs';
import { mutations } from '../../../scripts/mutations/index.mjs';

describe('The faults of scripts/mutations', () => {
  it('can all be put into the code as it is now', () => {
    for (const mutation of mutations) mutatedText(mutation);
  });
});
