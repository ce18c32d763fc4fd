/** Numbers that stand among acts and count nobody whom they befell: those who were asked, and numbers that are taken back. */
import type { ParsedText } from '../parsed-text.ts';

/** How far back the verb may stand. Tokens. */
const BACK = 16;

const ASKED = /^(?:interview(?:ed|ing|s)?|polled|surveyed)$/;
const ASKED_WITH = /^(?:sp(?:oke|oken|eaking)|talk(?:ed|ing)|interviews?|conversations)$/;

/** "interviewed 58 people, including 21 eyewitnesses and | six …": whoever was asked was counted for that alone. */
function areAsked({ tokens, tags }: ParsedText, number: number): boolean {
  for (let at = number - 1; at >= 0 && at > number - BACK; at -= 1) {
    const low = tokens[at]?.lower ?? '';
    if (ASKED.test(low)) return true;
    if (/^(?:to|with)$/.test(low)) return ASKED_WITH.test(tokens[at - 1]?.lower ?? '');
    if (/^(?:,|and|including|among|them|of|at|least|more|than|by|or|as|well|-)$/.test(low)) continue;
    if (!/^(?:NUM|NOUN|ADJ|DET|ADV|POSS)$/.test(tags[at] ?? 'MARK')) return false;
  }
  return false;
}

/** "not | sixteen, as we wrote": nothing is counted behind it. */
function isTakenBack({ tokens }: ParsedText, number: number, next: number): boolean {
  if (tokens[number - 1]?.lower !== 'not') return false;
  const after = tokens[next];
  return after === undefined || after.kind === 'mark' || /^(?:as|but)$/.test(after.lower);
}

/** "not | one person was killed", "not a | single civilian", "not a single | one of them": nobody. */
function isNotOne({ tokens }: ParsedText, number: number): boolean {
  if (!/^(?:a|an|one|1|single)$/.test(tokens[number]?.lower ?? '')) return false;
  let at = number - 1;
  while (at > number - 3 && /^(?:a|single|even)$/.test(tokens[at]?.lower ?? '')) at -= 1;
  return tokens[at]?.lower === 'not';
}

/**
 * "Show me | one body": nobody says that there is one.
 *
 * @param number the token of the number
 * @example
 * isChallenge(parseText('Show me one body.'), 2); // true
 */
export function isChallenge({ tokens }: ParsedText, number: number): boolean {
  if (!/^(?:one|1)$/.test(tokens[number]?.lower ?? '')) return false;
  for (let at = number - 1; at > number - BACK && at >= 1; at -= 1) {
    const low = tokens[at]?.lower ?? '';
    if (/^(?:me|us)$/.test(low)) return /^(?:show|give|bring|name|find)$/.test(tokens[at - 1]?.lower ?? '');
    if (tokens[at]?.kind === 'mark' && low !== ',') return false;
  }
  return false;
}

const DAMAGE =
  /^(?:wounds?|shots|blows|fractures|bullets|ribs|teeth|fingers|scars|rounds|shells|bruises|burns|stitches|operations|surgeries)$/;

/** "with multiple | stab wounds": counted is what one person suffered; "treated: 19 | gunshot wounds" counts people. */
function isDamage({ tokens }: ParsedText, number: number, next: number): boolean {
  if (!/^(?:with|from|suffered|sustained|received|had|has)$/.test(tokens[number - 1]?.lower ?? ''))
    return false;
  for (let at = next; at < next + 3; at += 1) {
    if (DAMAGE.test(tokens[at]?.lower ?? '')) return true;
    if (tokens[at]?.kind !== 'word') return false;
  }
  return false;
}

const NO_PEOPLE =
  /^(?:cattle|sheep|goats|cows|horses|dogs|birds|cats|chickens|hens|ducks|geese|pigs|piglets|lambs|donkeys|mules|camels|oxen|calves|bulls|buffaloes|elephants|rats|fish|poultry|livestock|vehicles|cars|trucks|lorries|tanks|motorcycles|houses|homes|huts|buildings|flats|shops|sessions|calls|copies|bullets|shells|rounds|rifles|cities|towns|countries|provinces|regions|districts|continents|schools|hospitals|mosques|churches)$/;

/** "34 | sheep were killed", "30 | vehicles burned", "Sessions held | 4,012": counted are animals and things. */
function areThings({ tokens, tags }: ParsedText, number: number, next: number): boolean {
  const at = tags[next] === 'ADJ' ? next + 1 : next;
  if (NO_PEOPLE.test(tokens[at]?.lower ?? '')) return true;
  const acts = /^(?:VBD|VBN|VBG|ADJ)$/.test(tags[number - 1] ?? '');
  return acts && NO_PEOPLE.test(tokens[number - 2]?.lower ?? '') && tokens[at]?.kind !== 'word';
}

/**
 * "31 bodies and six | survivors": nobody is killed who is told of as alive.
 *
 * @param next the token behind the number
 * @example
 * haveSurvived(parseText('Six survivors came.'), 1); // true
 */
export function haveSurvived({ tokens, tags }: ParsedText, next: number): boolean {
  const at = tags[next] === 'ADJ' ? next + 1 : next;
  return /^(?:survivors?|survived)$/.test(tokens[at]?.lower ?? '');
}

/**
 * Whether a number counts nobody, whatever is told around it.
 *
 * @param number its first token
 * @param next the token behind it
 * @example
 * countsNothing(parseText('Fourteen were held, not sixteen.'), 5, 6); // true
 */
export function countsNothing(parsed: ParsedText, number: number, next: number): boolean {
  return (
    isChallenge(parsed, number) ||
    isTakenBack(parsed, number, next) ||
    isNotOne(parsed, number) ||
    areAsked(parsed, number) ||
    isDamage(parsed, number, next) ||
    areThings(parsed, number, next)
  );
}

/**
 * "told | her", "show | me": whoever is told something or shown something is nobody whom an act befell by that.
 *
 * @param head the token that stands for the person
 * @example
 * isTold(parseText('They told me.'), 2); // true
 */
export function isTold({ tokens, tags }: ParsedText, head: number): boolean {
  if (!/^(?:me|him|her)$/.test(tokens[head]?.lower ?? '')) return false;
  if (!/^(?:tell|tells|told|show|shows|showed)$/.test(tokens[head - 1]?.lower ?? '')) return false;
  return tags[head] === 'PRON';
}

/**
 * "accused | the security chief, Major General Roll, of ordering it": whoever is accused in a clause is its doer, no victim of it.
 *
 * @param head the token that stands for the person
 * @example
 * isAccused(parseText('She accused the chief of ordering it.'), 3); // true
 */
export function isAccused({ tokens, tags }: ParsedText, head: number): boolean {
  for (let at = head - 1; at >= 0 && at > head - BACK; at -= 1) {
    const low = tokens[at]?.lower ?? '';
    if (/^(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing))$/.test(low))
      return !/^(?:is|are|was|were|be|been|being)$/.test(tokens[at - 1]?.lower ?? '');
    if (low !== ',' && !/^(?:NUM|NOUN|ADJ|DET|NAME|POSS)$/.test(tags[at] ?? 'MARK')) return false;
  }
  return false;
}
