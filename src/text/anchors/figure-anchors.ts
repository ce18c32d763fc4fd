/**
 * Numbers and dates as details that survive translation: "at least 26 people" and "не менее 26 человек" are one. A number
 * counts with its comparator, per cent and money apart; years, labels, "one" and "dozens" are left out. A date counts as
 * the day, month or span it means, not as it is worded: "on Monday" and "5 марта" may be one.
 */
import type { DateMention } from '../dates.ts';
import type { QuantityMention } from '../quantity.ts';
import type { ReportAnchor } from './report-anchor.ts';

const LEFT_OUT = new Set<QuantityMention['kind']>(['year', 'date', 'ordinal']);

/** How many reports about other things have such a number. Small and round ones are everywhere. */
function expectedOf(n: number, compared: boolean): number {
  const share = n <= 12 ? 0.25 : n <= 31 ? 0.06 : n < 100 ? (n % 10 === 0 ? 0.06 : 0.025) : shareOfLarge(n);
  return compared ? share / 2 : share;
}

/** By the digits before its last zeros: 31,000,000 is rounder than 6,183. */
function shareOfLarge(n: number): number {
  const digits = String(n).replace(/[.0]+$/, '').length;
  if (digits === 1) return 0.02;
  return digits === 2 ? 0.01 : 0.003;
}

function numberAnchor(text: string, mention: QuantityMention): ReportAnchor | null {
  const { n, value, kind, start, end } = mention;
  if (n === null || n <= 1 || LEFT_OUT.has(kind)) return null;
  const sort = kind === 'percent' || kind === 'money' ? kind : 'other';
  const to = value.comparator === 'between' ? `-${value.high ?? ''}` : '';
  const compared = value.comparator !== 'exactly';
  return {
    kind: 'number',
    key: `number:${sort}:${value.comparator}:${n}${to}`,
    words: text.slice(start, end),
    place: { start, end },
    expected: expectedOf(n, compared),
  };
}

const DAY_MS = 86_400_000;
/** News speaks mostly of the days right before it. */
const RECENT_DAYS = 4;

function expectedOfDate(edtf: string, publishedAt: string | null): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(edtf)) return /^\d{4}-\d\d~?$/.test(edtf) ? 0.05 : 0.02;
  const before =
    publishedAt === null ? 0 : (Date.parse(publishedAt.slice(0, 10)) - Date.parse(edtf)) / DAY_MS;
  return publishedAt === null || Math.abs(before) <= RECENT_DAYS ? 0.12 : 0.01;
}

function dateAnchor(
  text: string,
  { start, end, when }: DateMention,
  publishedAt: string | null,
): ReportAnchor | null {
  if (when === null || /^\d{4}~?$/.test(when.edtf)) return null;
  return {
    kind: 'date',
    key: `date:${when.edtf}`,
    words: text.slice(start, end),
    place: { start, end },
    expected: expectedOfDate(when.edtf, publishedAt),
  };
}

/** What was read in a text. */
export interface ReadFigures {
  readonly quantities: readonly QuantityMention[];
  readonly dates: readonly DateMention[];
}

/**
 * The numbers and dates of a text as anchors, one a key.
 *
 * @example
 * figureAnchors('At least 26 died.', { quantities: quantitiesIn('At least 26 died.'), dates: [] }, null)[0]?.key; // 'number:other:at-least:26'
 */
export function figureAnchors(
  text: string,
  { quantities, dates }: ReadFigures,
  publishedAt: string | null,
): ReportAnchor[] {
  const found = new Map<string, ReportAnchor>();
  const all = [
    ...quantities.map((mention) => numberAnchor(text, mention)),
    ...dates.map((mention) => dateAnchor(text, mention, publishedAt)),
  ];
  for (const anchor of all) if (anchor !== null && !found.has(anchor.key)) found.set(anchor.key, anchor);
  return [...found.values()];
}
