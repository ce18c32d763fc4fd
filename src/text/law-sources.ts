/** What a law says is nobody's claim: "according to the law", "according to article 5 of the constitution". */
import type { RawAttribution } from './attribution.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';

const LAW =
  /^(?:laws?|constitution|statutes?|legislation|(?:criminal|penal|civil|labour|labor) code|convention)$/;
const PROVISION = /^(?:articles?|sections?|paragraphs?|chapters?|clauses?)$/;
const WRITTEN = /^(?:of|in|\d.*|[ivx]+|and|to|,|the|a|an|its|their|that|country's|'s)$/;

/**
 * Whether an attribution names a law in place of a speaker.
 *
 * @example
 * isOfLaw(parsed, attribution); // true for "according to the constitution"
 */
export function isOfLaw(parsed: ParsedText, { cue, source, via, through }: RawAttribution): boolean {
  if (cue.shape !== 'according' || source === null || via !== null || through !== undefined) return false;
  let provision = false;
  for (let at = source.from; at < source.to; at += 1) {
    const low = lowerAt(parsed, at);
    const pair = `${lowerAt(parsed, at - 1)} ${low}`;
    if (LAW.test(low) || LAW.test(pair))
      return !/^(?:firm|school|professor|student|lecturer|centre|center|society|enforcement)$/.test(
        lowerAt(parsed, at + 1),
      );
    if (PROVISION.test(low)) provision = true;
    else if (provision && !WRITTEN.test(low) && !/^(?:ADJ|NAME|POSS|NOUN)$/.test(parsed.tags[at] ?? ''))
      return false;
    else if (!provision && !WRITTEN.test(low) && !/^(?:ADJ|DET|NAME|POSS|VBD)$/.test(parsed.tags[at] ?? ''))
      return false;
  }
  return false;
}
