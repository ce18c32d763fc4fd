/** Verbs that give a figure: "put the toll at 19", "counted 131", "spoke of no dead", "gave 95 dead". */
import { lowerAt } from '../noun-phrases.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Cue } from './cue.ts';
import { fixedAt } from './source-behind.ts';
import { verbGroup } from './verb-group.ts';

/** "put the toll at 19", "puts the number of dead between 210 and 260". */
function countsAt(parsed: ParsedText, i: number): boolean {
  let counted = false;
  for (let k = i + 1; k < i + 12; k += 1) {
    const lower = lowerAt(parsed, k);
    if (/^(?:toll|number|numbers|figure|figures|dead|count|total|casualties|losses|deaths|it)$/.test(lower))
      counted = true;
    else if (counted && /^(?:at|between|above|below|as)$/.test(lower)) return true;
    else if (/^[.,;:"“]$/.test(lower)) return false;
  }
  return false;
}

/** "puts the number at 40": a count given by whoever puts it. */
function putsCount(parsed: ParsedText, i: number): Cue | null {
  if (!/^(?:put|puts)$/.test(lowerAt(parsed, i)) || !countsAt(parsed, i)) return null;
  const { from } = verbGroup(parsed, i, Math.max(0, i - 4));
  return { ...fixedAt(i), from, to: i + 1, lemma: 'put at', shape: 'active', frames: 'n' };
}

/** "counted 131", "had registered 52 bodies", "speaks of 112", "spoke of no dead": a number follows. */
function givesCount(parsed: ParsedText, i: number): Cue | null {
  const lower = lowerAt(parsed, i);
  const of = /^(?:speaks?|spoke|spoken)$/.test(lower) && lowerAt(parsed, i + 1) === 'of';
  if (!of && !/^(?:counts|counted|registers|registered|tallied|names)$/.test(lower)) return null;
  const at = of ? i + 2 : i + 1;
  const opens = /^(?:at|more|up|about|around|some|only|over|nearly|almost|fewer|no)$/.test(
    lowerAt(parsed, at),
  );
  const number = [at, at + 1, at + 2].find((k) => parsed.tags[k] === 'NUM');
  const zero =
    of &&
    lowerAt(parsed, at) === 'no' &&
    /^(?:dead|deaths?|casualties|victims)$/.test(lowerAt(parsed, at + 1));
  const quoted =
    of && [at, at + 1, at + 2].some((k) => (parsed.quoteAt[k] ?? -1) >= 0) && (parsed.quoteAt[i] ?? -1) < 0;
  const tells = of && actsBehind(parsed, at);
  const counts = zero || quoted || tells || (number !== undefined && (number === at || opens));
  const group = verbGroup(parsed, i, Math.max(0, i - 4));
  if (!counts || group.be || group.toInfinitive) return null;
  return {
    ...fixedAt(i),
    from: group.from,
    to: at,
    lemma: of ? 'speak of' : 'count',
    shape: 'active',
    frames: 'n',
  };
}

/** "spoke of *soldiers throwing* grenades": somebody who does something. */
function actsBehind(parsed: ParsedText, from: number): boolean {
  for (let k = from + 1; k < from + 7; k += 1) {
    if (/^VB[GD]$/.test(parsed.tags[k] ?? '') && /^(?:NOUN|NAME|NUM)$/.test(parsed.tags[k - 1] ?? ''))
      return true;
    if (!/^(?:DET|ADJ|NOUN|NAME|NUM|POSS)$/.test(parsed.tags[k] ?? '')) return false;
  }
  return false;
}

/** Words behind a figure that say what befell those it counts. */
const BEFELL =
  /^(?:dead|deaths?|killed|fatalities|wounded|injured|casualties|victims|missing|disappeared|arrests?|arrested|detained|detainees|displaced|abducted)$/;
/** How far back a figure alone may lean on one whose words say what it counts. Tokens. */
const LEANS = 30;

/** "gave 95 dead", "gives a toll of 40", and behind it "hospitals gave 140.": not "gave 95 loaves". */
function givesFigure(parsed: ParsedText, i: number): Cue | null {
  if (!/^(?:gave|gives|given)$/.test(lowerAt(parsed, i)) || parsed.tags[i] === 'PREP') return null;
  let at = i + 1;
  while (
    /^(?:at|least|more|than|up|to|about|around|some|only|over|nearly|almost|fewer)$/.test(lowerAt(parsed, at))
  )
    at += 1;
  const toll =
    /^(?:an?|the)$/.test(lowerAt(parsed, at)) &&
    /^(?:toll|figure|number|count|total)$/.test(lowerAt(parsed, at + 1)) &&
    /^(?:of|as)$/.test(lowerAt(parsed, at + 2));
  const number = toll ? at + 3 : at;
  if (parsed.tags[number] !== 'NUM') return null;
  const behind = [number + 1, number + 2].some((k) => BEFELL.test(lowerAt(parsed, k)));
  const alone = /^(?:|[.,;]|and)$/.test(lowerAt(parsed, number + 1)) && leans(parsed, i);
  const group = verbGroup(parsed, i, Math.max(0, i - 4));
  if (!(toll || behind || alone) || group.be || group.toInfinitive) return null;
  return { ...fixedAt(i), from: group.from, to: i + 1, lemma: 'give', shape: 'active', frames: 'n' };
}

function leans(parsed: ParsedText, i: number): boolean {
  for (let k = i - 1; k > i - LEANS && k > 0; k -= 1)
    if (BEFELL.test(lowerAt(parsed, k)) && parsed.tags[k - 1] === 'NUM') return true;
  return false;
}

/**
 * The cue of a figure that somebody gives, at the token of its verb; null where none is given.
 *
 * @example
 * countGiven(parseText('The ministry gave 95 dead.'), 2)?.lemma; // 'give'
 */
export function countGiven(parsed: ParsedText, i: number): Cue | null {
  return putsCount(parsed, i) ?? givesCount(parsed, i) ?? givesFigure(parsed, i);
}
