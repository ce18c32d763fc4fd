/** Every bench of the repository: what it measures, how it is run whole, and how it is run to see that it runs. */

export interface Bench {
  /** As in `--only`. */
  readonly name: string;
  /** What is compared, and on what data. */
  readonly about: string;
  /** File of `bench/`. Its last line is one line of JSON. */
  readonly file: string;
  /** Of a whole run. */
  readonly args: readonly string[];
  /** Of the smallest run that still goes through everything; null: it has one size. */
  readonly small: readonly string[] | null;
  /** Hours at most, after which it is ended. */
  readonly hours: number;
  /** What it is told besides when everything is to be measured again: it keeps parts of its own. */
  readonly again: readonly string[];
}

const bench = (
  name: string,
  about: string,
  small: readonly string[] | null = null,
  hours = 1,
  args: readonly string[] = [],
  again: readonly string[] = [],
): Bench => ({ name, about, file: `${name}.ts`, args, small, hours, again });

/**
 * In the order in which they are run: what ends soon comes first.
 *
 * @example
 * BENCHES.map(({ name }) => name); // ['seed', 'reading', …]
 */
export const BENCHES: readonly Bench[] = [
  bench('seed', 'Claims read from one real report, against what a careful reader accepts'),
  bench('reading', 'Claims read from invented reports; of the reports held out, totals alone'),
  bench('main-text', 'Main text of 24 invented pages, beside @mozilla/readability'),
  bench('count', 'Estimates and linkage against published figures and labelled lists', [
    'estimate',
    '--runs',
    '2',
  ]),
  bench(
    'language',
    'Attribution, victims, stance and speed on development sets; a spaCy quote extractor beside',
    ['seed'],
    2,
  ),
  bench('lists', '100,000 rows of invented people into an encrypted vault; a table that is too large', [
    '20000',
  ]),
  bench(
    'speed',
    'Commands over a vault of synthetic reports, each in a fresh process',
    ['--articles', '100'],
    2,
  ),
  bench('storage', 'The narrow view of all claims of 20,000 articles from a cold process', ['200', '5']),
  bench('desk', 'The desk in a real browser over 20,000 articles', ['--articles', '100'], 2),
  bench(
    'origins',
    'Worked cases, brute force, text reuse among invented articles, MinHash beside',
    ['--only', 'cases'],
    2,
  ),
  bench('publish', 'A dossier of 20,000 claims in Chromium; every byte of a package changed', ['crawl'], 2),
  bench(
    'protect',
    'Tables attacked, 10,000 cases with 50,000 documents, canaries',
    ['tables', '--tables', '2'],
    3,
  ),
  bench(
    'custody',
    'Kills, flipped bits, torn writes, full disks, and the cost of encryption and log',
    ['--only', 'vectors'],
    3,
  ),
  bench(
    'team',
    'PostgreSQL: taking in, fifty reviewers, kills, answers in large records',
    // Kept apart from the parts of a whole run.
    ['--only', 'ingest', '--articles', '20', '--outcomes', 'bench/kept-small/team'],
    6,
    // Its parts take hours together and are run apart, too: what they told is put together, each with its commit and day.
    ['--join', '--articles', '300', '--scale', '10000,100000,1000000'],
    ['--again'],
  ),
];
