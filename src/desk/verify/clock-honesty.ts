/**
 * What can be said of the times in a log: stretches of entries with the times that were claimed and the interval that authorities
 * and witnesses leave, and every place where the clock cannot have been right. A wrong clock is told; it is no change of
 * the record. Gives intervals, never points.
 */

import { durationWords } from '../../record/duration-words.ts';
import { anchoredTimes, type ClaimedTime, type TimeAnchor, type TimeBound } from '../anchored-time.ts';

/** Entries one after the other of which the same is known. */
export interface TimeStretch {
  /** Numbers of the first and the last entry, 1-based. */
  readonly from: number;
  readonly to: number;
  /** Earliest and latest time that the clock claimed, ISO 8601 UTC. */
  readonly claimedFirst: string;
  readonly claimedLast: string;
  /** Null: nothing was proved before. */
  readonly notBefore: TimeBound | null;
  /** Null: nothing covers these entries yet. */
  readonly notAfter: TimeBound | null;
}

export interface ClockHonesty {
  readonly stretches: readonly TimeStretch[];
  /** Where claimed times cannot be right, one sentence each. */
  readonly sentences: readonly string[];
  /** How many entries claim a time outside their interval. */
  readonly outside: number;
}

/** An entry as far as its time goes. */
export interface TimedEntry extends ClaimedTime {
  readonly action: string;
}

/** Milliseconds by which two clocks may differ without a word. */
const SLACK = 60_000;
/** More sentences than these are counted, not told. */
const MOST = 12;

/**
 * Looks at the times of a whole log.
 *
 * @param entries all, oldest first
 * @param now of this computer
 * @example
 * clockHonesty(entries, anchors, desk.clock()).sentences; // []
 */
export function clockHonesty(
  entries: readonly TimedEntry[],
  anchors: readonly TimeAnchor[],
  now: Date,
): ClockHonesty {
  const times = anchoredTimes(entries, anchors);
  const stretches: TimeStretch[] = [];
  const wrong: string[] = [];
  let outside = 0;
  let told: string | null = null;
  for (const { seq, claimed, notBefore, notAfter, sentence } of times) {
    const last = stretches.at(-1);
    if (last !== undefined && sameBound(last.notBefore, notBefore) && sameBound(last.notAfter, notAfter))
      stretches[stretches.length - 1] = {
        ...last,
        to: seq,
        claimedFirst: claimed < last.claimedFirst ? claimed : last.claimedFirst,
        claimedLast: claimed > last.claimedLast ? claimed : last.claimedLast,
      };
    else
      stretches.push({
        from: seq,
        to: seq,
        claimedFirst: claimed,
        claimedLast: claimed,
        notBefore,
        notAfter,
      });
    if (sentence !== null) {
      outside += 1;
      if (sentence !== told) wrong.push(`Entry ${seq}: ${sentence}`);
    }
    told = sentence;
  }
  wrong.push(...backwards(entries), ...ahead(entries, now));
  const more = wrong.length - MOST;
  const sentences = more > 0 ? [...wrong.slice(0, MOST), `And ${more} more places like these.`] : wrong;
  return { stretches, sentences, outside };
}

function sameBound(one: TimeBound | null, other: TimeBound | null): boolean {
  return one?.at === other?.at && one?.authority === other?.authority;
}

/** Entries are written one after the other: a claimed time that runs back shows that a clock was set. */
function backwards(entries: readonly TimedEntry[]): readonly string[] {
  const found: string[] = [];
  let latest: TimedEntry | null = null;
  for (const entry of entries) {
    const back = latest === null ? 0 : Date.parse(latest.at) - Date.parse(entry.at);
    if (latest !== null && back > SLACK)
      found.push(
        `Entry ${entry.seq} was written after entry ${latest.seq} and claims a time ${durationWords(back)} before it (${entry.at}, after ${latest.at}): the clock was set back, or had been ahead.`,
      );
    // What was brought over from an older format keeps its own times, all before the entry that says so.
    if (entry.action === 'record-imported') latest = null;
    else if (latest === null || back <= 0 || back > SLACK) latest = entry;
  }
  return found;
}

function ahead(entries: readonly TimedEntry[], now: Date): readonly string[] {
  const beyond = entries.filter(({ at }) => Date.parse(at) - now.getTime() > SLACK);
  const farthest = beyond.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
  if (farthest === undefined) return [];
  const many =
    beyond.length === 1
      ? `Entry ${farthest.seq} claims a time`
      : `${beyond.length} entries claim times, entry ${farthest.seq} one`;
  return [
    `${many} ${durationWords(Date.parse(farthest.at) - now.getTime())} ahead of this computer's clock now (${now.toISOString()}): one of the clocks was or is wrong.`,
  ];
}
