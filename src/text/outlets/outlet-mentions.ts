/**
 * Where a text names outlets. A short name ("the Times") stands for the outlet named before in full, or for the one that
 * publishes the text; a name that is a person's too ("Bloomberg") is left alone where the text gives it a first name; a
 * word that means other things ("Time") counts only beside "magazine", "told", "reported" and the like.
 */
import type { Outlet } from '../../record/outlet.ts';
import {
  type OutletForm,
  type OutletIndex,
  type Spelling,
  type TextWord,
  wordKey,
  wordsOf,
} from './outlet-index.ts';

export interface OutletMention {
  readonly outlet: Outlet;
  /** UTF-16 code units, 0-based, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly form: OutletForm;
}

interface Hit {
  readonly spelling: Spelling;
  readonly first: number;
  readonly last: number;
}

const BETWEEN = /^(?:[ {2}]|['’ʼ]|\.|\. |[-–‑/+!&]| ?& ?|! |' )$/u;
/** Capitalised words that may stand in front of a name without being a part of it. */
const OPENERS = new Set(
  'the a an in on at by for from to of and or but as when while after before since until if though although because both via per with according another one this that these those only even now former latest recent new Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'
    .split(' ')
    .map((word) => word.toLowerCase()),
);
const NEAR_AFTER =
  /^(?:['’]s)?[\s,]*(?:magazine|newspaper|weekly|daily|website|news|report(?:s|ed|er|ers|ing)?|reporter|journalist|correspondent|article|interview|poll|wrote|writes|said that|says that|quoted|published|broadcast|aired|revealed)\b/u;
const NEAR_BEFORE =
  /(?:\btold|\baccording to|\breported by|\bpublished (?:by|in)|\bquoted by|\binterview(?:ed)? (?:with|by|in)|\bnewspaper|\bmagazine|\bnews site|\bwebsite|\bagency|\bchannel|\bbroadcaster|\bvia|\bcited by|\bспециально для|газет\p{L}*|агентств\p{L}*|издани\p{L}*|телеканал\p{L}*|صحيفة|وكالة|قناة|موقع|diario|periódico|journal|quotidien)\s+(?:the\s+|The\s+|["“«„'‘]\s?)?$/u;

function joins(text: string, left: TextWord, right: TextWord): boolean {
  return right.start - left.end <= 3 && BETWEEN.test(text.slice(left.end, right.start));
}

function hitsIn(text: string, words: readonly TextWord[], index: OutletIndex): Hit[] {
  const keys = words.map((word) => wordKey(word.text));
  const found: Hit[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const all = (index.get(keys[i] ?? '') ?? []).filter((one) => stands(one, { text, words, keys }, i));
    const longest = all[0]?.words.length ?? 0;
    for (const spelling of all)
      if (spelling.words.length === longest) found.push({ spelling, first: i, last: i + longest - 1 });
    if (longest > 0) i += longest - 1;
  }
  return found;
}

function stands(
  spelling: Spelling,
  at: { readonly text: string; readonly words: readonly TextWord[]; readonly keys: readonly string[] },
  i: number,
): boolean {
  return spelling.words.every((key, k) => {
    if (at.keys[i + k] !== key) return false;
    const left = at.words[i + k - 1];
    const right = at.words[i + k];
    return k === 0 || (left !== undefined && right !== undefined && joins(at.text, left, right));
  });
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** "Michael Bloomberg", "Mr. Bloomberg": a capitalised word in front that is no sentence opening. */
function hasFirstName(text: string, words: readonly TextWord[], hit: Hit): boolean {
  const word = words[hit.first];
  const before = words[hit.first - 1];
  if (hit.first !== hit.last || word === undefined || before === undefined) return false;
  if (!/^\p{Lu}\p{Ll}+$/u.test(word.text)) return false;
  const gap = text.slice(before.end, word.start);
  if (/^\. ?$/.test(gap)) return /^(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|\p{Lu})$/u.test(before.text);
  return gap === ' ' && /^\p{Lu}\p{Ll}+$/u.test(before.text) && !OPENERS.has(before.text.toLowerCase());
}

function isShownMedium(text: string, words: readonly TextWord[], hit: Hit): boolean {
  const start = words[hit.first]?.start ?? 0;
  const end = words[hit.last]?.end ?? 0;
  return (
    NEAR_AFTER.test(text.slice(end, end + 40)) || NEAR_BEFORE.test(text.slice(Math.max(0, start - 40), start))
  );
}

/** The outlet that a short name stands for: the one named last before, else the publisher, else the one named first after. */
function referent(
  hit: Hit,
  named: readonly { readonly at: number; readonly outlet: Outlet }[],
  own: Outlet | null,
): Outlet | null {
  const fits = named.filter(({ outlet }) => hit.spelling.outlets.includes(outlet));
  const before = fits.findLast(({ at }) => at < hit.first);
  if (before !== undefined) return before.outlet;
  if (own !== null && hit.spelling.outlets.includes(own)) return own;
  return fits[0]?.outlet ?? null;
}

/**
 * Finds the outlets a text names, in order.
 *
 * @param own the outlet that publishes the text; null when unknown
 * @example
 * outletMentions('Ana Ruiz told the Valley Post that six died.', index, null)[0]?.outlet.code; // 'valley-post'
 */
export function outletMentions(text: string, index: OutletIndex, own: Outlet | null): OutletMention[] {
  const words = wordsOf(text);
  const hits = hitsIn(text, words, index);
  const persons = new Set(
    hits.filter((hit) => hasFirstName(text, words, hit)).map((hit) => words[hit.first]?.text ?? ''),
  );
  const kept = hits.filter(({ spelling, first, last }) => {
    if (spelling.form === 'careful') return isShownMedium(text, words, { spelling, first, last });
    return !(first === last && persons.has(words[first]?.text ?? ''));
  });
  const named = kept.flatMap(({ spelling, first }) =>
    spelling.form === 'short' ? [] : spelling.outlets.map((outlet) => ({ at: first, outlet })),
  );
  return kept.flatMap((hit) => {
    const { spelling, first, last } = hit;
    const short = spelling.form === 'short';
    if (short && !isCapital(words[last]?.text ?? '')) return [];
    const outlet = short ? referent(hit, named, own) : (spelling.outlets[0] ?? null);
    if (outlet === null) return [];
    return [{ outlet, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0, form: spelling.form }];
  });
}
