/** Words: the readers of texts in every language, and what people type into fields and command lines. */
import { REPORT } from '../../../src/intake/fixtures/saved-page.ts';
import { readStatedDate } from '../../../src/intake/stated-date.ts';
import { parseAge } from '../../../src/record/age.ts';
import { readBoxes, readSpans } from '../../../src/record/redaction.ts';
import { parseSearch } from '../../../src/record/search/search-terms.ts';
import { opening, snippet } from '../../../src/record/search/snippet.ts';
import { cutAtPublication, earliestDay, latestDay, parseEdtf } from '../../../src/record/when.ts';
import { parseS3Address } from '../../../src/storage/blobs/s3-address.ts';
import { parsePostgresAddress } from '../../../src/storage/postgres/postgres-address.ts';
import { ftsExpression } from '../../../src/storage/search/fts-expression.ts';
import { openTextReader } from '../../../src/text/open-text-reader.ts';
import { type FuzzTarget, inputs, type ReadInput, textIn } from '../fuzz-target.ts';

const NOW = new Date('2031-06-01T12:00:00Z');

const RUSSIAN = [
  'Представитель полиции Орлавы Олег Туров заявил, что при взрыве погибли не менее 26 человек, в том числе двое детей.',
  '«Никого там не держали», — сказал министр. Сеть «Маяк» утверждает, что в марте были задержаны двенадцать жителей Велинска.',
];
const UKRAINIAN = [
  'Речник міліції сказав, що 3 травня загинули близько п’ятдесяти людей; міністерство це заперечує.',
];
const ARABIC = [
  'قال المتحدث باسم الشرطة إن 26 شخصًا على الأقل قُتلوا يوم الثلاثاء، بينهم طفلان.',
  'نفت وزارة الداخلية التقرير. وأضافت الشبكة أن اثني عشر رجلا اعتُقلوا في آذار ٢٠٢١.',
];
const SPANISH = [
  'La policía dijo que al menos 26 personas murieron el martes; el ministro lo niega: «No hubo detenidos».',
];

/** A text reader; the first letter of an input is no part of it and says what else is known. */
function textTarget(
  name: string,
  language: string,
  texts: readonly string[],
  words: readonly string[],
): FuzzTarget {
  return {
    name,
    words: [
      ...words,
      ' said that ',
      '“',
      '”',
      '"',
      '«',
      '»',
      '(',
      ')',
      '1,000',
      '2–3',
      '%',
      '\n\n',
      '. ',
      '; ',
      ' 10.000.000 ',
      '3/5/2021',
      ' and ',
    ].map((word) => Buffer.from(word).toString('latin1')),
    seeds: async () => inputs(...texts.map((text) => `a${text}`), `b${texts.join('\n\n')}`),
    open: async () => {
      const reader = openTextReader({ attribution: null, gazetteer: null });
      const read: ReadInput = (bytes) => {
        const isTold = ((bytes[0] ?? 0) & 1) === 1;
        reader.read({
          text: textIn(bytes.subarray(1)),
          publishedAt: isTold ? '2021-05-03' : null,
          outlet: isTold ? 'Dvinsk Courier' : null,
          language: ((bytes[0] ?? 0) & 2) === 0 ? language : null,
        });
        return [];
      };
      return read;
    },
  };
}

/** What a person types: dates, ages, search words, boxes, addresses. Every one of them is read. */
function readTyped(bytes: Uint8Array): readonly string[] {
  const text = textIn(bytes).slice(0, 20_000);
  const sentences: string[] = [];
  for (const read of [parseEdtf, parseAge])
    for (const one of [text, ...text.split('\n').slice(0, 20)]) {
      const found = read(one);
      if ('message' in found) sentences.push(found.message);
      else if (read === parseEdtf) {
        earliestDay(one);
        latestDay(one);
        cutAtPublication({ edtf: one, extent: 'within' }, '2021-05-03');
      }
    }
  const { note } = readStatedDate(text, NOW);
  const terms = parseSearch(text);
  ftsExpression(terms);
  snippet(text, terms);
  opening(text);
  readBoxes(text);
  readSpans(text);
  for (const read of [parseS3Address, parsePostgresAddress]) sentences.push(...refusal(() => read(text)));
  return [...sentences, note ?? ''];
}

function refusal(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof Error && error.name === 'OnRecordError') return [error.message];
    throw error;
  }
}

export const WORD_TARGETS: readonly FuzzTarget[] = [
  textTarget('text-en', 'en', REPORT, [
    'at least ',
    'according to ',
    'denied',
    'two dozen',
    'last week',
    'Mr.',
    '’s',
    'no one',
    'killed',
  ]),
  textTarget(
    'text-cyrillic',
    'ru',
    [...RUSSIAN, ...UKRAINIAN],
    [
      'заявил, что ',
      'не менее ',
      'погибли ',
      ' человек',
      'по словам ',
      '—',
      'ё',
      'близько ',
      'двадцать пять ',
    ],
  ),
  textTarget('text-arabic', 'ar', ARABIC, [
    'قال ',
    'إن ',
    'وأضاف ',
    'شخصا',
    '٢٦',
    'ـ',
    '\u064b',
    'لا ',
    'نفى ',
    'اثنا عشر ',
  ]),
  textTarget('text-spanish', 'es', SPANISH, [
    'dijo que ',
    'al menos ',
    'según ',
    'murieron ',
    'veintiún ',
    '¿',
    'n.º ',
  ]),
  {
    name: 'typed',
    words: [
      '2021-05',
      '/',
      '..',
      'X',
      '?',
      '~',
      '%',
      'T10:00',
      '+02:00',
      '-',
      '20XX',
      '[',
      ']',
      '{',
      '}',
      '18-24',
      'about ',
      '"',
      '*',
      'OR ',
      's3://',
      'postgres://',
      '?region=',
      '&endpoint=https://',
      '%zz',
      '@',
      ':',
      'Mon, 3 May 2021',
      'вчера',
      '1,10,20,100,12',
    ],
    seeds: async () =>
      inputs(
        '2021-05-03',
        '2021-05-03/2021-06',
        '2021-05~/..',
        '20XX-05-XX',
        '18-24',
        'Mon, 3 May 2021 10:00:00 +0200',
        '"press freedom" dete*',
        '1,10,20,100,12 10-20',
        's3://kessar/bytes?region=eu-central-1&endpoint=https://s3.example.org',
        'postgres://maria:secret@db.example:5432/record?schema=onrecord&sslmode=verify-full',
      ),
    open: async () => readTyped,
  },
];
