/**
 * What a person can do next where there is nothing to show yet, in one sentence. Refuses to guess: it looks only
 * at how much of each thing the record holds.
 */
import type { RecordCounts } from '../desk/ports/record-store.ts';
import type { Paper } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { counted, para } from './words.ts';

/**
 * One sentence: what to do next. Null when accepted claims are on record: then there is nothing to set going.
 *
 * @example
 * nextStep(await desk.store.counts(), call); // 'The record is empty. Take reports in with: …'
 */
export function nextStep({ sources, claims }: RecordCounts, place: Place): string | null {
  const flag = placeFlags(place);
  if (sources === 0) return `The record is empty. Take reports in with: onrecord capture reports/${flag}`;
  if (claims.accepted > 0) return null;
  if (claims.proposed > 0) {
    const waiting = counted(claims.proposed, 'machine proposal waits', 'machine proposals wait');
    return `No claim has been accepted yet; ${waiting}. Read them with: onrecord claims --include-proposed${flag} and accept what the source says with: onrecord accept CLAIM --by "YOUR NAME"${flag}`;
  }
  if (claims.rejected > 0)
    return `Every claim was rejected. See why with: onrecord claims --status rejected${flag}`;
  return `No claims have been proposed yet. Let the machine mark who says what with: onrecord propose${flag}`;
}

/**
 * What stands in place of an empty list: that nothing is there, and the next step unless proposals wait, of
 * which `waitingLines` tells.
 *
 * @example
 * terminal.out(...emptyLines('No counts are on record yet.', { counts, waiting: 0, place: call, paper }));
 */
export function emptyLines(
  words: string,
  told: {
    readonly counts: RecordCounts;
    readonly waiting: number;
    readonly place: Place;
    readonly paper: Paper;
  },
): string[] {
  const next = told.waiting > 0 ? null : nextStep(told.counts, told.place);
  return [...para(words, told.paper), ...(next === null ? [] : para(next, told.paper))];
}
