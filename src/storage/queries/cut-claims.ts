/**
 * Claims cut out of the bodies of their entries here and not in SQL: PostgreSQL reads a long text anew for every piece of
 * it. Each body is fetched once, with those of its page, and walked once. Where nearly every claim stands in an entry of its own,
 * as the claims on one proposition do, the database cuts, so that it does not hand over whole entries for a piece of each.
 */
import { type CodePointIndex, codePointIndex } from '../../record/code-points.ts';
import type { ClaimConditions } from './claim-conditions.ts';
import { type ClaimPiece, claimBodiesQuery, claimPiecesQuery } from './claim-queries.ts';
import type { QueryBuilder } from './dialect.ts';
import { logBodiesQuery } from './log-queries.ts';
import { rowsOf, type Steps } from './steps.ts';

/** The body of an entry, walked once. */
interface LoggedBody {
  readonly text: string;
  readonly index: CodePointIndex;
}

/** Claims read at once. */
const PAGE = 2000;

/**
 * Hands over the JSON of claims as they stand now, in log order.
 *
 * @example
 * yield* cutClaims(build, { statuses: ['accepted'] }, (body) => found.push(JSON.parse(body)));
 */
export function* cutClaims(
  build: QueryBuilder,
  only: ClaimConditions,
  each: (body: string) => void,
): Steps<void> {
  let left = only.limit ?? Number.POSITIVE_INFINITY;
  let after = 0;
  let known: ReadonlyMap<number, LoggedBody> = new Map();
  while (left > 0) {
    const limit = Math.min(PAGE, left);
    const page = yield* rowsOf(claimPiecesQuery(build, only, { after, limit }));
    if (isScattered(page)) {
      const cutOut = yield* rowsOf(
        claimBodiesQuery(
          build,
          page.map(({ place }) => place),
        ),
      );
      const byPlace = new Map(cutOut.map(({ place, body }) => [place, body]));
      for (const { place } of page) each(byPlace.get(place) ?? '');
    } else {
      known = yield* bodiesOf(build, page, known);
      for (const piece of page) each(piece.changed ?? cut(known.get(piece.logged), piece));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    after = last.place;
    left -= page.length;
  }
}

/** Claims of an entry, on average, below which the database cuts. */
const FEW = 3;

function isScattered(page: readonly ClaimPiece[]): boolean {
  return page.length < FEW * new Set(page.map(({ logged }) => logged)).size;
}

function cut(body: LoggedBody | undefined, { start, length }: ClaimPiece): string {
  if (body === undefined) return '';
  return body.text.slice(body.index.toUnit(start), body.index.toUnit(start + length));
}

/** Of every entry that a page needs; an entry that goes over the end of a page is kept for the next. */
function* bodiesOf(
  build: QueryBuilder,
  page: readonly ClaimPiece[],
  known: ReadonlyMap<number, LoggedBody>,
): Steps<ReadonlyMap<number, LoggedBody>> {
  const needed = new Set(page.filter(({ changed }) => changed === null).map(({ logged }) => logged));
  const bodies = new Map([...known].filter(([seq]) => needed.has(seq)));
  const missing = [...needed].filter((seq) => !bodies.has(seq));
  if (missing.length === 0) return bodies;
  for (const { seq, body } of yield* rowsOf(logBodiesQuery(build, missing)))
    bodies.set(seq, { text: body ?? '', index: codePointIndex(body ?? '') });
  return bodies;
}
