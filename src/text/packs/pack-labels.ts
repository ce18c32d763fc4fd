/** A headline or a caption whose colon stands for a verb of saying. */
import { READER_REASONS } from '../../record/reasons/reader-reasons.ts';
import type { PackCue } from './pack.ts';
import { attribution, type PackAttribution } from './pack-attribution.ts';
import { innerOf, speechAt, trimmed } from './pack-edges.ts';
import { openingSubject } from './pack-noun-phrase.ts';
import { speakerAt } from './pack-phrase-extent.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { isAt } from './phrase-index.ts';

/** "Tinkuy: hay 14 desaparecidos", "الداخلية: لا وفيات": a headline's colon stands for a verb of saying. */
export function labelled(text: PackText, range: TokenRange): PackAttribution | null {
  const { tokens, lexicon } = text;
  if (lexicon.labels.size === 0 || isAt(lexicon.labels, tokens, range.from)) return null;
  const source = openingSubject(text, range);
  const colon = source?.to ?? range.to;
  if (source === null || source.from !== range.from || tokens[colon]?.text !== ':' || colon - source.from > 8)
    return null;
  const head = isAt(lexicon.articles, tokens, range.from) ? range.from + 1 : range.from;
  const speaks = speakerAt(text, head) !== null;
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

const COLON: PackCue = {
  forms: '',
  lemma: ':',
  shape: 'active',
  does: 'alleges',
  force: 'neutral',
  frames: '',
};
