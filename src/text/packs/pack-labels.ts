/** A headline or a caption whose colon stands for a verb of saying. */
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import type { PackCue } from './pack.ts';
import { attribution, type PackAttribution } from './pack-attribution.ts';
import { innerOf, speechAt, trimmed } from './pack-edges.ts';
import { openingSubject, type SourcePhrase } from './pack-noun-phrase.ts';
import { speakerAt } from './pack-phrase-extent.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { isAt } from './phrase-index.ts';

/** "Tinkuy: hay 14 desaparecidos", "الداخلية: لا وفيات": a headline's colon stands for a verb of saying. */
export function labelled(text: PackText, range: TokenRange): PackAttribution | null {
  const { tokens, lexicon } = text;
  if (lexicon.labels.size === 0 || isAt(lexicon.labels, tokens, range.from)) return null;
  const source = quotedOutlet(text, range) ?? openingSubject(text, range);
  const colon = source?.to ?? range.to;
  if (source === null || source.from !== range.from || tokens[colon]?.text !== ':' || colon - source.from > 8)
    return null;
  const head = isAt(lexicon.articles, tokens, range.from) ? range.from + 1 : range.from;
  const speaks = speakerAt(text, head) !== null || tokens[head]?.text === '«';
  const name = lexicon.capitals && tokens.slice(source.from, colon).every(({ cap }) => cap);
  const content = trimmed(text, { from: colon + 1, to: range.to });
  if (!(speaks || name) || content.to - content.from < 2) return null;
  const quote = speechAt(text, range, content.from);
  const inner = quote === null ? content : trimmed(text, innerOf(text, quote));
  return attribution({
    cue: { from: colon, to: colon + 1, head: colon, entry: COLON, negated: false },
    source,
    content: [inner],
    quoted: quote !== null,
    rule: READER_REASONS.speakerBeforeColon,
  });
}

/** Words of an outlet's name, at most. */
const NAME_WORDS = 6;

/** "«Радио Прилив»: …", "Радіо «Хвиля»: …": an outlet in quotation marks before the colon. */
function quotedOutlet(text: PackText, range: TokenRange): SourcePhrase | null {
  const { tokens } = text;
  const noun = speakerAt(text, range.from);
  const opens = noun?.form.noun.kind === 'media' ? noun.next : range.from;
  if (tokens[opens]?.text !== '«') return null;
  let close = opens + 1;
  while (close <= opens + NAME_WORDS && close < range.to && tokens[close]?.text !== '»') close += 1;
  const capital = tokens[opens + 1]?.cap === true && tokens[close]?.text === '»';
  return capital && tokens[close + 1]?.text === ':'
    ? { from: range.from, to: close + 1, oblique: false }
    : null;
}

const COLON: PackCue = {
  forms: '',
  lemma: ':',
  shape: 'active',
  does: 'alleges',
  force: 'neutral',
  frames: '',
};
