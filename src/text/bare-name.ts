/** Names without the titles, offices and trades in front of them. Words that open a body's own name stay. */
import { isPersonWord, kindOfWord } from './actor-words.ts';
import { mayBePerson } from './people-nouns.ts';

/** Ranks and offices in front of a name; a policy in front of "Minister" belongs to the office. */
const TITLE =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Sir|Dame)\.?|(?:\p{Lu}\p{Ll}+ )?Minister|President|Father|Sister|Brother|Maître|Imam|Sheikh|Reverend|Pastor|Archbishop|Cardinal|Rabbi|Mullah|Lieutenant|(?:Lieutenant|Major|Brigadier)-(?:Colonel|General)|Sergeant|Brigadier|Admiral|Marshal|Inspector|Superintendent|Ambassador|Prosecutor|Attorney|Madame|Monsieur|Datuk|Retired|Acting|General|Colonel|Captain|Major|Judge|Senator|Governor|Prime|Foreign|Interior|Defence|Defense|Justice|Secretary|Spokesman|Spokeswoman|Commissioner|Chief|Professor|Bishop|Mayor|Deputy|Chancellor|King|Queen|Commander|Director) (?!(?:Ministry|Department|Office|Council|Committee|Court|Affairs|Service|Agency|Police|Guard|Forces|Staff|Assembly|Secretariat|Directorate|Command|Prosecutor|of|for)\b)/u;

/** "Stallholder Magda Ruhl", "Ombudsman Petra Halim": a trade or an office in front of a full name. */
const TRADE = /^(?:ombuds(?:man|woman)|\p{L}+(?:holder|keeper|worker|maker|owner|man|woman|grower))$/u;

/** "Interior Guard", "General Staff": what looks like a title opens the name of a body. */
function namesBody(name: string): boolean {
  const words = name.replace(/ (?:of|for) .*$/, '').split(' ');
  const last = (words.at(-1) ?? '').toLowerCase();
  return words.length > 1 && kindOfWord(last) !== null && !isPersonWord(last);
}

/** What stands in front of an office: "*Police* Superintendent", "*Vice*-President", "*Shadow* Minister". */
const BEFORE_OFFICE =
  /^(?:deputy|vice|special|shadow|state|interior|foreign|defence|defense|justice|health|finance|prime|chief|senior|junior|detective|district|regional|provincial|federal|national|assistant|acting|former|attorney|under|permanent|general|lieutenant|brigadier|major|staff|first|second|high|human|rights|council|opposition|archbishop|sister|brother|father)$/;
const RANKS =
  /^(?:superintendent|inspector|constable|sergeant|corporal|lieutenant|major|admiral|marshal|brigadier|undersecretary|vice-president|councillor|councilman|councilwoman|envoy|sheriff|coroner|justice|archbishop|cardinal|father|sister|brother|monsignor|pastor|imam|rabbi|nuncio|consul|attaché|barrister|counsel|detective|trooper|warden|private|cadet)$/;

/** "Constable", "Undersecretary": a rank or an office that is no name. @example isRank('constable'); // true */
export function isRank(word: string): boolean {
  return word !== 'justice' && word !== 'private' && RANKS.test(word);
}

function isOffice(word: string): boolean {
  return isPersonWord(word) || RANKS.test(word);
}

/** "Police Superintendent Bram Otis", "Council leader Joan Pike": all words in front are of the office; else the name itself. */
function withoutOffice(name: string): string {
  const words = name.split(' ');
  let office = -1;
  for (let i = 0; i < words.length - 1; i += 1) {
    const word = (words[i] ?? '').toLowerCase();
    if (isOffice(word)) office = i;
    else if (!BEFORE_OFFICE.test(word) && kindOfWord(word) === null) break;
  }
  const rest = words.slice(office + 1);
  const next = (rest[0] ?? '').toLowerCase();
  const names =
    office >= 0 && rest.length >= 2 && rest.length <= 4 && /^\p{Lu}/u.test(rest[0] ?? '') && !isOffice(next);
  return names && !namesBody(name) && kindOfWord(next) === null && !BEFORE_OFFICE.test(next)
    ? rest.join(' ')
    : name;
}

/** "Minister of Justice Ada Quill": the department belongs to the office. */
const DEPARTMENT =
  /^(?:(?:Deputy|Vice|State|Junior|Former|Acting|Shadow) )*(?:Minister|Secretary|Commissioner|Director|Undersecretary|Vice-minister|Vice-Minister) (?:of|for) (?:the )?(?:State |Foreign |Home |Internal |External |National |Public |Social )?(?:Justice|Defence|Defense|Interior|Affairs|Health|Finance|Education|Information|Security|Prisons|Police|Labour|Labor|Culture|Agriculture|Energy|Transport|Communications|Welfare|Planning|State) (?=\p{Lu}\p{Ll}+ \p{Lu})/u;

/** A name without titles in front. @example bareName('Foreign Minister Ana Sel'); // 'Ana Sel' */
export function bareName(name: string): string {
  let bare = name.replace(DEPARTMENT, '');
  while (TITLE.test(bare) && !namesBody(bare)) bare = bare.replace(TITLE, '');
  bare = withoutOffice(bare);
  if (bare !== name) return bare;
  const [first = '', ...rest] = bare.split(' ');
  const trade = first.toLowerCase();
  const named = rest.length === 2 || rest.length === 3;
  if (named && (isPersonWord(trade) || TRADE.test(trade) || mayBePerson(trade)) && !namesBody(bare))
    return rest.join(' ');
  return bare;
}

/** What people with a title are called without it. */
const CALLED: Readonly<Record<string, string>> = {
  gen: 'general',
  col: 'colonel',
  lt: 'lieutenant',
  maj: 'major',
  capt: 'captain',
  sgt: 'sergeant',
  dr: 'doctor',
  prof: 'professor',
  sen: 'senator',
  gov: 'governor',
  father: 'priest',
  reverend: 'priest',
  imam: 'cleric',
};

/**
 * The titles in front of a name as the words by which its bearer is called later: "the minister", "the priest".
 *
 * @example
 * titlesOf('Foreign Minister Ana Sel', 'Ana Sel'); // ['minister']
 */
export function titlesOf(full: string, bare: string): string[] {
  return full
    .slice(0, full.length - bare.length)
    .toLowerCase()
    .split(/[ .]+/)
    .map((word) => CALLED[word] ?? word)
    .filter((word) => isPersonWord(word) || mayBePerson(word) || Object.values(CALLED).includes(word))
    .filter((word) => !/^(?:mr|mrs|ms|acting|retired)$/.test(word));
}
