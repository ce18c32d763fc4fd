/** One count with everything that stands behind its toll: every claim on it with its exact words and its part in the figure. */

import type { DrawnClaim } from '../dossier/toll-drawing.ts';
import type { Claim } from '../record/claim.ts';
import type { ClaimId, SourceId } from '../record/id.ts';
import { chartClaims } from './chart-claims.ts';
import { type Desk, OnRecordError } from './desk.ts';
import { knownRecord } from './known/known-record.ts';
import { type Lookup, openLookup } from './lookup.ts';
import type { TollQuery } from './reckon-counts.ts';
import { reckonTolls, type TollList, type TollView } from './reckon-tolls.ts';
import type { TimeAxis } from './vocabulary.ts';

/** What a claim is to a toll: its figure stands; it moves no bound and is said why; it is no figure and stands beside. */
export type TollPart = 'used' | 'left-out' | 'beside';

export interface TollClaim extends DrawnClaim {
  readonly part: TollPart;
  /** Why it is left out; null when it is not. */
  readonly reason: string | null;
  /** EDTF; null when unknown. On the axis of the event, `day` is another. */
  readonly saidAt: string | null;
  /** The exact words. */
  readonly words: string;
  readonly source: SourceId;
  /** Who published it; null when unknown. */
  readonly outlet: string | null;
}

export interface TollPage
  extends Pick<TollView, 'proposition' | 'toll' | 'net' | 'read'>,
    Pick<TollList, 'preset'> {
  readonly axis: TimeAxis;
  /** The claims that set a bound first, then those used, left out, beside. */
  readonly claims: readonly TollClaim[];
  /** Claims that were not opened: only of a count with very many. */
  readonly notShown: number;
}

/** Claims that are opened. */
const MOST_OPENED = 600;

/**
 * Reads the page of one toll.
 *
 * @param query.proposition id or its beginning
 * @throws OnRecordError `not-found` when no count has this id or nobody has put a number forward or denied it
 * @example
 * const { toll, claims } = await tollPage(desk, { proposition: 'prp_7d2', includeProposed: true, asOf: null, axis: 'known' });
 */
export async function tollPage(
  desk: Desk,
  query: Omit<TollQuery, 'limit' | 'mostFigures' | 'withEventDays' | 'scope' | 'opening' | 'figuresAlone'> & {
    readonly proposition: string;
    readonly axis: TimeAxis;
  },
): Promise<TollPage> {
  const { axis, includeProposed } = query;
  const taken: Claim[] = [];
  const list = await reckonTolls(desk, {
    ...query,
    withEventDays: true,
    figuresAlone: true,
    opening: (claims) => {
      for (const claim of claims) taken.push(claim);
    },
  });
  const [view] = list.tolls;
  if (view === undefined)
    throw new OnRecordError('not-found', 'Nobody has said anything on this count that counts yet.', {
      subject: query.proposition,
    });
  const drawn = await chartClaims(desk, view, { includeProposed, axis, claims: taken });
  const { claims, notShown } = await opened(desk, view, { drawn, read: taken });
  const { proposition, toll, net, read } = view;
  return { proposition, toll, net, read, axis, claims, notShown, preset: list.preset };
}

async function opened(
  { store }: Desk,
  { toll }: TollView,
  { drawn, read }: { readonly drawn: readonly DrawnClaim[]; readonly read: readonly Claim[] },
): Promise<Pick<TollPage, 'claims' | 'notShown'>> {
  const charted = new Map(drawn.map((one) => [one.id, one]));
  const reasons = new Map(toll.excluded.map(({ claim, reason }) => [claim, reason]));
  const used = new Set(toll.used);
  const wanted = new Set<ClaimId>([
    ...[toll, ...toll.rules].flatMap(({ low, best, high }) =>
      [low, best, high].flatMap((bound) => bound?.setBy ?? []),
    ),
    ...toll.steps.map(({ changedBy }) => changedBy),
    ...toll.used,
    ...toll.beside,
    ...reasons.keys(),
  ]);
  const shown = [...wanted].slice(0, MOST_OPENED);
  const held = new Map(read.map((claim) => [claim.id, claim]));
  const missing = shown.filter((id) => !held.has(id));
  if (missing.length > 0) for (const claim of await store.claims({ ids: missing })) held.set(claim.id, claim);
  const found = shown.flatMap((id) => held.get(id) ?? []);
  const sources = new Map(
    (await store.sources([...new Set(found.map(({ source }) => source))])).map((one) => [one.id, one]),
  );
  const lookup = openLookup(store, await knownRecord(store));
  const claims: TollClaim[] = [];
  for (const claim of found) {
    const { id, source, saidAt, passages } = claim;
    const part = used.has(id) ? 'used' : reasons.has(id) ? 'left-out' : 'beside';
    claims.push({
      ...(charted.get(id) ?? (await unplaced(claim, lookup))),
      part,
      reason: reasons.get(id) ?? null,
      saidAt,
      words: passages.map(({ exact }) => exact).join(' … '),
      source,
      outlet: await lookup.nameOf(sources.get(source)?.publisher ?? null),
    });
  }
  return { claims, notShown: wanted.size - Math.min(wanted.size, MOST_OPENED) };
}

/** A denial of another proposition, or a claim after the day that was asked for: it stands on no day of this chart. */
async function unplaced(
  { id, stance, chain, status }: Claim,
  lookup: Pick<Lookup, 'nameOf'>,
): Promise<DrawnClaim> {
  const step = chain.at(-1);
  return {
    id,
    stance,
    day: null,
    value: null,
    who: (await lookup.nameOf(step?.speaker ?? null)) ?? `unnamed (“${step?.named ?? ''}”)`,
    unreviewed: status === 'proposed',
    used: false,
  };
}
