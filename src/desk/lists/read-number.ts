/** Ages, and the numbers of dates that stand in columns of their own. An age that no person reaches is a fault. */
import { OLDEST, parseAge } from '../../record/age.ts';
import { monthNamed } from './month-names.ts';
import { asciiDigits, type CellReading, cannot, readAs } from './reading.ts';

const YEARS =
  /^(\d{1,4})(?:[.,]\d+)?\s*(?:years?(?: old)?|yrs?|y\.?o?\.?|años?|ans?|лет|год|года|г\.?|років|роки|рік|سنة|سنوات|عام)?$/iu;
const MONTHS =
  /^(\d{1,3})\s*(?:months?|mos?\.?|m|meses|mes|mois|мес\.?|месяц(?:а|ев)?|місяц(?:ь|і|ів)|شهر|أشهر)$/iu;
const DAYS =
  /^(\d{1,4})\s*(?:days?|weeks?|d|días?|jours?|дней|дня|день|днів|дні|يوم|أيام|semanas?|semaines?|недел[ьия]|тижн(?:ь|і|ів))$/iu;
const BETWEEN =
  /^(\d{1,3})\s*(?:-|–|—|to|\/|a|à|до)\s*(\d{1,3})(?:\s*(?:years?|yrs?|años|ans|лет|років|سنة))?$/iu;
const FROM =
  /^(?:(?:over|above|at least|старше|más de|plus de|>=|≥)\s*(\d{1,3})|(\d{1,3})\s*\+|(\d{1,3})\/)$/iu;
const UP_TO = /^(?:(?:at most|up to|<=|≤|до|hasta)\s*(\d{1,3})|\/(\d{1,3}))$/iu;
const ABOVE = /^>\s*(\d{1,3})$/;
const BELOW = /^(?:under|below|menor de|moins de|<)\s*(\d{1,3})$/iu;

const WHAT = 'must be an age in years: 34, 30-39, 18+, or under 18';

/**
 * Reads an age as `parseAge` takes it.
 *
 * @param text as `cellText` gives it, not empty
 * @example
 * readAge('34 years'); // { kind: 'value', value: '34' }
 * readAge('under 18'); // { kind: 'value', value: '/17' }
 */
export function readAge(text: string): CellReading {
  const plain = asciiDigits(text);
  if (/^-\s*\d/.test(plain)) return cannot('must not be below 0: no person has this age');
  const years = YEARS.exec(plain)?.[1];
  if (years !== undefined) return checked(String(Number(years)));
  const months = MONTHS.exec(plain)?.[1];
  if (months !== undefined) return checked(String(Math.floor(Number(months) / 12)));
  if (DAYS.test(plain)) return checked('0');
  const [, low, high] = BETWEEN.exec(plain) ?? [];
  if (low !== undefined) return checked(`${Number(low)}/${Number(high)}`);
  const [, over, plus, open] = FROM.exec(plain) ?? [];
  const from = over ?? plus ?? open ?? shifted(ABOVE.exec(plain)?.[1], 1);
  if (from !== undefined) return checked(`${Number(from)}/`);
  const [, most, until] = UP_TO.exec(plain) ?? [];
  const to = most ?? until ?? shifted(BELOW.exec(plain)?.[1], -1);
  return to === undefined ? cannot(WHAT) : checked(`/${Number(to)}`);
}

function shifted(number: string | undefined, by: number): string | undefined {
  return number === undefined ? undefined : String(Math.max(0, Number(number) + by));
}

function checked(age: string): CellReading {
  const read = parseAge(age);
  if (!('message' in read)) return readAs(age);
  return cannot(
    /\d{3,}/.test(age) ? `must be at most ${OLDEST}: no person has this age` : `${read.message}: ${WHAT}`,
  );
}

/**
 * Reads a year, month or day that stands in a column of its own.
 *
 * @example
 * readDatePart('March', 'month'); // { kind: 'value', value: '03' }
 */
export function readDatePart(text: string, part: 'year' | 'month' | 'day'): CellReading {
  const plain = asciiDigits(text).replace(/\.0+$/, '');
  if (part === 'year')
    return /^(?:1[89]|20)\d\d$/.test(plain)
      ? readAs(plain)
      : cannot('must be a year of four digits, 1800 to 2099');
  const number = part === 'month' ? (monthNamed(plain) ?? Number(plain)) : Number(plain);
  const most = part === 'month' ? 12 : 31;
  if (!Number.isInteger(number) || number < 1 || number > most)
    return cannot(`must be a ${part} from 1 to ${most}`);
  return readAs(String(number).padStart(2, '0'));
}
