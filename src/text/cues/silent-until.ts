/**
 * Until when there was no reply: "did not respond by Friday evening", "had not replied at the time of writing". The day
 * is that of the deadline; a deadline of the publisher's own ("by press time") is the day of publication. A date that
 * only tells what was asked about ("about the killings on 3 May") is not taken.
 */
import type { When } from '../../record/when.ts';
import { datesIn } from '../dates.ts';

const OWN_DEADLINE =
  /\b(?:by|at|before|as of|as at|till|until|up to|prior to|when|ahead of) (?:the |our |this |its )?(?:\p{L}+ )?(?:(?:press|print|publication|filing) (?:time|deadline)|deadline|publication|publishing|(?:time|moment) (?:of|this|we|that)\b[^.,;]{0,40}|(?:story|article|report|piece|book|edition|newspaper|issue|bulletin)(?: \p{L}+)? (?:was|went|had|is|goes|came))/iu;
const LEAD =
  /\b(?:by|until|till|as of|as at|up to|before)(?: (?:late|early|the end of|close of business|noon|midnight|midday|the close of|at least|(?:on )?(?:the )?(?:morning|evening|afternoon) of|\d{1,2}(?::\d\d| ?[ap]\.?m\.?)))*(?: on)? /giu;
const TOPIC = /\b(?:about|regarding|concerning|over|into|after|since|from)\b/iu;
const MUTE =
  /\b(?:respond|reply|replied|responded|answer|answered|return|returned|reached|contacted|comment|commented|response|unanswered|available|unavailable|silent|acknowledge)\b/iu;

/**
 * The day that a sentence about silence gives; null when it gives none. EDTF.
 *
 * @example
 * silenceUntil('The army had not replied by Monday.', '2021-06-09')?.edtf; // '2021-06-07'
 */
export function silenceUntil(sentence: string, publishedAt: string | null): When | null {
  for (const lead of sentence.matchAll(LEAD)) {
    const at = lead.index + lead[0].length;
    const date = datesIn(sentence.slice(at), publishedAt)[0];
    if (date?.start === 0 && date.when !== null) return { edtf: date.when.edtf, extent: 'within' };
  }
  if (OWN_DEADLINE.test(sentence))
    return publishedAt === null ? null : { edtf: publishedAt, extent: 'within' };
  const mute = MUTE.exec(sentence);
  if (mute === null) return null;
  const after = datesIn(sentence, publishedAt).filter((date) => date.start > mute.index);
  const date = after.find(({ start }) => !TOPIC.test(sentence.slice(mute.index, start)));
  return date?.when === undefined || date.when === null ? null : { edtf: date.when.edtf, extent: 'within' };
}
