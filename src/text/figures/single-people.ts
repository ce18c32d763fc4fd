/**
 * Where a stretch may tell of one person without a number, or of nobody: "a teacher", "her brother", "Rosa Quilmen", "a third",
 * "him", "no one". Made generously, since the judge of figures decides whether anything befell them; who somebody is, is never asked.
 */
import { isPersonWord } from '../actor-words.ts';
import type { ParsedText } from '../parsed-text.ts';
import { isPeoplePlural, isThing, mayBePerson } from '../people-nouns.ts';
import { isKin, isRole } from '../role-nouns.ts';
import type { Range } from '../sentences.ts';
import { isTimeWord } from '../time-words.ts';

/** How the person is told of; the order is that of the judge's feature. */
export const PERSON_FORMS = ['pronoun', 'name', 'noun', 'bare-noun', 'other', 'nobody'] as const;

/** One person told of in a stretch. */
export interface SinglePerson {
  readonly form: (typeof PERSON_FORMS)[number];
  /** The head. UTF-16 code units in the whole text. */
  readonly start: number;
  /** End exclusive; the whole phrase ends there as well. */
  readonly end: number;
  /** Where the words for the person begin ("her elder brother", "Rosa Quilmen"). */
  readonly from: number;
  /** The head, counted in tokens from the stretch's first: where the network answers. */
  readonly at: number;
}

const PRONOUN = /^(?:he|she|him|her|me|i|himself|herself)$/;
const OTHER =
  /^(?:one|another|other|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|youngest|eldest|oldest|smallest|last|first|latter|someone|somebody)$/;
const NOBODY = /^(?:nobody|none|no|nil)$/;
const AGED = /(?:^|-)(?:year|month|week)-old$/;
const ENDING =
  /(?:-in-law|gentleman|companion|cousin|uncle|aunt|nephew|niece|pop|[^aeiou](?:er|or)|[^u]ist|ian|[rslt]ant|[dl]ent|man|woman|ee|eer|ard|boy|girl|ess|mate|grapher|child|smith|wright|herd|cook|nurse|monk|nun|poet|pilot|rabbi|imam|thief|male|female|minor|infant|toddler|newborn|baby|convict|clerk|guide|maid|bride|groom|widow|orphan|novice|corpse|body|skeleton|youth|teen|kid|guy|bloke|copper|cop|dad|mum|mom|granny|grandpa|grandma|nana|sacristan|chieftain|captain|sheikh|elder|leader|heir|twin|hostage|spy|rival|judge|colonel|general|corporal|cadet)$/;
const KIN = /^(?:dad|mum|mom|granny|grandpa|grandma|nana|pop|uncle|aunt)$/;
const NOT_PEOPLE =
  /^(?:other|another|order|water|river|letter|paper|number|winter|summer|corner|centre|center|matter|answer|power|border|shoulder|quarter|tower|chamber|member|september|october|november|december|shelter|finger|weather|disorder|error|floor|door|doctrine|president's|government|statement|moment|document|department|parliament|want|constant|restaurant|plant|grant|content|student's|accident|incident|extent|talent|event|agent's|silent|present|independent|violent|recent|different|yard|guard's|card|board|standard|hard|toward|forward|afterward|street|degree|committee|coffee|three|tree|fee|see|free|guarantee|trustee|knee|process|access|success|business|illness|press|less|mess|dress|address|congress|progress|witness's|loss|list|exist|terror|horror|motor|sector|factor|mirror|minor's|major|interior|former|latter|under|over|after|never|ever|later|rather|whether|together|however|either|neither|further|per|cover|fever|silver|lever|offer|counter|register|ministry|minister's|master's|poster|disaster|cluster|transfer|chapter|theatre|computer|newspaper|letter|ladder|murder|bitter|better|proper|super|barrier|carrier|frontier|quarters|cancer|charter|roster|hunger|anger|danger|manner|dinner|banner|corridor|harbor|labor|favor|colour|honor|color|rumor|terror|behavior|everybody|anybody|nobody|somebody's|embody|front|mayor's|army|palace|mission|room)$/;

function isPersonish(low: string): boolean {
  if (AGED.test(low)) return true;
  if (low.length < 3 || isThing(low) || isPeoplePlural(low) || isTimeWord(low)) return false;
  if (mayBePerson(low) || isPersonWord(low) || isKin(low))
    return !/s$/.test(low) || /ss$/.test(low) || mayBePerson(low);
  if (isRole(low)) return !/s$/.test(low);
  return ENDING.test(low) && !NOT_PEOPLE.test(low);
}

const INSIDE = new Set(['NOUN', 'ADJ', 'NAME', 'VBD', 'VBG', 'ADV', 'NUM']);
const REACH = 9;

/** Where "a", "her", "'s" stands in front of a noun; -1: the noun stands bare; null: something counted or a whole kind. */
function articleBefore(parsed: ParsedText, head: number, first: number): number | null {
  for (let at = head - 1; at >= first && at > head - REACH; at -= 1) {
    const { lower = '', kind } = parsed.tokens[at] ?? {};
    const tag = parsed.tags[at] ?? 'MARK';
    if (/^(?:a|an|the|another|any|his|her|their|my|our|your|its|'s|’s)$/.test(lower)) return at;
    if (/^(?:no|each|every|all|both|these|those|some)$/.test(lower)) return null;
    if (lower === '-' || /^["“'‘]$/.test(lower)) continue;
    if (AGED.test(lower) || parsed.tokens[at + 1]?.text === '-') continue;
    if (kind === 'number' || tag === 'NUM') return at > head - 4 ? null : -1;
    if (!INSIDE.has(tag)) return -1;
  }
  return -1;
}

/** "a refugee | settlement", "the detainee | list": the person only says of which kind. */
const PLACE_OF_PEOPLE =
  /^(?:camp|settlement|centre|center|prison|ward|list|exchange|swap|population|leader|union|group|movement|organisation|organization|crisis|convoy|boat|tent|hospital|school|home|house|hostel|column|village|quarter|district|rally|protest|march|card|visa|status|strike|attack|raid|force|unit|base|post|patrol|station|academy|training|team)$/;

/** Whether a phrase goes on behind its noun: "the teacher | Rosa", "mayor | Prada", "a refugee | camp". */
function goesOn(parsed: ParsedText, at: number): boolean {
  const next = parsed.tokens[at + 1];
  const tag = parsed.tags[at + 1];
  if (next === undefined || next.kind !== 'word') return false;
  if (tag === 'NAME') return true;
  if (tag !== 'NOUN' || parsed.shout) return false;
  return isPersonish(next.lower) || isPeoplePlural(next.lower) || PLACE_OF_PEOPLE.test(next.lower);
}

/** A form, and the first token of the words for the person. */
interface Placed {
  readonly form: SinglePerson['form'];
  readonly from: number;
}

function nounAt(parsed: ParsedText, at: number, first: number): Placed | null {
  const low = parsed.tokens[at]?.lower ?? '';
  if (!isPersonish(low) || goesOn(parsed, at)) return null;
  const article = articleBefore(parsed, at, first);
  if (article === null) return null;
  if (article >= 0) return { form: 'noun', from: article };
  const alone = mayBePerson(low) || isKin(low) || isRole(low) || KIN.test(low) || parsed.shout;
  return alone ? { form: 'bare-noun', from: at } : null;
}

/** The run of names that ends at a token and does not say where; null when none does. */
function nameAt(parsed: ParsedText, at: number, first: number): Placed | null {
  if (parsed.tags[at] !== 'NAME' || parsed.tags[at + 1] === 'NAME') return null;
  let from = at;
  while (from > first && parsed.tags[from - 1] === 'NAME') from -= 1;
  const before = from > first ? (parsed.tokens[from - 1]?.lower ?? '') : '';
  return /^(?:in|near|outside|across|into|around|at)$/.test(before) ? null : { form: 'name', from };
}

/** "MAYOR JULIO PRADA" where all is in capitals: a title and what follows it. */
function titledAt(parsed: ParsedText, at: number, first: number): Placed | null {
  if (!parsed.shout || parsed.tags[at] !== 'NOUN' || /^(?:NOUN|NAME)$/.test(parsed.tags[at + 1] ?? ''))
    return null;
  for (let from = at - 1; from >= Math.max(first, at - 3) && parsed.tags[from] === 'NOUN'; from -= 1)
    if (isPersonish(parsed.tokens[from]?.lower ?? '')) return { form: 'name', from };
  return null;
}

/** "not one", "not a single". */
function isNotOne(parsed: ParsedText, at: number): boolean {
  const [low, before] = [at, at - 1].map((index) => parsed.tokens[index]?.lower ?? '');
  const start = low === 'single' && before === 'a' ? at - 2 : at - 1;
  return /^(?:one|single)$/.test(low ?? '') && parsed.tokens[start]?.lower === 'not';
}

/** "not a single | civilian", "not a single | one": told with "single" already. */
function isOfNotOne(parsed: ParsedText, at: number): boolean {
  for (let before = at - 1; before >= at - 3 && before >= 0; before -= 1) {
    const low = parsed.tokens[before]?.lower ?? '';
    if (/^(?:one|single)$/.test(low)) return isNotOne(parsed, before);
    if (parsed.tags[before] !== 'ADJ') return false;
  }
  return false;
}

function placedAt(parsed: ParsedText, at: number, first: number): Placed | null {
  const { lower = '', kind } = parsed.tokens[at] ?? {};
  if (kind !== 'word') return null;
  if (PRONOUN.test(lower)) return parsed.tags[at] === 'POSS' ? null : { form: 'pronoun', from: at };
  if (NOBODY.test(lower) || isNotOne(parsed, at)) return { form: 'nobody', from: at };
  const named = nameAt(parsed, at, first) ?? titledAt(parsed, at, first);
  if (named !== null) return named;
  if (lower === 'one') {
    const [before, after] = [at - 1, at + 1].map((index) => parsed.tokens[index]?.lower ?? '');
    const joined =
      /^(?:no|by|after|another)$/.test(before ?? '') || /^(?:by|after|another)$/.test(after ?? '');
    return joined ? null : { form: 'other', from: at };
  }
  if (!OTHER.test(lower)) return nounAt(parsed, at, first);
  const article = /^(?:an?|the|his|her|their|my)$/.test(parsed.tokens[at - 1]?.lower ?? '');
  return isPersonish(parsed.tokens[at + 1]?.lower ?? '')
    ? null
    : { form: 'other', from: article && at > first ? at - 1 : at };
}

/**
 * The single people that a stretch may tell of, in order.
 *
 * @param stretch tokens of `parsed`
 * @example
 * singlePeople(parseText('A teacher was shot.'), { from: 0, to: 5 })[0]?.at; // 1
 */
export function singlePeople(parsed: ParsedText, stretch: Range): SinglePerson[] {
  const found: SinglePerson[] = [];
  for (let at = stretch.from; at < stretch.to; at += 1) {
    const placed = placedAt(parsed, at, stretch.from);
    const token = parsed.tokens[at];
    if (placed === null || token === undefined) continue;
    if (placed.form !== 'nobody' && isOfNotOne(parsed, at)) continue;
    const from = parsed.tokens[placed.from]?.start ?? token.start;
    found.push({ form: placed.form, start: token.start, end: token.end, from, at: at - stretch.from });
  }
  return found;
}
