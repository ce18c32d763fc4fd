/** What people write into a cell when they do not know. Such a cell says nothing; the words are kept as written. */

const WORDS = new Set([
  ...['-', '--', '—', '–', '?', '??', '???', '.', '…', '*', 'x', 'xx', 'xxx', '/'],
  ...[
    'n/a',
    'na',
    'n.a.',
    'nan',
    'null',
    'none',
    'nil',
    'unknown',
    'not known',
    'unk',
    'no data',
    'not stated',
  ],
  ...['unspecified', 'not available', 'unidentified', 'no name', 'name unknown', 'unnamed'],
  ...['desconocido', 'desconocida', 'se desconoce', 'sin datos', 's/d', 'sd', 'no consta', 'ignorado'],
  ...['inconnu', 'inconnue', 'non renseigné', 'nr', 'sans nom'],
  ...['неизвестно', 'неизвестен', 'неизвестна', 'неизвестный', 'нет данных', 'н/д', 'не указано', 'б/н'],
  ...['невідомо', 'невідомий', 'невідома', 'немає даних', 'не вказано'],
  ...['غير معروف', 'غير معروفة', 'مجهول', 'مجهولة', 'مجهول الهوية', 'لا يوجد', 'لايوجد', 'غير محدد'],
]);

const LONGEST = Math.max(...[...WORDS].map((word) => word.length));

/**
 * Whether a cell says that something is not known, or nothing at all.
 *
 * @param text trimmed
 * @example
 * saysUnknown('n/a'); // true
 */
export function saysUnknown(text: string): boolean {
  return text === '' || (text.length <= LONGEST && WORDS.has(text.toLowerCase()));
}
