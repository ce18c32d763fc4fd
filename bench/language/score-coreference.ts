/** Reads each passage and compares whom its speaker stands for. */
import { foldName } from '../../src/record/actor.ts';
import { COREFERENCE_CASES, type CoreferenceCase } from '../../src/text/coreference.cases.ts';
import type { ProposedSpeaker, ReadInput, Reading } from '../../src/text/proposed-claim.ts';

/** What a case came to. */
export interface Scored {
  readonly one: CoreferenceCase;
  readonly heldOut: boolean;
  readonly right: boolean;
  /** What was read, in words. */
  readonly got: string;
}

function plain(name: string): string {
  return foldName(name).replace(/^the /, '').replace(/[’']/g, '');
}

/** Case and quotation marks aside, the mention as the reader cuts it may leave out or take in an apposition. */
function isMention(named: string, wanted: string): boolean {
  if (named === wanted) return true;
  const [short, long] = named.length < wanted.length ? [named, wanted] : [wanted, named];
  return (
    !/^(?:he|she|it|they)$/i.test(short) &&
    long.startsWith(short) &&
    /^[,”"’ ]/.test(long.slice(short.length))
  );
}

function speakersOf(reading: Reading): ProposedSpeaker[] {
  return reading.claims.flatMap(({ chain }) => chain);
}

/**
 * Scores one case.
 *
 * @example
 * scoreCase(COREFERENCE_CASES[0], 0, read).right;
 */
export function scoreCase(one: CoreferenceCase, at: number, read: (input: ReadInput) => Reading): Scored {
  const heldOut = at % 2 === 1;
  const reading = read({ text: one.text, publishedAt: null, outlet: null, language: 'en' });
  const speaker = speakersOf(reading).findLast(({ named }) => isMention(named, one.mention));
  if (speaker === undefined) {
    const others = speakersOf(reading).map(({ named, resolved }) => `${named} = ${resolved ?? '–'}`);
    return { one, heldOut, right: false, got: `no such speaker; read: ${others.join('; ')}` };
  }
  const wanted: readonly (string | null)[] = one.name === null ? [null] : one.name.split('|').map(plain);
  const name = speaker.resolved === null ? null : plain(speaker.resolved);
  const right = wanted.includes(name) && one.kinds.includes(speaker.kind);
  return { one, heldOut, right, got: `${speaker.resolved ?? 'nobody'} (${speaker.kind})` };
}

/**
 * Scores all cases.
 *
 * @example
 * scoreCoreference(readText).filter(({ right }) => right).length;
 */
export function scoreCoreference(read: (input: ReadInput) => Reading): Scored[] {
  return COREFERENCE_CASES.map((one, at) => scoreCase(one, at, read));
}
