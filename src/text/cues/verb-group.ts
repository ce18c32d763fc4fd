/** What stands before a main verb: auxiliaries, negation, adverbs. It decides voice and stance. */
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';

const BE = /^(?:is|are|was|were|be|been|being|am|isn't|aren't|wasn't|weren't|it's|he's|she's|they're)$/;
const NEGATED = /(?:^not$|^never$|n't$|^neither$|^cannot$)/;

/** The auxiliaries, adverbs and negation before a verb. */
export interface VerbGroup {
  readonly from: number;
  readonly negated: boolean;
  readonly be: boolean;
  readonly have: boolean;
  readonly modal: boolean;
  readonly toInfinitive: boolean;
}

const ABLE =
  /^(?:able|forced|compelled|obliged|quick|happy|right|pleased|proud|sorry|ready|had|managed|came|went|used|liked|began|kept|continued|loved|heard|overheard|known|recorded)$/;

const REACHED =
  /^(?:rang|rung|phoned|telephoned|called|wrote|written|texted|e-?mailed|messaged|radioed|cabled|telegraphed|signalled|came|forward|rings|phones|telephones|calls|writes|texts)$/;

/** "A stranger *rang me to* say that": the call is how it was said. */
function reachedBefore(parsed: ParsedText, to: number, limit: number): VerbGroup | null {
  if (!/^(?:say|tell|report|complain|warn|announce|ask|confirm|deny)$/.test(lowerAt(parsed, to + 1)))
    return null;
  for (let i = to - 1; i >= Math.max(limit, to - 4); i -= 1) {
    if (REACHED.test(lowerAt(parsed, i))) {
      const group = verbGroup(parsed, i, limit);
      return group.be || group.negated ? null : { ...group, toInfinitive: false };
    }
    if (!/^(?:PRON|POSS|DET|NOUN|NAME|ADV)$/.test(parsed.tags[i] ?? '')) return null;
  }
  return null;
}

/** "was able to confirm", "was forced to admit", "had to concede", "went on to deny", "used to tell": it was done. */
function ableBefore(parsed: ParsedText, to: number, limit: number): VerbGroup | null {
  const on = lowerAt(parsed, to - 1) === 'on' && lowerAt(parsed, to - 2) === 'went' ? to - 2 : to - 1;
  const lower = lowerAt(parsed, on);
  if (on < limit || !ABLE.test(lower) || (lower === 'went' && on === to - 1)) return null;
  const alone = /^(?:had|managed|came|went|used|liked|began|kept|continued|loved)$/.test(lower);
  const rest = verbGroup(parsed, on, limit);
  if (alone)
    return {
      from: lower === 'had' ? on : rest.from,
      negated: rest.negated,
      be: false,
      have: true,
      modal: false,
      toInfinitive: false,
    };
  return rest.be ? { ...rest, be: false, toInfinitive: false } : null;
}

/** "has *since* told", "had *long* denied": no preposition between the auxiliary and its verb. */
function sinceThen(parsed: ParsedText, i: number): boolean {
  return (
    /^(?:since|long|earlier)$/.test(lowerAt(parsed, i)) && /^(?:AUX|ADV)$/.test(parsed.tags[i - 1] ?? '')
  );
}

/**
 * Reads a verb group leftwards from its main verb.
 *
 * @example
 * verbGroup(parsed, 4, 0); // { from: 2, negated: true, … } for "has not denied"
 */
export function verbGroup(parsed: ParsedText, verb: number, limit: number): VerbGroup {
  const seen = { negated: false, be: false, have: false, modal: false };
  let from = verb;
  for (let i = verb - 1; i >= limit; i -= 1) {
    const tag = parsed.tags[i];
    const lower = lowerAt(parsed, i);
    if (tag === 'AUX' || tag === 'MODAL' || tag === 'NEG') {
      if (/^(?:they|we|he|she|it|i|you)'/.test(lower)) {
        seen.negated ||= NEGATED.test(lower);
        break;
      }
      seen.negated ||= NEGATED.test(lower);
      seen.be ||= BE.test(lower);
      seen.have ||= /^(?:has|have|had|having)/.test(lower);
      seen.modal ||= tag === 'MODAL';
      from = i;
    } else if (
      tag !== 'ADV' &&
      !sinceThen(parsed, i) &&
      lower !== 'both' &&
      lower !== 'neither' &&
      lower !== 'yet'
    ) {
      const able =
        tag === 'TO' && from === verb
          ? (ableBefore(parsed, i, limit) ?? reachedBefore(parsed, i, limit))
          : null;
      if (able !== null) return able;
      return { from, ...seen, toInfinitive: tag === 'TO' && from === verb };
    } else if (lower === 'neither') {
      seen.negated = true;
      from = i;
    }
  }
  return { from, ...seen, toInfinitive: false };
}
