/**
 * Where an Arabic speaker's phrase ends. No capital letter tells, and the verb comes first, so that an object follows
 * the subject with nothing between. A phrase is a noun, what completes it up to its first article, and adjectives that
 * agree with it; behind an office a person's name. Articles are words of their own here.
 */
import type { PackSpeakerNoun } from '../pack.ts';

const LINKS = /^(?:بن|ابن|بنت|ابو|ابي|ام|عبد|اغ)$/;
/** First words of compound names of places. */
const PAIRS = /^(?:وادي|راس|تل|بلدة|مدينة|قرية|جبل|نهر|جمهورية|حقوق|عين|دير|خان|بني|منطقة|محافظة|ولاية|بلا)$/;
const ADJECTIVE =
  /^(?:\p{L}+(?:ي|ية|يين|يون)|عام|عامة|متحدة|اخضر|احمر|اسود|سوداء|حمراء|سابق|سابقة|متقاعد|متقاعدة|شرعي|سابقون|عليا|اعلي|مسلحة|خاصة|مشتركة|سيادية|مستقل|مستقلة|مطلعة|محلية|مفتوح|مفتوحة|جديد|جديدة|دائم|دائمة)$/u;

/** Ranks and titles between an office and the name of its holder: "المتحدث باسم الجيش العقيد سامر حداد". */
const TITLE =
  /^(?:عقيد|عميد|لواء|فريق|مقدم|رائد|نقيب|ملازم|رقيب|جنرال|دكتور|دكتورة|طبيب|طبيبة|محامي|محامية|استاذ|استاذة|شيخ|مهندس|مهندسة|قاضي|قاضية|سيد|سيدة)$/;
/** "محاميته", "مديرها": an office that belongs to somebody is definite without an article. */
const OWNED = /(?:ته|تها|تهم|ها|هم|نا|[يرم]ه)$/;

/** Whether the word at an index cannot belong to a name or complete a noun. */
export type Stops = (index: number) => boolean;

/**
 * Whether a noun carries its owner and needs no article.
 *
 * @example
 * isArabicOwned('محاميته'); // true
 */
export function isArabicOwned(word: string): boolean {
  return OWNED.test(word);
}

/** Behind a definite noun its adjectives, each with its article. */
function adjectives(words: readonly string[], at: number): number {
  let to = at;
  while (words[to] === 'ال' && ADJECTIVE.test(words[to + 1] ?? '')) to += 2;
  return to;
}

function nameEnd(words: readonly string[], at: number, stops: Stops): number {
  const first = words[at];
  if (first === undefined || first === 'ال' || stops(at)) return at;
  let to = at + 1;
  while (LINKS.test(words[to] ?? '') || (to === at + 1 && LINKS.test(first))) {
    to += 1;
    if (!LINKS.test(words[to - 1] ?? '')) return to;
  }
  if (words[to] === undefined || stops(to)) return to;
  return words[to] === 'ال' ? to + 2 : to + 1;
}

function complement(words: readonly string[], at: number, stops: Stops): number {
  let to = at;
  for (let n = 0; n < 3; n += 1) {
    const word = words[to];
    if (word === undefined || (stops(to) && !(n === 0 && word === 'ال'))) return to;
    if (word === 'ال') return adjectives(words, to + 2);
    to += 1;
    const article = words[to] === 'ال' && !stops(to);
    if (!article && !PAIRS.test(word) && !LINKS.test(word)) return to;
  }
  return to;
}

/** Behind a rank or title with its adjectives; the index itself where none stands. */
function pastTitle(words: readonly string[], at: number): number {
  return words[at] === 'ال' && TITLE.test(words[at + 1] ?? '') ? adjectives(words, at + 2) : at;
}

/** "لحقوق الإنسان", "للتحقيق": what an organisation is for. */
function purpose(words: readonly string[], at: number, stops: Stops): number {
  if (words[at] === 'ل') return complement(words, at + 1, stops);
  return words[at] === 'لل' ? adjectives(words, at + 2) : at;
}

/**
 * How many words the phrase takes.
 *
 * @param noun the speaker's noun it begins with (behind an article), its length in words; null for a bare name
 * @example
 * arabicPhraseEnd(['وزارة', 'ال', 'صحة', 'وفاة'], { sort: 'name', words: 1 }, () => false); // 3
 */
export function arabicPhraseEnd(
  words: readonly string[],
  noun: { readonly sort: PackSpeakerNoun['sort']; readonly words: number } | null,
  stops: Stops,
): number {
  const definite = words[0] === 'ال';
  if (noun === null) return definite ? 2 : nameEnd(words, 0, stops);
  const head = (definite ? 1 : 0) + noun.words;
  const owned = OWNED.test(words[head - 1] ?? '');
  const plain = definite || owned ? adjectives(words, head) : complement(words, head, stops);
  const whole = words[plain] === 'باسم' ? complement(words, plain + 1, () => false) : plain;
  if (noun.sort === 'name') return purpose(words, whole, stops);
  if (noun.sort !== 'role' || !(whole > head || definite || owned)) return whole;
  const from = pastTitle(words, whole);
  const ends = nameEnd(words, from, stops);
  return ends - from >= 2 ? ends : whole;
}

/** Behind what completes an office ("باسم الجيش", "العدل"); null where it names nobody apart from itself. */
function officeEnd(words: readonly string[], definite: boolean, stops: Stops): number | null {
  if (words[0] === 'باسم') return complement(words, 1, () => false);
  if (definite) return adjectives(words, 0);
  if (words[0] === 'ال') return adjectives(words, 2);
  const completed = complement(words, 0, stops);
  return pastTitle(words, completed) > completed ? completed : null;
}

/**
 * Where behind an office the person's own name stands: "وزير العدل فيصل الرويعان", "المحامي إدريس البوعناني"; null when
 * what follows only completes the office ("محافظ وادي سيرين").
 *
 * @param words folded, those behind the office; the article apart
 * @param definite the office has the article
 * @example
 * arabicPerson(['ال', 'عدل', 'فيصل', 'ال', 'رويعان'], false); // [2, 5]
 */
export function arabicPerson(
  words: readonly string[],
  definite: boolean,
): readonly [from: number, to: number] | null {
  const never: Stops = (index) => /^(?:ل|لل|ب|باسم|في|من)$/.test(words[index] ?? '');
  const office = officeEnd(words, definite, never);
  if (office === null) return null;
  const from = pastTitle(words, office);
  if (from >= words.length) return null;
  const to = nameEnd(words, from, never);
  return to - from >= 2 ? [from, to] : null;
}
