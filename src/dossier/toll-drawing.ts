/**
 * What a chart of a toll shows, before it is drawn: steps of low, best and high, and a sign for each claim. It knows no
 * record: the pages of a dossier and `onrecord toll --svg` fill it in alike.
 */
import type { ClaimId } from '../record/id.ts';
import type { Bounds } from '../record/quantity.ts';
import { STANCES, type Stance } from '../record/stance.ts';
import { edtfWords } from './edtf-words.ts';
import { counted, numberWords } from './figure-words.ts';
import { plainLine } from './html.ts';

/** One day on which the toll changed. */
export interface DrawnStep extends Bounds {
  /** ISO day. */
  readonly day: string;
}

/** One claim. */
export interface DrawnClaim {
  readonly id: ClaimId;
  readonly stance: Stance;
  /** ISO day on the axis; null: it stands on no day and is only counted. */
  readonly day: string | null;
  /** Null: states no number, and stands in a lane of its own. */
  readonly value: number | null;
  readonly who: string;
  readonly unreviewed: boolean;
  /** Its figure stands; copies and figures that were replaced are drawn small. */
  readonly used: boolean;
}

export interface TollDrawing {
  /** What is counted, in words. */
  readonly title: string;
  /** `known`: days on which it was said. `event`: days by which it had happened. */
  readonly axis: 'known' | 'event';
  readonly steps: readonly DrawnStep[];
  readonly claims: readonly DrawnClaim[];
}

/** Claims of one day, number and stance, drawn as one sign. */
export interface DrawnSign {
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  readonly value: number | null;
  readonly stance: Stance;
  readonly used: boolean;
  readonly claims: readonly DrawnClaim[];
}

/** What each axis counts days by. */
export const AXIS_WORDS = {
  known: 'day on which it was said',
  event: 'day by which it had happened',
} as const;

/**
 * The signs of a drawing, small ones first so that none of them covers a figure that stands.
 *
 * @example
 * signsOf(drawing.claims).length; // at most the number of claims
 */
export function signsOf(claims: readonly DrawnClaim[]): readonly DrawnSign[] {
  const groups = new Map<string, DrawnClaim[]>();
  for (const claim of claims) {
    if (claim.day === null) continue;
    const key = `${claim.day} ${claim.value} ${claim.stance} ${claim.used || claim.value === null}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  const signs = [...groups.values()].flatMap((group): DrawnSign[] => {
    const [first] = group;
    if (first === undefined || first.day === null) return [];
    const { stance, value } = first;
    return [
      { time: Date.parse(first.day), value, stance, used: first.used || value === null, claims: group },
    ];
  });
  return signs.toSorted((a, b) => Number(a.used) - Number(b.used) || a.time - b.time);
}

/** Said against it: never left out for others. */
const AGAINST: ReadonlySet<Stance> = new Set<Stance>(['denies', 'disputes', 'declines', 'silent']);

/**
 * A drawing with no more than some signs: those that moved the toll come first, then those against it, then figures that stand, the
 * latest first; copies and figures that were replaced last.
 *
 * @param moved claims that changed the toll
 * @returns the drawing, and how many claims with a day are not in it
 * @example
 * fewerSigns(drawing, { most: 100, moved: new Set() }).left; // 0
 */
export function fewerSigns(
  drawing: TollDrawing,
  { most, moved }: { readonly most: number; readonly moved: ReadonlySet<ClaimId> },
): { readonly drawing: TollDrawing; readonly left: number } {
  const signs = signsOf(drawing.claims);
  if (signs.length <= most) return { drawing, left: 0 };
  const rank = ({ claims, stance, used }: DrawnSign): number =>
    claims.some(({ id }) => moved.has(id)) ? 0 : AGAINST.has(stance) ? 1 : used ? 2 : 3;
  const kept = signs
    .toSorted((a, b) => rank(a) - rank(b) || b.time - a.time)
    .slice(0, most)
    .flatMap(({ claims }) => claims);
  const ids = new Set(kept.map(({ id }) => id));
  const dated = drawing.claims.filter(({ day }) => day !== null).length;
  return {
    drawing: { ...drawing, claims: drawing.claims.filter(({ id, day }) => day === null || ids.has(id)) },
    left: dated - kept.length,
  };
}

/**
 * The stances that a drawing shows, in their usual order.
 *
 * @example
 * stancesIn(drawing.claims); // ['alleges', 'denies']
 */
export function stancesIn(claims: readonly DrawnClaim[]): readonly Stance[] {
  const drawn = new Set(claims.filter(({ day }) => day !== null).map(({ stance }) => stance));
  return STANCES.filter((stance) => drawn.has(stance));
}

/**
 * Who said what on which day, for a sign's title.
 *
 * @example
 * signWords(sign); // 'alleges 26, 12 May 2031: The Courier'
 */
export function signWords({ claims, stance, value, used }: DrawnSign): string {
  const names = [...new Set(claims.map(({ who }) => who))];
  const who =
    names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  const number = value === null ? '' : ` ${numberWords(value)}`;
  const left = used ? '' : ' (a copy, or replaced since)';
  return plainLine(`${stance}${number}${left}, ${edtfWords(claims[0]?.day ?? null)}: ${who}`);
}

/**
 * The drawing in words, for those who do not see it.
 *
 * @example
 * drawingWords(drawing); // 'From 1 April to 12 May 2031: 2 steps. At first low 3, …'
 */
export function drawingWords({ steps, claims, axis }: TollDrawing): string {
  const bound = (name: string, value: number | null): string =>
    `${name} ${value === null ? 'not stated' : numberWords(value)}`;
  const step = ({ low, best, high }: Bounds): string =>
    `${bound('low', low)}, ${bound('best', best)}, ${high === null ? 'no upper bound' : bound('high', high)}`;
  const first = steps[0];
  const last = steps.at(-1);
  const told =
    first === undefined || last === undefined
      ? 'The toll never had a number on this axis.'
      : steps.length === 1
        ? `Since ${edtfWords(first.day)}: ${step(first)}.`
        : `${counted(steps.length, 'step')}. From ${edtfWords(first.day)}: ${step(first)}. From ${edtfWords(last.day)}: ${step(last)}.`;
  const drawn = claims.filter(({ day }) => day !== null);
  const many = stancesIn(claims).map(
    (stance) => `${drawn.filter((claim) => claim.stance === stance).length} ${stance}`,
  );
  const left = claims.length - drawn.length;
  return [
    `Days: ${AXIS_WORDS[axis]}.`,
    told,
    many.length === 0 ? '' : `Claims drawn: ${many.join(', ')}.`,
    left === 0 ? '' : `${counted(left, 'claim')} without such a day not drawn.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
