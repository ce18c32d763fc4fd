/**
 * When an entry was written, as far as anyone can show: the time this computer claimed, beside the interval that time
 * authorities leave. "Not after": a checkpoint that covers the entry was stamped then. "Not before": the token stands
 * in the log ahead of the entry, or in it, and nobody can know a token before it is given. (A token for a checkpoint that merely
 * ends before the entry shows nothing about it: an old checkpoint can be stamped late.) Gives an interval, never a point.
 */
import { durationWords } from '../record/duration-words.ts';

/** One verified token. */
export interface TimeAnchor {
  /** Entries that the stamped checkpoint covers. */
  readonly size: number;
  /** Number of the entry that holds the token; null when the token was found outside the log. */
  readonly seq: number | null;
  /** Time of the authority, ISO 8601 UTC. */
  readonly genTime: string;
  /** Seconds by which the authority's clock may be off; null: it states none. */
  readonly accuracySeconds?: number | null;
  /** Address of the authority. */
  readonly authority: string;
}

/** An entry and what its computer's clock claimed. */
export interface ClaimedTime {
  /** 1-based. */
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** One end of the interval. */
export interface TimeBound {
  /** ISO 8601 UTC, with the authority's accuracy allowed for. */
  readonly at: string;
  readonly authority: string;
}

export interface AnchoredTime {
  readonly seq: number;
  /** As the clock of the computer claimed, ISO 8601 UTC. */
  readonly claimed: string;
  /** Null: no token stands in this entry or ahead of it. */
  readonly notBefore: TimeBound | null;
  /** Null: no stamped checkpoint covers this entry yet. */
  readonly notAfter: TimeBound | null;
  /** What does not fit; null when the claimed time lies in the interval, ends included, or nothing is anchored. */
  readonly sentence: string | null;
}

/** A bound and the entry number from which, or up to which, it holds. */
interface Step {
  readonly seq: number;
  readonly time: number;
  readonly authority: string;
}

/**
 * Sets claimed and anchored times side by side.
 *
 * @param anchors verified tokens in any order
 * @returns one item for each entry, in the order given
 * @throws TypeError for a time that cannot be read
 * @example
 * anchoredTimes([{ seq: 3, at: '2026-01-02T10:00:00.000Z' }], [
 *   { size: 5, seq: 6, genTime: '2026-01-02T10:05:00.000Z', authority: 'https://time.example' },
 * ])[0]?.notAfter?.at; // '2026-01-02T10:05:00.000Z'
 */
export function anchoredTimes(
  entries: readonly ClaimedTime[],
  anchors: readonly TimeAnchor[],
): readonly AnchoredTime[] {
  const before = lowerSteps(anchors);
  const after = upperSteps(anchors);
  return entries.map((entry) => {
    const low = lastWhere(before, (step) => step.seq <= entry.seq);
    const high = after[firstIndexWhere(after, (step) => step.seq >= entry.seq)] ?? null;
    return {
      seq: entry.seq,
      claimed: entry.at,
      notBefore: low === null ? null : boundOf(low),
      notAfter: high === null ? null : boundOf(high),
      sentence: sentenceOf(millisecondsOf(entry.at), low, high),
    };
  });
}

/** By entry number upwards; each step holds the latest time among it and all before it. */
function lowerSteps(anchors: readonly TimeAnchor[]): Step[] {
  const steps = anchors
    .flatMap(({ seq, authority, ...anchor }) =>
      seq === null ? [] : [{ seq, authority, time: millisecondsOf(anchor.genTime) - slack(anchor) }],
    )
    .toSorted((one, other) => one.seq - other.seq);
  let latest: Step | null = null;
  return steps.map((step) => {
    latest = latest === null || step.time > latest.time ? step : { ...latest, seq: step.seq };
    return latest;
  });
}

/** By size upwards; each step holds the earliest time among it and all that cover more. */
function upperSteps(anchors: readonly TimeAnchor[]): Step[] {
  const steps = anchors
    .map(({ size, authority, ...anchor }) => ({
      seq: size,
      authority,
      time: millisecondsOf(anchor.genTime) + slack(anchor),
    }))
    .toSorted((one, other) => other.seq - one.seq);
  let earliest: Step | null = null;
  return steps
    .map((step) => {
      earliest = earliest === null || step.time < earliest.time ? step : { ...earliest, seq: step.seq };
      return earliest;
    })
    .toReversed();
}

function slack({ accuracySeconds }: Pick<TimeAnchor, 'accuracySeconds'>): number {
  return Math.ceil((accuracySeconds ?? 0) * 1000);
}

function lastWhere(steps: readonly Step[], holds: (step: Step) => boolean): Step | null {
  return steps[firstIndexWhere(steps, (step) => !holds(step)) - 1] ?? null;
}

/** By halving: `holds` is false, then true from some step on. */
function firstIndexWhere(steps: readonly Step[], holds: (step: Step) => boolean): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const step = steps[middle];
    if (step !== undefined && holds(step)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function boundOf({ time, authority }: Step): TimeBound {
  return { at: new Date(time).toISOString(), authority };
}

function millisecondsOf(instant: string): number {
  const time = Date.parse(instant);
  if (Number.isNaN(time))
    throw new TypeError('A time of the log cannot be read: an ISO 8601 instant is needed.');
  return time;
}

function sentenceOf(claimed: number, low: Step | null, high: Step | null): string | null {
  if (low !== null && high !== null && low.time > high.time)
    return `The authorities contradict each other by ${durationWords(low.time - high.time)}: ${low.authority} puts the entry after ${boundOf(low).at}, ${high.authority} before ${boundOf(high).at}. The clock of one of them was wrong.`;
  const clock = 'the clock of the computer that wrote it was';
  if (low !== null && claimed < low.time)
    return `The entry claims a time ${durationWords(low.time - claimed)} before the earliest one possible: ${clock} behind, or set back.`;
  if (high !== null && claimed > high.time)
    return `The entry claims a time ${durationWords(claimed - high.time)} after the latest one possible: ${clock} ahead, or set forward.`;
  return null;
}
