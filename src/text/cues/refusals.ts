/**
 * The answers that are no answers: "refused to comment", "would neither confirm nor deny" (declines) and "did not
 * respond", "could not be reached" (silent). A refusal to act ("refused to grant visas") is none of them. A report that
 * could not be verified by its outlet is no answer either, and no claim against anybody.
 */
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { verbReadings } from '../verb-forms.ts';
import type { Cue } from './cue.ts';
import { SPEECH_ACTS } from './lexicon.ts';
import { verbGroup } from './verb-group.ts';

const SHY =
  /^(?:comment|elaborate|disclose|discuss|confirm|specify|identify|deny|name|say|reveal|answer|address|acknowledge|explain|clarify|verify|corroborate)$/;
const MUTE = /^(?:respond|reply|return|answer|react)$/;

function lemmaAt(parsed: ParsedText, i: number): string {
  return verbReadings(lowerAt(parsed, i))[0]?.lemma ?? '';
}

function toldOff(parsed: ParsedText, i: number, range: Range): Cue | null {
  const lemma = lemmaAt(parsed, i);
  if (lemma !== 'decline' && lemma !== 'refuse') return null;
  const tag = parsed.tags[i];
  if (tag === 'NOUN' || tag === 'NAME') return null;
  const group = verbGroup(parsed, i, range.from);
  const base = {
    from: group.from,
    head: i,
    lemma,
    does: 'declines',
    force: 'neutral',
    negated: group.negated,
    frames: 'i',
  } as const;
  const next = lowerAt(parsed, i + 1);
  if (
    /^(?:comment|further|to)$/.test(next) &&
    (next !== 'to' || SPEECH_ACTS.has(infinitive(parsed, i + 2)))
  ) {
    return group.negated ? null : { ...base, to: i + 1, shape: 'decline' };
  }
  return null;
}

function infinitive(parsed: ParsedText, from: number): string {
  let i = from;
  while (parsed.tags[i] === 'ADV' || lowerAt(parsed, i) === 'be') i += 1;
  return (
    verbReadings(lowerAt(parsed, i)).find((r) => r.form === 'base' || r.form === 'pp')?.lemma ??
    lowerAt(parsed, i)
  );
}

/**
 * "could not independently verify": what an outlet says of its own work, no answer to anybody.
 *
 * @example
 * byItself(parsed, 3, 6); // true
 */
export function byItself(parsed: ParsedText, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (lowerAt(parsed, i) === 'independently') return true;
  return false;
}

/**
 * "He never said that they were armed": takes back no answer, but denies having said so.
 *
 * @example
 * neverSaid(parsed, 3, 'say'); // true
 */
export function neverSaid(parsed: ParsedText, i: number, lemma: string): boolean {
  return (
    /^(?:say|claim|state|call|suggest|allege|describe|tell|announce|declare|write)$/.test(lemma) &&
    lowerAt(parsed, i - 1) === 'never' &&
    !/^(?:how|what|who|where|when|why|whether)$/.test(lowerAt(parsed, i + 1))
  );
}

/** "would neither confirm nor deny", "has not commented, "did not say whether". */
function negatedSpeech(parsed: ParsedText, i: number, range: Range): Cue | null {
  const lemma = lemmaAt(parsed, i);
  const tag = parsed.tags[i];
  if (!SHY.test(lemma) || tag === 'NOUN' || tag === 'NAME' || tag === 'VBG') return null;
  const group = verbGroup(parsed, i, range.from);
  if (!group.negated || group.toInfinitive || (group.be && tag === 'VBD')) return null;
  if (byItself(parsed, group.from, i) || neverSaid(parsed, i, lemma)) return null;
  let to = i + 1;
  if (lowerAt(parsed, to) === 'nor' || lowerAt(parsed, to) === 'or') to += 2;
  const base = {
    from: group.from,
    to,
    head: i,
    does: 'declines',
    force: 'neutral',
    negated: true,
    frames: 'qtbwng',
  } as const;
  if (lemma === 'say' && /^(?:anything|nothing)$/.test(lowerAt(parsed, to)))
    return { ...base, lemma: 'not say anything', does: 'silent', shape: 'silent' };
  return { ...base, lemma: to > i + 1 ? 'neither confirm nor deny' : `not ${lemma}`, shape: 'decline' };
}

const SILENCE = { does: 'silent', force: 'neutral', negated: true, frames: '', shape: 'silent' } as const;

function noResponse(parsed: ParsedText, i: number, range: Range): Cue | null {
  const lemma = lemmaAt(parsed, i);
  const lower = lowerAt(parsed, i);
  const base = { ...SILENCE, to: i + 1, head: i };
  const unsaid = lowerAt(parsed, i - 1) === 'to' && lowerAt(parsed, i - 2) === 'yet';
  if (unsaid && lemma === 'comment') return { ...base, from: i - 3, to: i, lemma: 'yet to comment' };
  if (unsaid && lemma === 'say') return { ...base, from: i - 3, lemma: 'yet to say' };
  if (MUTE.test(lemma) && (unsaid || parsed.tags[i] !== 'NOUN')) return notAnswered(parsed, i, range);
  if (lemma === 'reach' || lower === 'available') return notReached(parsed, i, range);
  const none =
    lower === 'unavailable' && /^(?:for|to|[.,;]|on|this|until|yesterday)$/.test(lowerAt(parsed, i + 1));
  if (none) return { ...base, from: verbGroup(parsed, i, range.from).from, lemma: 'unavailable' };
  const left = [1, 2, 3, 4].some((n) => /^(?:left|leaving|leaves)$/.test(lowerAt(parsed, i - n)));
  return lower === 'unanswered' && !(left && parsed.tags[i - 2] === 'NUM')
    ? { ...base, from: i - 1, lemma: 'go unanswered' }
    : null;
}

/** "did not respond", "has yet to reply", "would not answer". */
function notAnswered(parsed: ParsedText, i: number, range: Range): Cue | null {
  const lemma = lemmaAt(parsed, i);
  const group = verbGroup(parsed, i, range.from);
  const yet = group.toInfinitive && lowerAt(parsed, i - 2) === 'yet';
  if (!group.negated && !yet) return null;
  if (
    lemma === 'return' &&
    !/^(?:a|an|the|our|my|any|his|her|their|calls?|phone|requests?|messages?|emails?|e-mails?|repeated|several|multiple|numerous|both|either|two|three|four|five|six|half|\d+)$/.test(
      lowerAt(parsed, i + 1),
    ) &&
    !group.be
  )
    return null;
  const from = yet ? i - 3 : group.from;
  const to = from < i && !yet ? beforeBe(parsed, i) : i + 1;
  const refuses = lemma === 'answer' && /^(?:would|will|wouldn't|won't)/.test(lowerAt(parsed, from));
  return { ...SILENCE, from, to, head: i, lemma: `not ${lemma}`, does: refuses ? 'declines' : 'silent' };
}

/** "could not be reached", "was not available". */
function notReached(parsed: ParsedText, i: number, range: Range): Cue | null {
  const group = verbGroup(parsed, i, range.from);
  if (!group.negated || !group.be) return null;
  const to = group.from < i ? beforeBe(parsed, i) : i + 1;
  const lemma = lemmaAt(parsed, i) === 'reach' ? 'could not be reached' : 'not available';
  return { ...SILENCE, from: group.from, to, head: to, lemma };
}

/** "could not | be reached": where the negated auxiliary ends and what was not done begins. */
function beforeBe(parsed: ParsedText, verb: number): number {
  let to = verb;
  while (
    /^(?:be|been|immediately|yet|so|far|directly|publicly|ADV)$/.test(lowerAt(parsed, to - 1)) &&
    to > verb - 3
  )
    to -= 1;
  return to;
}

/** "had no comment", "gave no answer". */
function noComment(parsed: ParsedText, i: number): Cue | null {
  if (
    lowerAt(parsed, i) !== 'no' ||
    !/^(?:comment|answer|response|reply|immediate|further)$/.test(lowerAt(parsed, i + 1))
  )
    return null;
  if (!/^(?:had|have|has|gave|offered|made|issued|provided|sent|received)$/.test(lowerAt(parsed, i - 1)))
    return null;
  const silent = lowerAt(parsed, i + 1) !== 'comment';
  const base = {
    from: i - 1,
    head: i - 1,
    negated: true,
    force: 'neutral',
    frames: '',
    shape: silent ? 'silent' : 'decline',
  } as const;
  return { ...base, to: i, lemma: 'no comment', does: silent ? 'silent' : 'declines' };
}

/**
 * A refusal to answer whose main word stands at `i`, or null.
 *
 * @example
 * findRefusal(parsed, 3, range)?.does; // 'declines' for "The ministry refused to comment"
 */
export function findRefusal(parsed: ParsedText, i: number, range: Range): Cue | null {
  return (
    toldOff(parsed, i, range) ??
    noResponse(parsed, i, range) ??
    negatedSpeech(parsed, i, range) ??
    noComment(parsed, i)
  );
}
