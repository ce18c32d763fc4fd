/** What `onrecord verify` says of a vault and of a source: what differs, and what can be said of the times. */
import type { AnchoredTime, TimeBound } from '../desk/anchored-time.ts';
import type { ClockHonesty, TimeStretch } from '../desk/verify/clock-honesty.ts';
import type { VerifyFault } from '../desk/verify/verify-fault.ts';
import type { SourceReport } from '../desk/verify/verify-source.ts';
import type { VerifyReport, VerifyStage } from '../desk/verify-vault.ts';
import type { Paper } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { counted, para } from './words.ts';

/** Stretches of time that are told; JSON has all. */
const MOST_STRETCHES = 8;

/**
 * How far a check has come, in one line.
 *
 * @example
 * progress.tell(stageWords(stage));
 */
export function stageWords({ stage, done, total }: VerifyStage): string {
  switch (stage) {
    case 'log':
      return 'Replaying the log and comparing every table …';
    case 'times':
      return 'Checking time-stamps and cosignatures …';
    case 'bytes':
      return 'Hashing all stored bytes …';
    case 'captures':
      return `${done ?? 0} of ${total ?? 0} captures checked`;
    case 'passages':
      return `${done ?? 0} claims checked`;
    default:
      return stage satisfies never;
  }
}

/**
 * The result of a check of the whole vault.
 *
 * @example
 * terminal.out(...vaultLines(report, call, terminal.paper));
 */
export function vaultLines(report: VerifyReport, place: Place, paper: Paper): string[] {
  const { faults, head, newerReader } = report;
  const say = (words: string): string[] => para(words, paper);
  const lines = briefLines(report, paper);
  if (newerReader > 0)
    lines.push(
      ...say(
        `${counted(newerReader, 'text was', 'texts were')} read by another version of the reader: the texts were not compared.`,
      ),
    );
  lines.push(...anchorLines(report, paper), ...timeLines(report.clock, place, paper));
  if (head !== null && faults.length === 0 && !report.stopped)
    lines.push(
      ...say(
        `The log has ${head.seq} entries; the root of its proof tree is ${head.root}. Keep this line elsewhere, or better a checkpoint (onrecord checkpoint --out FILE${placeFlags(place)}): it proves later that nothing was changed.`,
      ),
    );
  return lines;
}

/**
 * What differs and the sum: for a check that repeats itself.
 *
 * @example
 * terminal.out(...briefLines(report, terminal.paper));
 */
export function briefLines(report: VerifyReport, paper: Paper): string[] {
  const { checked, faults } = report;
  const sum = `${counted(checked.captures, 'capture')}, ${counted(checked.texts, 'text')}, ${counted(checked.claims, 'claim')} and ${counted(checked.entries, 'log entry', 'log entries')} checked`;
  return [...faultLines(faults, paper), ...para(`${sum}: ${resultWords(report)}`, paper)];
}

function resultWords({ faults, stopped }: VerifyReport): string {
  if (faults.length > 0)
    return `${counted(faults.length, 'difference')} found. Change nothing in this vault, compare it with a backup, and find out who could write to it.`;
  return stopped
    ? 'stopped before the end. Nothing differs so far; of the rest nothing is said.'
    : 'nothing differs.';
}

/**
 * One line for each thing that differs.
 *
 * @example
 * faultLines([], paper); // []
 */
export function faultLines(faults: readonly VerifyFault[], paper: Paper): string[] {
  return faults.flatMap((fault) => para(`✗ ${fault.check} ${fault.item}: ${fault.message}`, paper));
}

function anchorLines({ anchors, faults }: VerifyReport, paper: Paper): string[] {
  const { exported, timestamped, witnessed, unchecked } = anchors;
  const all = exported + timestamped + witnessed;
  const sound = !faults.some(({ check }) => check === 'anchor' || check === 'log');
  const told = `${counted(all, 'checkpoint')} left this vault (${exported} exported, ${timestamped} time-stamped, ${witnessed} witnessed)${sound ? ': the log goes on from each of them.' : '.'}`;
  return [
    ...(all === 0 ? [] : para(told, paper)),
    ...unchecked.flatMap(({ message }) => para(`? ${message}`, paper)),
  ];
}

/**
 * Claimed times beside what is proved, and where they cannot be right.
 *
 * @example
 * terminal.out(...timeLines(report.clock, call, terminal.paper));
 */
export function timeLines(
  { stretches, sentences, outside }: ClockHonesty,
  place: Place,
  paper: Paper,
): string[] {
  if (stretches.length === 0) return [];
  const half = MOST_STRETCHES / 2;
  const left = stretches.length - MOST_STRETCHES;
  const shown =
    left > 0
      ? [
          ...stretches.slice(0, half).map(stretchWords),
          `… ${left} more; --json has all …`,
          ...stretches.slice(-half).map(stretchWords),
        ]
      : stretches.map(stretchWords);
  const bare = stretches.every(({ notBefore, notAfter }) => notBefore === null && notAfter === null);
  const none = `No time-stamp and no witness covers an entry yet: for the times there is only the clock of the computer. Change that with: onrecord timestamp${placeFlags(place)}`;
  const wrong =
    outside === 0
      ? []
      : [`${counted(outside, 'entry claims', 'entries claim')} a time that cannot be right.`];
  return [
    ...shown.flatMap((words) => para(words, paper)),
    ...[...(bare ? [none] : []), ...wrong, ...sentences].flatMap((words) => para(words, paper)),
  ];
}

function stretchWords({ from, to, claimedFirst, claimedLast, notBefore, notAfter }: TimeStretch): string {
  const entries = from === to ? `entry ${from}` : `entries ${from}–${to}`;
  const claimed =
    claimedFirst === claimedLast
      ? instant(claimedFirst)
      : `${instant(claimedFirst)} … ${instant(claimedLast)}`;
  return `${entries}: claimed ${claimed}; ${boundWords(notBefore, notAfter)}`;
}

function boundWords(notBefore: TimeBound | null, notAfter: TimeBound | null): string {
  const ends = [
    ...(notBefore === null ? [] : [`not before ${instant(notBefore.at)} (${notBefore.authority})`]),
    ...(notAfter === null ? [] : [`not after ${instant(notAfter.at)} (${notAfter.authority})`]),
  ];
  return ends.length === 0 ? 'nothing proved yet' : `proved ${ends.join(', ')}`;
}

function instant(text: string): string {
  return text.replace(/\.\d+Z$/u, 'Z');
}

/**
 * The result of a check of one source.
 *
 * @example
 * terminal.out(...sourceLines(report, call, terminal.paper));
 */
export function sourceLines(report: SourceReport, place: Place, paper: Paper): string[] {
  const { captures, faults, checked, head, times } = report;
  const say = (words: string): string[] => para(words, paper);
  const lines = [...faultLines(faults, paper)];
  for (const { fileName, size, sha256, entry } of captures)
    lines.push(
      ...say(
        `${fileName ?? 'a capture without a file name'}: ${size} bytes, SHA-256 ${sha256}, entry ${entry}`,
      ),
    );
  const what = report.erased
    ? `${report.source} was erased: its bytes, text and claims are gone for good, and the content of its entries with them. ${counted(checked.entries, 'entry', 'entries')} checked by what is left of them, their leaves in the proof tree`
    : `${counted(captures.length, 'capture')}, ${counted(checked.texts, 'text')}, ${counted(checked.claims, 'claim')} and ${counted(checked.entries, 'log entry', 'log entries')} of ${report.source} checked`;
  const found =
    faults.length === 0
      ? 'nothing differs.'
      : `${counted(faults.length, 'difference')} found. Change nothing in this vault, and check all of it: onrecord verify${placeFlags(place)}`;
  lines.push(...say(`${what}: ${found}`));
  if (report.newerReader > 0)
    lines.push(
      ...say('A text was read by another version of the reader: it was not compared with the bytes.'),
    );
  lines.push(...times.flatMap((time) => say(timeWords(time))));
  if (head !== null)
    lines.push(
      ...say(
        `Every entry is in the proof tree of ${head.size} entries with the root ${head.root}, signed by this vault's log.`,
      ),
    );
  return lines;
}

function timeWords({ seq, claimed, notBefore, notAfter, sentence }: AnchoredTime): string {
  const wrong = sentence === null ? '' : ` ${sentence}`;
  return `entry ${seq}: claimed ${instant(claimed)}; ${boundWords(notBefore, notAfter)}.${wrong}`;
}
