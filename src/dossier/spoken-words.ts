/**
 * A claim's words as they stand in the text, with the attributing words before them when these are near:
 * "refused to comment on the claims" instead of "comment on the claims". Always a piece of the stored text;
 * where the text or the cue is not at hand, the claim's own passage alone.
 */
import type { Claim } from '../record/claim.ts';
import type { Stance } from '../record/stance.ts';
import { unitOffsets } from './marked-text.ts';
import { type View, wordsOf } from './view.ts';

/** Code points between the attributing words and the passage at most. */
const NEAR = 60;
/** Code points before the passage that are searched for the attributing words. */
const BEFORE = 160;

/**
 * The exact words of a claim, from its attributing words on.
 *
 * @example
 * spokenWords(view, claim); // 'refused to comment on the claims'
 */
export function spokenWords(view: View, claim: Claim): string {
  const passage = wordsOf(claim);
  const cue = claim.chain.at(-1)?.cue?.text ?? '';
  const own = passage?.exact ?? '';
  const text = passage === null ? undefined : view.texts.get(passage.textSha256);
  if (passage === null || text === undefined || cue === '' || own.startsWith(cue)) return own;
  const [from = 0, start = 0, end = 0] = unitOffsets(text, [
    Math.max(0, passage.start - BEFORE),
    passage.start,
    passage.end,
  ]);
  if (text.slice(start, end) !== own) return own;
  const at = text.slice(from, start).lastIndexOf(cue);
  if (at < 0) return own;
  const between = text.slice(from + at + cue.length, start);
  const parted = between.length > NEAR || /[.!?\n“”"]/.test(between) || !isWord(text, from + at);
  return parted ? own : text.slice(from + at, end);
}

/** Stances whose bare content misleads: "comment on the claims" without the refusal. */
const WITH_CUE: ReadonlySet<Stance> = new Set<Stance>([
  'denies',
  'disputes',
  'declines',
  'silent',
  'undertakes',
]);

/**
 * The words to show for a claim: with the attributing words where the stance lies in these, else its passage.
 *
 * @example
 * shownWords(view, claim); // 'has not replied to its letters'
 */
export function shownWords(view: View, claim: Claim): string {
  return WITH_CUE.has(claim.stance) ? spokenWords(view, claim) : (wordsOf(claim)?.exact ?? '');
}

/** Says whether a word starts here, so that "aid" is not found in "said". */
function isWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}
