/** What stands behind a colon and is told by a speaker named behind it belongs to that one alone. */
import type { RawAttribution } from './attribution.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';

/**
 * "denied it: nobody was killed, it said": the words behind the colon are told once, by whoever is named behind them.
 *
 * @example
 * saidOnce(parsed, found)[0]?.content; // the range of "it"
 */
export function saidOnce(parsed: ParsedText, found: readonly RawAttribution[]): RawAttribution[] {
  return found.map((one) => {
    const [only] = one.content;
    if (
      only === undefined ||
      one.content.length > 1 ||
      !/^(?:it|this|that)$/.test(lowerAt(parsed, only.from))
    )
      return one;
    const later = found.find(
      ({ cue, content }) =>
        cue.from >= only.to &&
        content.length === 1 &&
        (content[0]?.from ?? 0) > only.from &&
        content[0]?.to === only.to &&
        lowerAt(parsed, (content[0]?.from ?? 0) - 1) === ':',
    );
    const colon = (later?.content[0]?.from ?? 0) - 1;
    return later === undefined || colon <= only.from
      ? one
      : { ...one, content: [{ from: only.from, to: colon }] };
  });
}
