/**
 * Writes news reports of about 600 words about an invented country, from a seed: half HTML pages with the usual
 * menus and notices, half plain text. The same seed gives the same bytes. For speed and memory only: nothing
 * about accuracy can be learned from text that a program wrote.
 */
import { chanceFrom } from '../test/fixtures/chance.ts';

/** Reports of which the next copies are made. */
const COPIED_FROM = 50;

/** One report as a file. */
export interface SyntheticReport {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const OUTLETS = [
  'The Sorev Courier',
  'Meridian Daily',
  'Northline News Agency',
  'Harbour Radio',
  'Lark News',
  'The Daily Echo',
  'Velin Gazette',
  'Dol Evening Post',
  'The Linden Observer',
  'River Wire',
  'Upper Kessar Voice',
  'Port Standard',
];
const TOWNS = [
  'Dol',
  'Sorev',
  'Linden Ferry',
  'Upper Kessar',
  'Velin',
  'Marsh Gate',
  'Tarn',
  'Old Mill',
  'Heron Quay',
  'Asker',
];
const GROUPS = [
  'villagers',
  'weavers',
  'students',
  'members of the union',
  'dockers',
  'farmers',
  'men',
  'women',
  'residents',
  'prisoners',
];
const BODIES = [
  'the Interior Guard',
  'the regional police',
  'the governor',
  'the prosecutor of Kessar',
  'the ministry of justice',
  'the border service',
];
const ACTS = ['killed', 'detained', 'injured', 'abducted', 'displaced'];
const FILLER = [
  'The road to the river was closed for most of the week and the market did not open.',
  'Shops along the main street kept their shutters down, and few people were seen outdoors after dark.',
  'Snow fell on the hills in the night, and the bus to the coast was late again.',
  'The mills of the valley have stood still since the strike began, and wages have not been paid.',
  'A school near the bridge has been closed, and lessons are held in a church hall instead.',
  'Many families in the valley have relatives abroad who send money at the end of each month.',
];

export interface SyntheticOptions {
  /**
   * What stands between the sentences that make claims. `shared`, the default: six sentences that all reports have, as pages
   * of one house have their notices. `own`: sentences of invented words that no other report has.
   */
  readonly filler?: 'shared' | 'own';
  /** Of how many reports one is another outlet's copy of an earlier one, with a title, a day and a first line of its own; absent: none. */
  readonly copyEvery?: number;
  /** Of some sixty words and two claims each; 10 when absent. */
  readonly paragraphs?: number;
}

/**
 * A stream of reports.
 *
 * @param count how many
 * @param seed any whole number; the same one gives the same reports
 * @example
 * for (const report of syntheticReports(3, 1)) report.fileName; // 'report-000001.html'
 */
export function* syntheticReports(
  count: number,
  seed: number,
  { filler = 'shared', copyEvery, paragraphs: length = 10 }: SyntheticOptions = {},
): Generator<SyntheticReport> {
  const next = chanceFrom(seed);
  const between = filler === 'shared' ? (): string => pick(FILLER) : (): string => ownSentence(next);
  const earlier: string[][] = [];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const number = (): number => 2 + Math.floor(next() ** 3 * 200);
  for (let at = 1; at <= count; at++) {
    const outlet = pick(OUTLETS);
    const day = `2021-${pad(1 + Math.floor(next() * 12), 2)}-${pad(1 + Math.floor(next() * 28), 2)}`;
    const sentence = (): string => {
      const what = `${number()} ${pick(GROUPS)} were ${pick(ACTS)} in ${pick(TOWNS)}`;
      switch (Math.floor(next() * 9)) {
        case 0:
          return `${pick(OUTLETS)} reported that at least ${what}.`;
        case 1:
          return `More than ${what}, according to ${pick(OUTLETS)}.`;
        case 2:
          return `“We know that ${what},” a spokesman for ${pick(BODIES)} said.`;
        case 3:
          return `${capital(pick(BODIES))} denied that ${what}.`;
        case 4:
          return `${capital(pick(BODIES))} refused to comment on the reports.`;
        case 5:
          return `A witness told ${pick(OUTLETS)} that about ${what}.`;
        case 6:
          return `It was reported that up to ${what}.`;
        case 7:
          return `${capital(what)} in the last week.`;
        default:
          return `${capital(pick(BODIES))} confirmed that ${what}.`;
      }
    };
    const title = `Reports of ${pick(ACTS)} ${pick(GROUPS)} in ${pick(TOWNS)}, number ${at}`;
    const copied = copyEvery !== undefined && at % copyEvery === 0 ? pick(earlier) : undefined;
    const paragraphs =
      copied === undefined
        ? Array.from({ length }, () => [sentence(), between(), sentence(), between()].join(' '))
        : [between(), ...copied.slice(1)];
    if (copyEvery !== undefined && copied === undefined) earlier[at % COPIED_FROM] = paragraphs;
    const html = at % 2 === 1;
    const content = html
      ? page({ outlet, day, title, paragraphs })
      : frontMatter({ outlet, day, title, paragraphs });
    yield {
      fileName: `report-${pad(at, 6)}.${html ? 'html' : 'md'}`,
      bytes: new TextEncoder().encode(content),
    };
  }
}

const SYLLABLES = [
  'ba',
  'ken',
  'dor',
  'mi',
  'sal',
  'tor',
  've',
  'lun',
  'ga',
  'rith',
  'po',
  'shen',
  'kal',
  'du',
  'fer',
  'nim',
];

/** Some twelve words, each of two or three syllables of 16: 4,352 words, about as often as the rarer words of a language. */
function ownSentence(next: () => number): string {
  const syllable = (): string => SYLLABLES[Math.floor(next() * SYLLABLES.length)] ?? '';
  const word = (): string => syllable() + syllable() + (next() < 0.7 ? syllable() : '');
  const words = Array.from({ length: 9 + Math.floor(next() * 7) }, word);
  return `${capital(words.join(' '))}.`;
}

interface Report {
  readonly outlet: string;
  readonly day: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

function page(report: Report): string {
  const data = {
    '@type': 'NewsArticle',
    headline: report.title,
    datePublished: report.day,
    publisher: { name: report.outlet },
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${report.title} | ${report.outlet}</title>
<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/subscribe">Subscribe</a></nav><article><h1>${report.title}</h1>
${report.paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</article><aside><ul><li><a href="/a">Mills stand still</a></li><li><a href="/b">Weather</a></li></ul></aside><footer>© ${report.outlet}</footer></body></html>`;
}

function frontMatter(report: Report): string {
  return `---\ntitle: "${report.title}"\npublisher: ${report.outlet}\ndate: ${report.day}\nlang: en\n---\n\n${report.paragraphs.join('\n\n')}\n`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
