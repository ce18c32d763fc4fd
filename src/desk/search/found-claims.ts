/**
 * Finds claims by their exact words. Exact words stand in a text, so the index of texts names the texts to look in, best
 * first; the claims of each are read until enough fit.
 */
import type { Claim } from '../../record/claim.ts';
import type { ClaimId, PropositionId, SourceId } from '../../record/id.ts';
import { markedWords } from '../../record/search/marked-words.ts';
import type { Stance } from '../../record/stance.ts';
import type { Desk } from '../desk.ts';
import { openLookup } from '../lookup.ts';
import { searchTerms } from './found-names.ts';

export interface FoundClaim {
  readonly id: ClaimId;
  readonly status: Claim['status'];
  readonly stance: Stance;
  /** The innermost speaker, as the source names it. */
  readonly speaker: string;
  /** The exact words with hits between ⟦ and ⟧; passages that do not adjoin are joined by " … ". */
  readonly marked: string;
  readonly proposition: { readonly id: PropositionId; readonly text: string };
  readonly source: {
    readonly id: SourceId;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly publishedAt: string | null;
  };
}

export interface FoundClaims {
  readonly claims: readonly FoundClaim[];
  /** Texts that were looked in. */
  readonly texts: number;
  /** Whether others, in texts less to the point, may fit too. */
  readonly more: boolean;
}

/** Texts looked in at most. */
const MOST_TEXTS = 60;

/**
 * Searches exact words.
 *
 * @param limit claims
 * @throws OnRecordError `bad-usage` for a question without a word
 * @example
 * (await foundClaims(desk, '"grain depot"', 20)).claims[0]?.marked;
 */
export async function foundClaims(
  { store }: Pick<Desk, 'store'>,
  query: string,
  limit: number,
): Promise<FoundClaims> {
  const terms = searchTerms(query);
  const lookup = openLookup(store);
  const { hits, whole } = await store.search(query, MOST_TEXTS);
  const sources = [...new Set(hits.map(({ source }) => source))];
  const claims: FoundClaim[] = [];
  let texts = 0;
  for (const id of sources) {
    if (claims.length >= limit) break;
    texts += 1;
    for (const claim of await store.claims({ source: id, statuses: ['proposed', 'accepted', 'rejected'] })) {
      const words = claim.passages.map(({ exact }) => exact).join(' … ');
      const marked = markedWords(words, terms);
      if (marked === null || claims.length >= limit) continue;
      const [source, proposition] = await Promise.all([
        lookup.source(id),
        lookup.proposition(claim.proposition),
      ]);
      claims.push({
        id: claim.id,
        status: claim.status,
        stance: claim.stance,
        speaker: claim.chain.at(-1)?.named ?? '',
        marked,
        proposition: { id: claim.proposition, text: proposition?.text ?? '' },
        source: {
          id,
          title: source?.title ?? null,
          publisher: await lookup.nameOf(source?.publisher ?? null),
          publishedAt: source?.publishedAt ?? null,
        },
      });
    }
  }
  return { claims, texts, more: claims.length >= limit || hits.length === MOST_TEXTS || !whole };
}
