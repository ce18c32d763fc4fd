/** What `onrecord timestamp` says: whom it asks before it does, what came back, and what still waits. */
import type { StampResult, TimestampReport } from '../desk/timestamp-checkpoint.ts';
import type { WaitingStamp } from '../desk/waiting-stamps.ts';
import type { Paper } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { counted, para } from './words.ts';

/**
 * Before an authority is contacted.
 *
 * @example
 * terminal.err(...askingLines(waiting, terminal.paper));
 */
export function askingLines({ authority, checkpoint }: WaitingStamp, paper: Paper): string[] {
  return para(
    `Asking ${authority.url} to stamp the head of the log at ${entries(checkpoint.size)}. It sees a hash and the network address of this computer.`,
    paper,
  );
}

/**
 * After all were asked.
 *
 * @example
 * terminal.out(...reportLines(report, call, terminal.paper));
 */
export function reportLines({ results, waiting }: TimestampReport, place: Place, paper: Paper): string[] {
  if (results.length === 0)
    return para('Nothing waits: every authority has stamped all that is in the log.', paper);
  const lines = results.flatMap((result) => resultLines(result, paper));
  if (waiting.length === 0) return lines;
  const pairs = waiting.map(({ url, size }) => `${entries(size)} by ${url}`).join(', ');
  const again = `Still without a token: ${pairs}. Nothing is lost. Try again with: onrecord timestamp${placeFlags(place)}`;
  return [...lines, '', ...para(again, paper)];
}

function resultLines(result: StampResult, paper: Paper): string[] {
  const { url, size } = result;
  if (result.outcome === 'queued') return para(`… ${entries(size)}: ${result.reason} It waits.`, paper);
  if (result.outcome === 'failed')
    return [
      ...para(`✗ ${entries(size)}: the answer of ${url} was not kept.`, paper),
      ...result.reasons.flatMap((reason) => para(`- ${reason}`, paper, '  ')),
    ];
  const { genTime, accuracySeconds, signer, holdsUntil, clockSentence } = result;
  const within = accuracySeconds === null ? 'it does not say how exactly' : `within ${accuracySeconds} s`;
  return [
    ...para(`✓ ${entries(size)} stamped by ${url} at ${genTime} (${within}).`, paper),
    ...para(`Signed by ${signer}; its certificates end on ${holdsUntil.slice(0, 10)}.`, paper, '  '),
    ...(clockSentence === null ? [] : para(clockSentence, paper, '  ')),
  ];
}

function entries(size: number): string {
  return counted(size, 'entry', 'entries');
}
