/**
 * Half-made places and incidents name no source, because what they are made of may come from several. When an erasure takes away
 * something that one of them names, or words of which only what goes told, the whole draft goes: nobody can say which of its
 * words are whose.
 */
import { foldWords } from '../reckon/fold-words.ts';
import type { Desk } from './desk.ts';
import { idsIn, textsOf } from './draft-texts.ts';
import { wordingKey } from './places/held-places.ts';
import type { ErasurePlan } from './plan-erasure.ts';
import type { DeskNote } from './ports/desk-notes.ts';

/** Drops them; called before the erasure is logged and after it. */
export type ForgetDrafts = () => Promise<void>;

/** Drafts of these are searched for words of places, too; in a reason such words may be anybody's. */
const OF_PLACES = /^(?:place|incident) /u;

/**
 * Learns what goes while it can still be read.
 *
 * @example
 * const forget = await readyToForget(desk, plan);
 * await forget();
 */
export async function readyToForget(
  { store, notes, memberNotes }: Pick<Desk, 'store' | 'notes' | 'memberNotes'>,
  plan: Pick<ErasurePlan, 'tombstones' | 'sources'>,
): Promise<ForgetDrafts> {
  const kept = [notes, memberNotes].filter((one) => one !== undefined);
  if (kept.length === 0) return async () => undefined;
  const ids = new Set(plan.tombstones.flatMap(({ gone }) => gone));
  const [lost, left] = [new Set<string>(), new Set<string>()];
  for (const { id, scope } of await store.propositions())
    if (scope.place !== null) (ids.has(id) ? lost : left).add(wordingKey(scope.place));
  const phrases = [...lost].filter((one) => one !== '' && !left.has(one)).map(spaced);
  const goes = (draft: DeskNote): boolean => {
    if (draft.source !== null) return false;
    const told = textsOf(draft);
    if (idsIn(told).some((id) => ids.has(id))) return true;
    return (
      OF_PLACES.test(draft.name) && told.map(spaced).some((text) => phrases.some((one) => text.includes(one)))
    );
  };
  return async () => {
    for (const one of kept) {
      for (const note of await one.all('draft')) if (goes(note)) await one.drop('draft', note.name);
      await one.forget(plan.sources);
    }
  };
}

/** Folded, with a blank before and after each word, so that only whole words are found. */
function spaced(text: string): string {
  return ` ${foldWords(text).join(' ')} `;
}
