/**
 * How the table of stances (bench/language/stance/) is read and judged. A row is one to three invented sentences with
 * the day of publication and what a careful reader takes from one of their claims: innermost speaker, stance, force
 * of the cue and, for silence, the day until which it lasted. The whole reader is asked, not the rules of stance
 * alone: a claim that is not found, or is put into another mouth, is a miss.
 */
import { sliceCodePoints } from '../record/code-points.ts';
import type { ProposedClaim } from './proposed-claim.ts';
import { readText } from './read-text.ts';

/** One row of the table. */
export interface StanceCase {
  readonly id: string;
  /** What is hard about it, for example "not-deny". */
  readonly phenomenon: string;
  /** Kind of text: wire, tabloid, headline, transcript, and so on. */
  readonly register: string;
  /** EDTF day. */
  readonly publishedAt: string;
  readonly text: string;
  /** Words of the innermost speaker's mention or name; null for nobody in particular. */
  readonly speaker: string | null;
  /** Words that the claim must share at least in part. */
  readonly content: string;
  readonly stance: string;
  /** Another stance that is as fair; absent: none. */
  readonly orElse?: string;
  readonly force: string;
  /** EDTF day until which there was silence; absent: not asked. */
  readonly date?: string;
}

/** What the reader takes from the claim of a row; stance `none` when it has no claim for that speaker and content. */
export interface StanceAnswer {
  readonly stance: string;
  readonly force: string | null;
  readonly date: string | null;
}

/** Lines of JSON to rows. @example readStanceCases(readFileSync(path, 'utf8')).length; // 241 */
export function readStanceCases(jsonl: string): StanceCase[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StanceCase);
}

/** Reads the text of a row with the whole reader. @example answerFor(row).stance; // 'denies' */
export function answerFor(row: StanceCase): StanceAnswer {
  const { text, publishedAt } = row;
  const { claims } = readText({ text, publishedAt, outlet: null, language: 'en' });
  let nearest: ProposedClaim | null = null;
  let most = 0;
  for (const claim of claims) {
    const near = isSpeaker(row, claim) ? nearness(row, claim) : 0;
    if (near > most) [nearest, most] = [claim, near];
  }
  return {
    stance: nearest?.stance ?? 'none',
    force: nearest?.chain.at(-1)?.cue.force ?? null,
    date: nearest?.when?.edtf ?? null,
  };
}

/** Whether the stance is as the careful reader takes it. @example isRight(row, answerFor(row)); // true */
export function isRight(row: StanceCase, answer: StanceAnswer): boolean {
  return answer.stance === row.stance || answer.stance === row.orElse;
}

/** Nobody in particular is a speaker without a name, or the report itself. */
function isSpeaker({ speaker }: StanceCase, claim: ProposedClaim): boolean {
  const last = claim.chain.at(-1);
  if (speaker === null) return (last?.resolved ?? null) === null;
  if (last === undefined) return false;
  return `${last.named} ${last.resolved ?? ''}`.toLowerCase().includes(speaker.toLowerCase());
}

/** Jaccard of the claim's words with the row's, cue included, so that "did not respond" is met either way. */
function nearness({ text, content }: StanceCase, claim: ProposedClaim): number {
  const at = [...text.slice(0, text.toLowerCase().indexOf(content.toLowerCase()))].length;
  const end = at + [...content].length;
  const cue = claim.chain.at(-1)?.cue.span;
  let shared = 0;
  let size = 0;
  for (const span of [...claim.content, ...(claim.evidence === null ? [] : [claim.evidence])]) {
    shared += Math.max(0, Math.min(end, span.end) - Math.max(at, span.start));
    size += sliceCodePoints(text, span.start, span.end).length;
  }
  const beside = cue === undefined ? 0 : Math.max(0, Math.min(end, cue.end) - Math.max(at, cue.start));
  return (shared + beside / 2) / (end - at + size - shared);
}
