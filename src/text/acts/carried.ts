/**
 * Verbs that are an act only by what stands further on: "put him in a van", "marched 26 boys into the forest", "drove 400
 * families from their homes", "let 40 prisoners go", and never "taken to hospital".
 */
import type { Measure } from '../../record/proposition.ts';
import { closesSentence, lowAt, type Tokens } from './reading.ts';

const CARRYING =
  /^(?:march(?:ed|ing)?|load(?:ed|ing)?|herd(?:ed|ing)?|push(?:ed|ing)?|shov(?:ed?|ing)|bundl(?:ed?|ing)|forc(?:ed?|ing)|throw(?:n|ing)?|threw|put|pack(?:ed|ing)?|drive|driven|drove|drag|dragging)$/;
/** From where nobody goes by himself. */
const HOMES =
  /^(?:homes?|homesteads?|houses?|villages?|towns?|land|lands|farms?|fields|farmland|valley|district|districts|neighbourhoods?|neighborhoods?)$/;
const OWN = /^(?:them|us|whom|its|their|our|her|his|my|your)$/;
const OWN_PEOPLE =
  /^(?:sons?|daughters?|brothers?|sisters?|children|child|relatives|cousins?|uncles|aunts|nephews|nieces|comrades|colleagues|friends|men|people|lives|neighbours|neighbors)$/;
const ROOMS =
  /^(?:mortuary|morgue|hall|room|rooms|ward|wards|tent|bus|boat|ferry|van|church|school|table|theatre|mosque|square)$/;
const SEEKERS = /^(?:families|family|relatives|mothers|parents|wives|kin|widows|friends)$/;
const SEEKERS_WITHIN = 6;
const OWN_WITHIN = 7;
const TAKING = /^(?:taken|took|take)$/;
const INTO =
  /^(?:cars?|vans?|trucks?|lorry|lorries|bus|buses|jeeps?|pickups?|vehicles?|wagons?|boats?|helicopters?|trunk|boot|forest|woods|barracks|cells?|prison|jail|stadium|warehouse|basement|cellar|pit|camp|camps)$/;
const CARE =
  /^(?:hospitals?|clinics?|morgue|mortuary|court|safety|shelter|home|school|church|mosque|doctor|doctors|surgery|lunch|sea|streets|polls|part|place|part)$/;
const AHEAD = 10;

/** What words follow in the clause up to a limit: whether one of them, behind one of the prepositions, is in the list. */
function leadsTo(
  tokens: Tokens,
  from: number,
  way: { readonly by: RegExp; readonly to: RegExp | null },
): boolean {
  for (let at = from; at < from + AHEAD && at < tokens.words.length; at += 1) {
    if (closesSentence(tokens, at)) return false;
    if (!way.by.test(lowAt(tokens, at))) continue;
    for (let look = at + 1; look < at + 5; look += 1) {
      const low = lowAt(tokens, look);
      if (way.to === null || way.to.test(low)) return true;
      const word = tokens.words[look];
      if (word?.cap === true && way.to === INTO && !tokens.capitals) return true;
    }
  }
  return false;
}

/** "lost about 20 of their men", "I lost two brothers": a count of one's own. */
function losesPeople(tokens: Tokens, index: number): boolean {
  for (let at = index + 1; at < index + OWN_WITHIN; at += 1) {
    if (closesSentence(tokens, at) || lowAt(tokens, at) === ',') return false;
    const counted = tokens.covering.has(at - 1);
    if (OWN_PEOPLE.test(lowAt(tokens, at)) && counted) return true;
    if (counted && lowAt(tokens, at) === 'of' && OWN.test(lowAt(tokens, at + 1))) return true;
  }
  return false;
}

function behindAdverb(tokens: Tokens, index: number): string {
  const low = lowAt(tokens, index);
  return /^(?:only|now|already|can|could|will)$/.test(low) ? lowAt(tokens, index - 1) : low;
}

/** "Families are looking for 40 persons", not the police for three suspects. */
function isSoughtByKin(tokens: Tokens, index: number): boolean {
  for (let at = index - 1; at > index - SEEKERS_WITHIN && at >= 0; at -= 1)
    if (SEEKERS.test(lowAt(tokens, at))) return true;
  return false;
}

/**
 * Whether a verb that needs more words to be an act has them. True for every other verb.
 *
 * @param measure what it would be: whoever is driven into a van is not displaced by that
 * @example
 * isCarriedOut(tokensOf('put him in a van'), 0); // true
 */
export function isCarriedOut(tokens: Tokens, index: number, measure: Measure | null = null): boolean {
  const low = lowAt(tokens, index);
  if (/^(?:looking|searching)$/.test(low)) return isSoughtByKin(tokens, index);
  if (TAKING.test(low)) return !leadsTo(tokens, index + 1, { by: /^(?:to|for|part|place|in|on)$/, to: CARE });
  if (CARRYING.test(low) && measure === 'displaced')
    return leadsTo(tokens, index + 1, { by: /^(?:from|off)$/, to: HOMES });
  if (CARRYING.test(low)) return leadsTo(tokens, index + 1, { by: /^(?:in|into|onto|inside)$/, to: INTO });
  if (/^holds?$/.test(low)) return !ROOMS.test(behindAdverb(tokens, index - 1));
  if (low === 'lost') return losesPeople(tokens, index);
  if (low === 'let') return leadsTo(tokens, index + 1, { by: /^(?:go|free)$/, to: null });
  return true;
}
