/** Names in Slavic cases: whether two forms can be one name, and where a person's name begins in a run of capitals. */

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
