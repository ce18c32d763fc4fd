/** An accusation without a clause of its own: whom the words name, and of what. */
import type { Measure, Scope } from '../../record/proposition.ts';
import type { PropositionDraft } from '../proposed-claim.ts';
import { wordAct } from './wording.ts';

const ACCUSED =
  /^(.{3,80}?) of (?:the |widespread |systematic )?(tortur|kill|murder|abduct|kidnap|detain|detention|rap|beating)\p{L}*\b/iu;
const ACCUSED_OF: Readonly<Record<string, Measure>> = {
  tortur: 'tortured',
  beating: 'tortured',
  kill: 'killed',
  murder: 'killed',
  abduct: 'abducted',
  kidnap: 'abducted',
  detain: 'detained',
  detention: 'detained',
  rap: 'sexual-violence',
};

/** Where the words stand. */
interface Accused {
  readonly text: string;
  /** UTF-16 code units in `text`. */
  readonly start: number;
  readonly documentPlace: string | null;
}

/**
 * "(accused) officers of the Guard of torture": the words name whom and what. Null when nobody is accused of an act.
 *
 * @example
 * accusation({ text: 'They accused guards of torture', start: 13, documentPlace: null }, 'guards of torture')?.measure; // 'tortured'
 */
export function accusation(request: Accused, words: string): PropositionDraft | null {
  if (
    !/\b(?:accus\p{L}*|suspect\p{L}*)\s*$/iu.test(
      request.text.slice(Math.max(0, request.start - 24), request.start),
    )
  )
    return null;
  const match = ACCUSED.exec(words);
  const measure = ACCUSED_OF[match?.[2]?.toLowerCase() ?? ''];
  if (match === null || measure === undefined) return null;
  const scope: Scope = {
    group: null,
    place: request.documentPlace,
    by: match[1]?.replace(/^(?:the|a|an) /i, '') ?? null,
    actor: null,
  };
  return { kind: 'occurrence', measure, answer: null, scope, text: wordAct(measure, scope), sameAs: null };
}
