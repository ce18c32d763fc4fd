/** Names in Slavic cases: whether two forms can be one name, where a person's name begins in a run of capitals, adjectives as subjects. */
import type { Gender } from '../pack.ts';

/** Endings of names in any case, longest first; what is left over is compared. */
const ENDING =
  /(?:ского|скому|ской|ским|ском|скую|ская|ский|ського|ському|ської|ськім|ський|ська|ьской|ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ою|ею|ым|им|ом|ем|ам|ам|ая|яя|ый|ий|ов|ев|ую|юю|у|ю|а|я|ы|и|е|о|ь|й|і|ї)$/;

function stem(word: string): string {
  const cut = word.replace(ENDING, '');
  return cut.length >= 2 ? cut : word;
}

/** "туров" and "туровым" share their beginning, and what differs is an ending. */
export function sameSlavicName(a: string, b: string): boolean {
  if (a.length < 3 || b.length < 3) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short)) return long.length - short.length <= 3 && ENDING.test(long);
  return long.length - short.length <= 3 && stem(short) === stem(long);
}

const PATRONYMIC = /(?:вич|вича|вичу|вичем|вна|вны|вне|вной|ич|ича|ичу|івна|івни|ович|овича|йович|йовича)$/;

/**
 * Where the person begins: with a patronymic one word before it, else with the last two words.
 *
 * @example
 * startOfPerson(['грозного', 'иван', 'туров']); // 1
 */
export function startOfPerson(run: readonly string[]): number {
  const middle = run.findIndex((word, i) => i > 0 && PATRONYMIC.test(word));
  if (middle > 0 && middle < run.length - 1) return middle - 1;
  if (run.some((word) => word.length === 1 || word === '.')) return 0;
  return Math.max(0, run.length - 2);
}

/** Adjectives whose masculine is stressed on its ending. */
const STRESSED = /^(?:город|краев|областн|окружн|участков|портов|миров|передов|полев|тылов|речн|морск)/;

/**
 * A Russian adjective as a subject.
 *
 * @example
 * russianAdjective('военной', { gender: 'f', plural: false }); // 'военная'
 */
export function russianAdjective(
  word: string,
  { gender, plural }: { readonly gender: Gender; readonly plural: boolean },
): string {
  const found = /^(.{2,}?)(?:ого|его|ому|ему|ыми|ими|ой|ей|ую|юю|ом|ем|ым|им|ых|их)$/.exec(word);
  const [, stem = ''] = found ?? [];
  if (stem === '') return word;
  const soft = /(?:его|ему|ей|юю|ем)$/.test(word) && !/[жшщчц]$/.test(stem);
  const hushed = /[гкхжшщч]$/.test(stem);
  if (plural) return stem + (soft || hushed ? 'ие' : 'ые');
  if (gender === 'f') return stem + (soft ? 'яя' : 'ая');
  if (gender === 'n') return stem + (soft ? 'ее' : 'ое');
  if (STRESSED.test(stem)) return `${stem}ой`;
  return stem + (soft || hushed ? 'ий' : 'ый');
}

/**
 * A Ukrainian adjective as a subject.
 *
 * @example
 * ukrainianAdjective('районній', { gender: 'f', plural: false }); // 'районна'
 */
export function ukrainianAdjective(
  word: string,
  { gender, plural }: { readonly gender: Gender; readonly plural: boolean },
): string {
  const found = /^(.{2,}?)(?:ого|ому|ими|ої|ій|ою|у|ім|им|их)$/.exec(word);
  const [, stem = ''] = found ?? [];
  if (stem === '') return word;
  if (plural) return `${stem}і`;
  if (gender === 'f') return `${stem}а`;
  return gender === 'n' ? `${stem}е` : `${stem}ий`;
}
