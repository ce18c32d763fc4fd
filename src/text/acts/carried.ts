/**
 * Verbs that are an act only by what stands further on: "put him in a van", "marched 26 boys into the forest", "let 40
 * prisoners go", and never "taken to hospital".
 */
import { closesSentence, lowAt, type Tokens } from './reading.ts';

const CARRYING =
  /^(?:marched|loaded|herded|pushed|shoved|bundled|forced|thrown|threw|put|packed|driven|drove)$/;
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

/**
 * Whether a verb that needs more words to be an act has them. True for every other verb.
 *
 * @example
 * isCarriedOut(tokensOf('put him in a van'), 0); // true
 */
export function isCarriedOut(tokens: Tokens, index: number): boolean {
  const low = lowAt(tokens, index);
  if (TAKING.test(low)) return !leadsTo(tokens, index + 1, { by: /^(?:to|for|part|place|in|on)$/, to: CARE });
  if (CARRYING.test(low)) return leadsTo(tokens, index + 1, { by: /^(?:in|into|onto|inside)$/, to: INTO });
  if (low === 'let') return leadsTo(tokens, index + 1, { by: /^(?:go|free)$/, to: null });
  return true;
}
