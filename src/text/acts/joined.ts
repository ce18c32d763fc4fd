/** People joined to people: "two soldiers, three police and a child", on either side of a predicate. */
import { phraseBefore } from './phrase-before.ts';
import { type PeoplePhrase, phraseAfter, phraseOfQuantity } from './phrases.ts';
import { hitAt } from './predicate.ts';
import { canBePeople, isAuxiliary, lowAt, type Tokens } from './reading.ts';

/** Further counted phrases joined by "and" or commas to the right: "two soldiers, three police and a child". */
export function joinedAfter(tokens: Tokens, phrase: PeoplePhrase): PeoplePhrase[] {
  const all = [phrase];
  let at = phrase.next;
  while (all.length < 8) {
    let from = at;
    if (lowAt(tokens, from) === ',') from += 1;
    if (/^(?:and|as)$/.test(lowAt(tokens, from))) from += lowAt(tokens, from + 1) === 'well' ? 3 : 1;
    if (from === at) break;
    if (/^(?:the|their|his|her|another)$/.test(lowAt(tokens, from)) && tokens.from.has(from + 1)) from += 1;
    const quantity = tokens.from.get(from);
    const next = quantity?.kind === 'count' ? phraseOfQuantity(tokens, quantity) : singleAt(tokens, from);
    if (next === null || !canBePeople(next.head) || startsPredicate(tokens, next.next)) break;
    all.push(next);
    at = next.next;
  }
  return all;
}

function singleAt(tokens: Tokens, from: number): PeoplePhrase | null {
  const phrase = /^(?:a|an|another)$/.test(lowAt(tokens, from)) ? phraseAfter(tokens, from) : null;
  return phrase?.count === 'one' ? phrase : null;
}

/** Whether a predicate of its own follows, so that the phrase before belongs to it. */
function startsPredicate(tokens: Tokens, index: number): boolean {
  if (isAuxiliary(lowAt(tokens, index))) return true;
  const hit = hitAt(tokens, index);
  return hit !== null && hit.entry.form !== 'noun' && hit.entry.form !== 'site';
}

/** Further counted phrases joined to the left: "two soldiers and three civilians were killed". */
export function joinedBefore(tokens: Tokens, phrase: PeoplePhrase, floor: number): PeoplePhrase[] {
  const all = [phrase];
  let at = phrase.first;
  while (all.length < 8) {
    let end = at - 1;
    if (/^(?:and|or)$/.test(lowAt(tokens, end))) end -= 1;
    if (lowAt(tokens, end) === ',') end -= 1;
    if (end === at - 1 || end < floor) break;
    const before = phraseBefore(tokens, end, Math.max(floor, end - 8));
    if (before === null || before.next !== end + 1 || (before.quantity === null && before.count !== 'one'))
      break;
    all.unshift(before);
    at = before.first;
  }
  return all;
}
