/** A report by number, with three claims on its first words, for the processes that crash tests kill while they store. */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import {
  captured,
  proposed,
  SAMPLE_ACTORS,
  sampleClaim,
  sampleId,
  sampleProposition,
} from './sample-record.ts';

/** What is stored of it. */
export interface LoopReport {
  readonly text: string;
  readonly entries: readonly NewEntry[];
}

/**
 * Makes one: the same for the same number.
 *
 * @example
 * await store.append(loopReport(7).entries);
 */
export function loopReport(number: number): LoopReport {
  const text = `Report ${number}: ${'twelve fishermen were killed near the old mill. '.repeat(60)}`;
  const textSha256 = sha256Hex(text);
  const place = { textSha256, start: 0, end: 6, exact: text.slice(0, 6), prefix: '', suffix: '' };
  const source = sampleId('source', number);
  const passages = [{ ...place, capture: sampleId('capture', number) }];
  const claims = [1, 2, 3].map((n) => sampleClaim(number * 10 + n, { source, passages }));
  return {
    text,
    entries: [
      captured(number, text, { actors: SAMPLE_ACTORS, capture: { sha256: textSha256 }, bytes: text }),
      proposed({ claims, propositions: [sampleProposition(1)], capture: number }),
    ],
  };
}
