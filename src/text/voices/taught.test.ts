import { describe, expect, it } from 'vitest';
import { hear } from '../heard.ts';
import type { TaughtTelling } from '../models/attribution/taught-telling.ts';
import { type ParsedText, parseText } from '../parsed-text.ts';
import type { Range } from '../sentences.ts';
import { withTaught } from './taught.ts';

const TEXT =
  'A line in the Tidewater Post, “nine are dead and none is named”, was had off a clerk at the Orlan registry. Police said two men died.';

function rangeOf({ text, tokens }: ParsedText, words: string): Range {
  const start = text.indexOf(words);
  const end = start + words.length;
  return {
    from: tokens.findIndex((token) => token.end > start),
    to: tokens.findLastIndex((token) => token.start < end) + 1,
  };
}

function told(parsed: ParsedText, given: Partial<TaughtTelling> = {}): TaughtTelling {
  return {
    cue: rangeOf(parsed, 'had off'),
    p: 0.9,
    mouths: [rangeOf(parsed, 'the Tidewater Post'), rangeOf(parsed, 'a clerk at the Orlan registry')],
    sure: 0.9,
    content: [rangeOf(parsed, 'nine are dead and none is named')],
    ...given,
  };
}

function chains(tellings: (parsed: ParsedText) => TaughtTelling[], least = 0.5): (string | null)[][] {
  const parsed = parseText(TEXT);
  const { hearing, voiced } = hear(parsed, null, null);
  const all = withTaught(hearing, voiced, { tellings: tellings(parsed), least });
  return all.map(({ chain }) => chain.map(({ speaker }) => speaker.resolved));
}

const RULES = chains(() => []);

describe('what only the trained reader of chains hears', () => {
  it('is added with everybody behind it', () => {
    expect(RULES).not.toContainEqual(['Tidewater Post', null]);
    expect(chains((parsed) => [told(parsed)])).toEqual([['Tidewater Post', null], ...RULES]);
  });

  it('is left when it is not sure enough', () => {
    expect(chains((parsed) => [told(parsed, { sure: 0.5 })])).toEqual(RULES);
  });

  it('is nobody, where no word stands for the one who says it', () => {
    expect(chains((parsed) => [told(parsed, { mouths: [null] })])).toEqual([[null], ...RULES]);
  });

  it('tells nothing without words, and nothing where the rules hear the telling', () => {
    expect(chains((parsed) => [told(parsed, { content: [] })])).toEqual(RULES);
    const heard = (parsed: ParsedText): TaughtTelling =>
      told(parsed, { cue: rangeOf(parsed, 'said'), content: [rangeOf(parsed, 'two men died')] });
    expect(chains((parsed) => [heard(parsed)])).toEqual(RULES);
  });

  it('drops who publishes the text from the front of a chain', () => {
    const parsed = parseText(TEXT);
    const { hearing, voiced } = hear(parsed, null, 'Tidewater Post');
    const [first] = withTaught(hearing, voiced, { tellings: [told(parsed)], least: 0.5 });
    expect(first?.chain.map(({ speaker }) => speaker.named)).toEqual(['a clerk at the Orlan registry']);
  });
});
