import type { JsonDocument } from '../json/jsonDocument';
import type { TextRange } from '../json/textRange';
import type { Problem, RelatedPlace } from './problem';

/** Where a problem is shown: what it names, else the closest thing around it that is there. */
export function problemRange(place: Problem | RelatedPlace, document: JsonDocument): TextRange {
  if (place.range) return place.range;
  for (let length = place.path.length; length >= 0; length--) {
    const range = document.rangeOf(place.path.slice(0, length));
    if (range) return length === place.path.length ? range : { ...range, length: 1 };
  }
  return { offset: 0, length: 0 };
}
