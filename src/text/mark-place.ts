/** Which names a text uses as places: no pronoun and no description stands for them. Evidence in the text alone. */
import type { ActorKind } from '../record/actor.ts';
import { isMouthpiece, kindOfWord } from './actor-words.ts';
import { nameRun } from './name-run.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';

/** What is known of a name before it is told from a place. */
interface Placed {
  readonly name: string;
  kind: ActorKind;
  place: boolean;
  readonly heads: ReadonlySet<string>;
  readonly mentions: readonly number[];
}

/** Prepositions of place. */
const WHERE = /^(?:in|near|outside|across|around|inside|throughout|toward|towards)$/;
const WHENCE = /^(?:from|to|at|of|fled|left|into)$/;

/** "on Navruz Street", "on Dray Island". */
const GROUND =
  /^(?:street|road|avenue|lane|square|boulevard|highway|bridge|island|islands|hill|heights|ridge|beach|coast|river|lake|hillside)$/;

/** "in Kessar", "from Upper Kessar", "Kessar region", "VELIN (Agency) –": a place, unless its name or a title says otherwise. */
export function markPlace(parsed: ParsedText, entity: Placed): void {
  if (entity.kind !== 'unnamed' && (entity.kind !== 'person' || entity.heads.size > 0)) return;
  if (entity.name.split(' ').some((word) => kindOfWord(word.toLowerCase()) !== null)) return;
  let certain = 0;
  let likely = 0;
  let acts = 0;
  for (const at of entity.mentions) {
    const before = lowerAt(parsed, at - 1);
    const run = nameRun(parsed, at);
    const after = lowerAt(parsed, run.to);
    const onGround = before === 'on' && GROUND.test(lowerAt(parsed, run.to - 1));
    if (
      onGround ||
      WHERE.test(before) ||
      /^(?:region|province|district|city|town|village|county)$/.test(after)
    )
      certain += 1;
    else if (before === 'to' && lowerAt(parsed, at - 2) === 'according') acts += 1;
    else if (/^(?:of|for)$/.test(before) && isMouthpiece(lowerAt(parsed, at - 2))) acts += 1;
    else if (WHENCE.test(before)) likely += 1;
    else if (/^(?:VBF|VBD|AUX)$/.test(parsed.tags[run.to] ?? '') || /^(?:said|says|told)$/.test(before))
      acts += 1;
  }
  if (certain > 0 ? acts > certain + likely : likely === 0 || acts > 0 || likely < entity.mentions.length)
    return;
  entity.place = true;
  entity.kind = 'unnamed';
}

/** Whether a word before a name says where or whence. @example placesIt('from'); // true */
export function placesIt(lower: string): boolean {
  return WHERE.test(lower) || WHENCE.test(lower);
}

const PAPER = /^(?:newspaper|paper|daily|weekly|magazine|broadcaster|outlet|website)$/;

/**
 * "Ostrana newspaper" beside "in Ostrana": a paper of that place, whose own name is not told.
 *
 * @param mentions of the name, token indexes
 * @param at the mention in question
 * @example
 * isPaperOfPlace(parsed, [0, 14], 0); // true
 */
export function isPaperOfPlace(parsed: ParsedText, mentions: readonly number[], at: number): boolean {
  const { to } = nameRun(parsed, at);
  if (parsed.tokens[to]?.capital === true || !PAPER.test(lowerAt(parsed, to))) return false;
  return mentions.some((m) => {
    const end = nameRun(parsed, m).to;
    const owns = /^(?:'s|’s)$/.test(lowerAt(parsed, end)) && parsed.tags[end + 1] === 'NAME';
    return m !== at && (owns || /^(?:in|from|across|throughout|outside)$/.test(lowerAt(parsed, m - 1)));
  });
}
