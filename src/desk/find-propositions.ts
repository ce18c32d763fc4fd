/** Propositions by words of their text, the most spoken-of first: what a claim can be put to. */
import type { PropositionId } from '../record/id.ts';
import type { Measure, PropositionKind } from '../record/proposition.ts';
import { holdsWords } from '../record/search/holds-words.ts';
import type { Desk } from './desk.ts';

export interface FoundProposition {
  readonly id: PropositionId;
  readonly text: string;
  readonly kind: PropositionKind;
  readonly measure: Measure | null;
  /** Claims on it that are accepted or wait. */
  readonly claims: number;
}

/**
 * All propositions with how often they are spoken of.
 *
 * @example
 * propositionsLike(await readPropositions(desk), 'killed kessar', 10);
 */
export async function readPropositions(desk: Pick<Desk, 'store'>): Promise<readonly FoundProposition[]> {
  const [propositions, tallies] = await Promise.all([
    desk.store.propositions(),
    desk.store.tallies(['accepted', 'proposed']),
  ]);
  const counts = new Map<PropositionId, number>();
  for (const { proposition, claims } of tallies)
    counts.set(proposition, (counts.get(proposition) ?? 0) + claims);
  return propositions
    .map(({ id, text, kind, measure }) => ({ id, text, kind, measure, claims: counts.get(id) ?? 0 }))
    .sort((a, b) => b.claims - a.claims);
}

/**
 * Those whose text holds the beginnings of all words.
 *
 * @param most propositions given
 * @example
 * propositionsLike(all, 'kill kess', 10)[0]?.text; // 'weavers killed in Kessar'
 */
export function propositionsLike(
  all: readonly FoundProposition[],
  words: string,
  most = Number.POSITIVE_INFINITY,
): readonly FoundProposition[] {
  const found: FoundProposition[] = [];
  const fits = holdsWords(words);
  for (const one of all) {
    if (fits(one.text)) found.push(one);
    if (found.length === most) break;
  }
  return found;
}
