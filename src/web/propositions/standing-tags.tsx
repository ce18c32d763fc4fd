/** A standing with what is beside it. A denial is a flag and lowers nothing. */
import type { Answer } from '../api/call.ts';
import { EN, type WordKey } from '../words/en.ts';
import { words } from '../words/language.ts';

export type Standing = Answer<'GET /api/positions'>['propositions'][number]['standing'];

/** The word in a frame, flags after it. */
export function StandingTags({ standing }: { readonly standing: Standing }) {
  return (
    <span class="tags">
      <b class={`tag ${standing.word}`}>{wordOf(standing.word)}</b>
      {standing.flags.map((flag) => (
        <span key={flag} class="tag flag">
          {wordOf(flag)}
        </span>
      ))}
    </span>
  );
}

/** A word that a later version adds is shown as it is. */
function wordOf(standing: string): string {
  const key = `standing.${standing}`;
  return key in EN ? words(key as WordKey) : standing;
}
