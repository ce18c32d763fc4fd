/**
 * Which claims on a count set its figures (rule `current-figure-1`): one figure an origin, never one a source.
 * Every claim is either a figure, excluded with a reason, or beside. Nothing is averaged and nothing dropped.
 * - An origin's figure is its latest claim; claims of one day, or of unknown day, stay side by side.
 * - A claim that carries another voice's figure is a copy when that voice's figure is already in the record.
 * - An outlet's later figure from the same voice replaces its earlier one (a correction).
 */
import type { ClaimId } from '../../record/id.ts';
import type { Stance } from '../../record/stance.ts';
import type { Utterance, Voice } from '../../record/utterance.ts';
import { FIRST_DAY, LAST_DAY, latestDay } from '../day-span.ts';
import { figureKey, hasNumber, sameFigure } from '../figure.ts';
import { isLive, polarityOf } from '../polarity.ts';
import { isAnonymous } from '../speakers.ts';
import type { FigureRoots } from './figure-roots.ts';

/** A claim that no bound rests on, and why. */
export interface ExcludedClaim {
  readonly claim: ClaimId;
  readonly reason: string;
}

/** A claim with a number, its days and where it starts. */
export interface FigureClaim {
  readonly utterance: Utterance;
  /** Index of the root in `FigureRoots.roots`. */
  readonly root: number;
  /** YYYYMMDD. */
  readonly from: number;
  readonly to: number;
}

/** The claims on one proposition, sorted into what counting does with them. */
export interface SortedClaims {
  /** Claims with a number that put it forward, or dispute another number. */
  readonly figures: readonly Utterance[];
  readonly excluded: ExcludedClaim[];
  readonly beside: readonly ClaimId[];
}

/**
 * Sorts claims by their part in a count, before origins are told apart.
 *
 * @example
 * sortClaims(utterances, 20170501).beside; // denials and refusals to comment
 */
export function sortClaims(utterances: readonly Utterance[], asOf: number = LAST_DAY): SortedClaims {
  const figures: Utterance[] = [];
  const excluded: ExcludedClaim[] = [];
  const beside: ClaimId[] = [];
  for (const utterance of utterances) {
    const reason = isLive(utterance) ? notKnownBy(utterance, asOf) : notCounted(utterance);
    if (reason !== null) {
      excluded.push({ claim: utterance.claim, reason });
      continue;
    }
    const numbered = hasNumber(utterance);
    const part = partInToll(utterance.stance, numbered);
    if (part === 'figure') figures.push(utterance);
    else if (part === 'beside') beside.push(utterance.claim);
    else excluded.push({ claim: utterance.claim, reason: noFigure(utterance) });
  }
  return { figures, excluded, beside };
}

/** `figure` can set a bound; `beside` is shown and moves none; `none` is left out with a reason. */
export type PartInToll = 'figure' | 'beside' | 'none';

/**
 * The part that a live claim on a count takes in its toll.
 *
 * @param numbered whether it states a low, a best or a high
 * @example
 * partInToll('disputes', false); // 'beside': a dispute that gives no number of its own
 */
export function partInToll(stance: Stance, numbered: boolean): PartInToll {
  if (polarityOf(stance) === 'for') return numbered ? 'figure' : 'none';
  if (stance === 'disputes' && numbered) return 'figure';
  return stance === 'asks' || stance === 'undertakes' ? 'none' : 'beside';
}

function noFigure(utterance: Utterance): string {
  if (polarityOf(utterance.stance) !== 'for')
    return `${utterance.stance} something and puts no figure forward`;
  return utterance.vague ? 'vague wording: its bounds are for a reviewer to set' : 'states no number';
}

function notCounted(utterance: Utterance): string {
  return utterance.status === 'rejected'
    ? 'rejected by a reviewer'
    : 'superseded by a newer version of the claim';
}

function notKnownBy(utterance: Utterance, asOf: number): string | null {
  if (asOf === LAST_DAY) return null;
  const day = latestDay(utterance.saidAt);
  if (day <= asOf) return null;
  return day === LAST_DAY ? 'its day is not known' : 'said after the day of the figure';
}

/**
 * Leaves out copies and corrected figures; what is left can be an origin's figure on some day.
 *
 * @example
 * effectiveFigures(figures, roots, excluded); // copies are now in `excluded`
 */
export function effectiveFigures(
  figures: readonly Utterance[],
  roots: FigureRoots,
  excluded: ExcludedClaim[],
): readonly FigureClaim[] {
  const table: Table = { figures, roots, dropped: new Uint8Array(figures.length), excluded };
  dropCorrected(table);
  dropCopies(table);
  const kept: FigureClaim[] = [];
  figures.forEach((utterance, at) => {
    if (table.dropped[at] === 1) return;
    const { from, to } = roots.chains;
    kept.push({ utterance, root: roots.rootOf[at] ?? -1, from: from[at] ?? 0, to: to[at] ?? LAST_DAY });
  });
  return kept;
}

/** Claims by number, so that hundreds of thousands of them need no object each. */
interface Table {
  readonly figures: readonly Utterance[];
  readonly roots: FigureRoots;
  /** 1: left out. */
  readonly dropped: Uint8Array;
  readonly excluded: ExcludedClaim[];
}

function drop(at: number, reason: string, { figures, dropped, excluded }: Table): void {
  const claim = figures[at]?.claim;
  dropped[at] = 1;
  if (claim !== undefined) excluded.push({ claim, reason });
}

/** One outlet, one cited voice, two days: the later figure stands. */
function dropCorrected(table: Table): void {
  const { figures, roots } = table;
  const { outlet, cited, from, to } = roots.chains;
  const latest = new Map<Voice, Map<Voice, number>>();
  const newestOf = (at: number): number | undefined => {
    const voice = cited[at];
    const publisher = outlet[at];
    if (voice === null || voice === undefined || publisher === undefined || isAnonymous(voice))
      return undefined;
    return latest.get(publisher)?.get(voice);
  };
  figures.forEach((_, at) => {
    const voice = cited[at];
    const publisher = outlet[at];
    if (voice === null || voice === undefined || publisher === undefined || isAnonymous(voice)) return;
    if (from[at] === FIRST_DAY) return;
    const before = newestOf(at);
    if (before !== undefined && !isLater(at, before, table)) return;
    const byCited = latest.get(publisher);
    if (byCited === undefined) latest.set(publisher, new Map([[voice, at]]));
    else byCited.set(voice, at);
  });
  if (latest.size === 0) return;
  figures.forEach((utterance, at) => {
    const newest = newestOf(at);
    const by = newest === undefined ? undefined : figures[newest];
    if (newest === undefined || by === undefined || (to[at] ?? 0) >= (from[newest] ?? 0)) return;
    if (sameFigure(utterance, by)) return;
    drop(at, `superseded by ${by.claim}, the same outlet's later figure from the same voice`, table);
  });
}

function dropCopies(table: Table): void {
  const { figures, roots, dropped } = table;
  const firsts: (number | Map<number | string, number> | undefined)[] = new Array(roots.roots.length);
  figures.forEach((utterance, at) => {
    const root = roots.rootOf[at] ?? -1;
    if (dropped[at] === 1) return;
    const known = firsts[root];
    if (known === undefined) {
      firsts[root] = at;
      return;
    }
    const byFigure = known instanceof Map ? known : new Map([[keyAt(known, figures), known]]);
    firsts[root] = byFigure;
    const key = figureKey(utterance);
    const before = byFigure.get(key);
    if (before === undefined || precedes(at, before, table)) byFigure.set(key, at);
  });
  figures.forEach((utterance, at) => {
    if (dropped[at] === 1 || isOwn(at, roots)) return;
    const known = firsts[roots.rootOf[at] ?? -1];
    const first = known instanceof Map ? known.get(figureKey(utterance)) : known;
    const original = first === undefined ? undefined : figures[first];
    if (original !== undefined && first !== at) drop(at, `copy of ${original.claim}`, table);
  });
}

function keyAt(at: number, figures: readonly Utterance[]): number | string {
  const utterance = figures[at];
  return utterance === undefined ? '' : figureKey(utterance);
}

/** Said by its root itself, not carried by somebody else. */
function isOwn(at: number, { chains, roots, rootOf }: FigureRoots): boolean {
  return chains.cited[at] === null && chains.outlet[at] === roots[rootOf[at] ?? -1]?.voice;
}

/** Own words before carried ones, then dated before undated, then day, then claim id. */
function precedes(a: number, b: number, { figures, roots }: Table): boolean {
  const own = isOwn(a, roots);
  if (own !== isOwn(b, roots)) return own;
  const { from } = roots.chains;
  const dayA = from[a] || LAST_DAY;
  const dayB = from[b] || LAST_DAY;
  return dayA !== dayB ? dayA < dayB : hasSmallerId(a, b, figures);
}

function isLater(a: number, b: number, { figures, roots }: Table): boolean {
  const dayA = roots.chains.from[a] ?? 0;
  const dayB = roots.chains.from[b] ?? 0;
  return dayA !== dayB ? dayA > dayB : hasSmallerId(a, b, figures);
}

function hasSmallerId(a: number, b: number, figures: readonly Utterance[]): boolean {
  return (figures[a]?.claim ?? '') < (figures[b]?.claim ?? '');
}
