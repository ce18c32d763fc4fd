/** How a claim is given: in the speaker's own words, in the writer's, or in both. Read from the quotation marks alone. */
import { paragraphsOf } from './paragraphs.ts';
import { codePointsOf } from './positions.ts';
import type { ProposedClaim, Reading } from './proposed-claim.ts';
import { quotationsIn } from './quotations.ts';

/** All words quoted, none, or some of them. */
export type Manner = NonNullable<ProposedClaim['manner']>;

const LETTER = /[\p{L}\p{N}]/u;

/** Per code point of the text: 1 a letter or digit outside of quotations, 2 one inside, 0 neither. */
function lettersOf(text: string): Uint8Array {
  const points = codePointsOf(text);
  const letters: number[] = [];
  for (const letter of text) letters.push(LETTER.test(letter) ? 1 : 0);
  const marked = Uint8Array.from(letters);
  for (const { innerStart, innerEnd } of quotationsIn(text, paragraphsOf(text))) {
    const { start, end } = points(innerStart, innerEnd);
    for (let i = start; i < end; i += 1) if (marked[i] === 1) marked[i] = 2;
  }
  return marked;
}

function mannerOf(claim: ProposedClaim, letters: Uint8Array): Manner {
  let [own, quoted] = [0, 0];
  for (const { start, end } of claim.content)
    for (let i = start; i < end; i += 1) {
      if (letters[i] === 2) quoted += 1;
      else if (letters[i] === 1) own += 1;
    }
  if (quoted === 0) return 'indirect';
  return own === 0 ? 'direct' : 'mixed';
}

/**
 * The reading with the manner of each claim.
 *
 * @example
 * withManner(reading, '“No,” she said.').claims[0]?.manner; // 'direct'
 */
export function withManner(reading: Reading, text: string): Reading {
  if (reading.claims.length === 0) return reading;
  const letters = lettersOf(text);
  return {
    ...reading,
    claims: reading.claims.map((claim) => ({ ...claim, manner: mannerOf(claim, letters) })),
  };
}
