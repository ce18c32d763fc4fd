/** Russian: looked up whole, else put together from numbers, nouns, days and intervals. */
import type { SayIn } from '../spoken-markup.ts';
import { RUSSIAN_LABELS } from './russian-labels.ts';
import { RUSSIAN_PHRASES } from './russian-phrases.ts';
import { RUSSIAN_PRINT } from './russian-print.ts';
import { RUSSIAN_RELEASE } from './russian-release.ts';

/** One, two to four, five and more. */
const NOUNS: Readonly<Record<string, readonly [string, string, string]>> = {
  claim: ['утверждение', 'утверждения', 'утверждений'],
  'further claim': ['другое утверждение', 'других утверждения', 'других утверждений'],
  'later claim': ['позднейшее утверждение', 'позднейших утверждения', 'позднейших утверждений'],
  'reviewed claim': ['проверенное утверждение', 'проверенных утверждения', 'проверенных утверждений'],
  'unreviewed proposal': [
    'непроверенное предложение',
    'непроверенных предложения',
    'непроверенных предложений',
  ],
  'machine proposal': ['предложение программы', 'предложения программы', 'предложений программы'],
  'log entry': ['запись журнала', 'записи журнала', 'записей журнала'],
  'chosen proposition': ['выбранное положение', 'выбранных положения', 'выбранных положений'],
  change: ['изменение', 'изменения', 'изменений'],
  source: ['источник', 'источника', 'источников'],
  'further source': ['другой источник', 'других источника', 'других источников'],
  proposition: ['положение', 'положения', 'положений'],
  'further proposition': ['другое положение', 'других положения', 'других положений'],
  table: ['таблица', 'таблицы', 'таблиц'],
  place: ['место', 'места', 'мест'],
  incident: ['событие', 'события', 'событий'],
  'further incident': ['другое событие', 'других события', 'других событий'],
  actor: ['действующее лицо', 'действующих лица', 'действующих лиц'],
  answer: ['ответ', 'ответа', 'ответов'],
  'further answer': ['другой ответ', 'других ответа', 'других ответов'],
  'further figure': ['другое число', 'других числа', 'других чисел'],
  'further voice': ['другой голос', 'других голоса', 'других голосов'],
  other: ['другой', 'других', 'других'],
  day: ['день', 'дня', 'дней'],
  reason: ['причина', 'причины', 'причин'],
  utterance: ['высказывание', 'высказывания', 'высказываний'],
  'code point': ['кодовая позиция', 'кодовые позиции', 'кодовых позиций'],
  'independent origin': [
    'независимый первоисточник',
    'независимых первоисточника',
    'независимых первоисточников',
  ],
};

const MONTHS: Readonly<Record<string, readonly [string, string]>> = {
  January: ['январь', 'января'],
  February: ['февраль', 'февраля'],
  March: ['март', 'марта'],
  April: ['апрель', 'апреля'],
  May: ['май', 'мая'],
  June: ['июнь', 'июня'],
  July: ['июль', 'июля'],
  August: ['август', 'августа'],
  September: ['сентябрь', 'сентября'],
  October: ['октябрь', 'октября'],
  November: ['ноябрь', 'ноября'],
  December: ['декабрь', 'декабря'],
};

function pluralOf(number: number, [one, few, many]: readonly [string, string, string]): string {
  const [tens, ones] = [number % 100, number % 10];
  if (tens >= 11 && tens <= 14) return many;
  if (ones === 1) return one;
  return ones >= 2 && ones <= 4 ? few : many;
}

/** "3 claims"; null when it is no number with a noun. */
function counted(words: string): string | null {
  const [, digits = '', noun = ''] = /^([\d,]+) ([a-z][a-z ]*)$/.exec(words) ?? [];
  const forms = NOUNS[noun] ?? NOUNS[noun.replace(/s$/, '')] ?? NOUNS[noun.replace(/ies$/, 'y')];
  if (forms === undefined) return null;
  return `${spaced(digits)} ${pluralOf(Number(digits.replaceAll(',', '')), forms)}`;
}

function spaced(digits: string): string {
  return digits.replaceAll(',', '\u00a0');
}

const DAY = '(?:(\\d{1,2}) )?([A-Z][a-z]+) (\\d{4})';

function day(words: string): string | null {
  const [, date, month = '', year = ''] = new RegExp(`^${DAY}$`).exec(words) ?? [];
  const names = MONTHS[month];
  if (names === undefined) return /^\d{4}$/.test(words) ? `${words} год` : null;
  return date === undefined ? `${names[0]} ${year}` : `${date} ${names[1]} ${year}`;
}

/** Days, spans and instants as `edtfWords` and `instantWords` word them. */
function time(words: string): string | null {
  const instant = /^(.*), (\d\d:\d\d) UTC$/.exec(words);
  if (instant !== null) return joinedDay(instant[1] ?? '', (on) => `${on}, ${instant[2]} UTC`);
  const span = /^(.*) to (.*)$/.exec(words);
  if (span !== null)
    return joinedDay(span[1] ?? '', (from) => joinedDay(span[2] ?? '', (to) => `${from} — ${to}`));
  const about = /^about (.*?)( \(uncertain\))?$/.exec(words);
  if (about !== null)
    return joinedDay(about[1] ?? '', (on) => `около: ${on}${about[2] === undefined ? '' : ' (неточно)'}`);
  const doubtful = /^(.*) \(uncertain\)$/.exec(words);
  if (doubtful !== null) return joinedDay(doubtful[1] ?? '', (on) => `${on} (неточно)`);
  const later = /^(.*) or later$/.exec(words);
  if (later !== null) return joinedDay(later[1] ?? '', (on) => `${on} или позже`);
  const until = /^until (.*)$/.exec(words);
  if (until !== null) return joinedDay(until[1] ?? '', (on) => `до: ${on}`);
  return day(words);
}

function joinedDay(words: string, put: (day: string) => string | null): string | null {
  const made = day(words);
  return made === null ? null : put(made);
}

const NUMBER = '[\\d,]+';
const RULES: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  // Figures of a release as the log keeps them: "low 12, best 12, high 26; origins 2 to open; corroborated, denied".
  [
    /^(?:low ([^,;]+), best ([^,;]+), high ([^,;]+); )?origins (\d+)(?: to (\d+|open))?; ([a-z, -]+)$/,
    (low = '', best = '', high = '', least = '', most = '', standing = '') => {
      const bound = (value: string): string => (value === 'not stated' ? 'не названо' : value);
      const numbers =
        low === '' ? '' : `низшее ${bound(low)}, лучшее ${bound(best)}, высшее ${bound(high)}; `;
      const range = most === '' ? least : most === 'open' ? `от ${least}` : `от ${least} до ${most}`;
      const words = standing
        .split(', ')
        .map((one) => RUSSIAN_LABELS[one.replaceAll('-', ' ')] ?? RUSSIAN_LABELS[one] ?? one);
      return `${numbers}первоисточников ${range}; ${words.join(', ')}`;
    },
  ],
  [/^no origin: nobody puts it forward$/i, () => 'нет первоисточника: никто этого не утверждает'],
  [
    new RegExp(`^at least (${NUMBER}) independent origins?, no upper bound$`, 'i'),
    (least = '') => `независимых первоисточников не менее ${spaced(least)}, верхней границы нет`,
  ],
  [
    new RegExp(`^at least (${NUMBER}), at most (${NUMBER}) independent origins$`, 'i'),
    (least = '', most = '') => `независимых первоисточников от ${spaced(least)} до ${spaced(most)}`,
  ],
  [
    new RegExp(`^(${NUMBER}) to (${NUMBER}) or more$`),
    (from = '', to = '') => `от ${spaced(from)} до ${spaced(to)} или больше`,
  ],
  [/^(\d+) to open$/, (from = '') => `от ${from}, верхней границы нет`],
  [new RegExp(`^(${NUMBER}) to (${NUMBER})$`), (from = '', to = '') => `от ${spaced(from)} до ${spaced(to)}`],
  [new RegExp(`^(${NUMBER}) or more$`), (from = '') => `${spaced(from)} или больше`],
  [new RegExp(`^at least (${NUMBER})$`), (from = '') => `не менее ${spaced(from)}`],
  [new RegExp(`^up to (${NUMBER})$`), (to = '') => `до ${spaced(to)}`],
  [new RegExp(`^(${NUMBER})$`), (only = '') => spaced(only)],
  [
    /^(?:Low ([\d,]+)|No low), (?:best ([\d,]+)|no best), (?:high ([\d,]+)( or more)?|no high)\.$/,
    (low = '', best = '', high = '', open = '') => {
      const part = (name: string, value: string): string =>
        `${name} ${value === '' ? 'не названо' : spaced(value)}`;
      return `${part('Низшее', low)}, ${part('лучшее', best)}, ${part('высшее', high)}${open === '' ? '' : ' или больше'}.`;
    },
  ],
];

function byRule(words: string): string | null {
  for (const [pattern, put] of RULES) {
    const found = pattern.exec(words);
    if (found !== null) return put(...found.slice(1).map((part) => part ?? ''));
  }
  return null;
}

function capital(words: string | null): string | null {
  return words === null ? null : words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Says a phrase in Russian; null when there are no words for it.
 *
 * @example
 * sayInRussian('3 claims'); // '3 утверждения'
 */
export const sayInRussian: SayIn = (key) => {
  const whole =
    RUSSIAN_LABELS[key] ??
    RUSSIAN_PHRASES[key] ??
    RUSSIAN_PRINT[key] ??
    RUSSIAN_RELEASE[key] ??
    counted(key) ??
    time(key) ??
    byRule(key);
  if (whole !== null) return /^At least|^No origin/.test(key) ? capital(whole) : whole;
  const page = /^(.*), page (\d+)$/.exec(key);
  const name = page === null ? undefined : RUSSIAN_LABELS[page[1] ?? ''];
  return name === undefined ? null : `${name}, страница ${page?.[2]}`;
};
