/**
 * One person told of without number or name as whom an act befell: "her husband was taken from his boat", "they hanged
 * the drum-maker", "he was already dead", "put him in a van". Counted as one. Kinds of people in the singular ("the
 * prisoner" as a rule, "the crowd") are left to those who review.
 */
import type { BoundAct } from '../acts/bound-act.ts';
import { type Group, groupBefore } from '../acts/predicate.ts';
import { breaksPhrase, isDeterminer, lowAt, type Tokens } from '../acts/reading.ts';
import { isPeoplePlural, isThing, mayBePerson } from '../people-nouns.ts';

/** Token indexes, end exclusive. */
export interface Single {
  readonly first: number;
  readonly next: number;
}

const DEFINITE = /^(?:the|his|her|their|my|our|your|'s)$/;
/** What befalls people alone, whoever is named: only people are hanged or raped. */
const ONLY_PEOPLE =
  /^(?:hang|murder|behead|assassinat|lynch|strangl|kidnap|abduct|arrest|detain|tortur|rap(?:e|ed|ing)$|imprison|jail|gunned|shot|buried|beaten)/;
/** Many under a singular word, or things. */
const MANY =
  /^(?:population|crowd|family|group|village|town|city|community|people|public|police|army|opposition|government|leadership|team|crew|staff|press|media|regime|enemy|news|plan|house|building|attack|ceasefire|protest|movement|party|car|van|truck|boat|ship|dog|animal|country|state|whole|rest|others|same|day|night)$/;
const HELPED_BY_NAME = 8;

function isPersonHead(low: string, act: BoundAct): boolean {
  if (low.length < 3 || isThing(low) || MANY.test(low) || isPeoplePlural(low)) return false;
  if (mayBePerson(low)) return true;
  return ONLY_PEOPLE.test(act.entry.words[0] ?? '') && /(?:er|or|ist|ian|ant|man|ee)$/.test(low);
}

/** "her husband", "the young drum-maker" that ends before a token. */
function phraseUntil(tokens: Tokens, next: number, act: BoundAct): Single | null {
  const end = /^["”]$/.test(lowAt(tokens, next - 1)) ? next - 1 : next;
  if (!isPersonHead(lowAt(tokens, end - 1), act)) return null;
  for (let at = end - 2; at >= 0 && at > end - HELPED_BY_NAME; at -= 1) {
    const low = lowAt(tokens, at);
    if (DEFINITE.test(low)) {
      const owner = low === "'s" ? at - 1 : at;
      return { first: owner, next: end };
    }
    if (breaksPhrase(tokens, at) || isDeterminer(low) || tokens.covering.has(at)) return null;
  }
  return null;
}

function before(tokens: Tokens, act: BoundAct, group: Group): Single | null {
  const last = lowAt(tokens, group.end);
  if (/^(?:he|she)$/.test(last))
    return act.entry.measure === 'killed' && !act.entry.weak
      ? { first: group.end, next: group.end + 1 }
      : null;
  const direct = phraseUntil(tokens, group.end + 1, act);
  if (direct !== null || last !== ',') return direct;
  for (let at = group.end - 1; at > group.end - 12 && at > 0; at -= 1)
    if (lowAt(tokens, at) === ',') return phraseUntil(tokens, at, act);
  return null;
}

function after(tokens: Tokens, act: BoundAct): Single | null {
  const at = act.next;
  const low = lowAt(tokens, at);
  if (low === 'him') return { first: at, next: at + 1 };
  const noun = lowAt(tokens, at + 1);
  if (low === 'her' && (noun === '' || breaksPhrase(tokens, at + 1))) return { first: at, next: at + 1 };
  if (!DEFINITE.test(low)) return null;
  for (let next = at + 2; next < at + 7; next += 1) {
    const hyphen = lowAt(tokens, next) === '-' || lowAt(tokens, next - 1) === '-';
    const ends = next >= tokens.words.length || breaksPhrase(tokens, next) || lowAt(tokens, next) === "'s";
    if (ends && !hyphen)
      return lowAt(tokens, next) !== "'s" && isPersonHead(lowAt(tokens, next - 1), act)
        ? { first: at, next }
        : null;
  }
  return null;
}

/**
 * The single person whom an act befell, when nobody is counted or named; null when no one person is told of.
 *
 * @example
 * singleVictim(tokensOf('her husband was abducted'), act); // { first: 0, next: 2 }
 */
export function singleVictim(tokens: Tokens, act: BoundAct): Single | null {
  const { form, words } = act.entry;
  if (words.length === 1 && /^(?:took|taken|take|let)$/.test(words[0] ?? '')) return null;
  const group = groupBefore(tokens, act.first);
  if (form === 'went' || (form === 'state' && group.helped)) return before(tokens, act, group);
  if (form === 'ed') return group.passive ? before(tokens, act, group) : after(tokens, act);
  return form === 'ing' || form === 'base' ? after(tokens, act) : null;
}
