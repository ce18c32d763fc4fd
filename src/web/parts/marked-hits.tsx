/** Words with the hits of a search marked. */
import { hitParts } from '../search/hit-parts.ts';

/** Any script; its own direction. */
export function MarkedHits({ marked }: { readonly marked: string }) {
  return (
    <span dir="auto">
      {hitParts(marked).map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}
    </span>
  );
}
