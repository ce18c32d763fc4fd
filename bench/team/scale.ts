/** How the desk's answers grow with the record: search, the page of a proposition, a toll, at several sizes. */
import { loadavg } from 'node:os';
import { openDesk } from '../../src/compose.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { knownRecord } from '../../src/desk/known/known-record.ts';
import { listPositions } from '../../src/desk/list-positions.ts';
import { reckonTolls } from '../../src/desk/reckon-tolls.ts';
import { searchRecord } from '../../src/desk/search-record.ts';
import { tollPage } from '../../src/desk/toll-page.ts';
import { ARRIVING, type Arrived, arrive, arrivedFigures } from './arriving.ts';
import { type Answers, asked, cpuOf, firstOf, none, p95 } from './asked.ts';
import { type KeptRecord, keptRecords, REPORTS } from './kept-records.ts';
import { type Part, rounded } from './part.ts';
import { placeOver } from './team-place.ts';

/** Rare and frequent words, words together, a beginning, and phrases of frequent words. `vxja`: the word of one town. */
const QUESTIONS = [
  'copy2577',
  'vxja',
  'copy2577 weavers killed',
  'weavers killed',
  'prisoners abducted Tarn',
  'governor Sorev',
  'Harbour Radio detained',
  'pris*',
  'vxj* governor',
  '"declined to comment"',
  '"killed in Tarn"',
  '"killed in Tarn Vxja"',
];
/** Counts that are drawn, at equal distances over the record, and those with most claims. */
const [DRAWN, LARGEST] = [20, 3];

/** What is asked of a record. */
interface Asked {
  readonly search: Answers;
  readonly page: Answers;
  readonly toll: Answers;
  readonly largestPage: Answers;
  readonly largestToll: Answers;
  readonly list: Answers;
  /** Claims on the largest. */
  readonly largest: number;
  /** Seconds until the desk knows its propositions by heart, and megabytes of memory after that. */
  readonly byHeart: number;
  readonly memory: number;
}

async function askAll(desk: Desk, server: number, say: (line: string) => void): Promise<Asked> {
  const began = performance.now();
  const known = await knownRecord(desk.store);
  const byHeart = (performance.now() - began) / 1000;
  const memory = process.memoryUsage().rss / 1e6;
  const claimsOn = (id: Parameters<typeof known.tallies>[0]): number =>
    known.tallies(id).reduce((sum, { claims }) => sum + claims, 0);
  const counts = [...known.propositions()].filter(({ kind }) => kind === 'count').map(({ id }) => id);
  const drawn = Array.from(
    { length: DRAWN },
    (_, at) => counts[Math.floor((counts.length * (at + 0.5)) / DRAWN)],
  );
  const largest = counts.toSorted((a, b) => claimsOn(b) - claimsOn(a)).slice(0, LARGEST);
  const told = { search: none(), page: none(), toll: none(), largestPage: none(), largestToll: none() };
  const list = none();
  for (const question of QUESTIONS) {
    const times = await asked(server, () => searchRecord(desk, question, 20), told.search);
    say(`    ${question}: ${p95({ times, first: [], cpu: 0 })} ms`);
  }
  const ask = async (ids: readonly (string | undefined)[], page: Answers, toll: Answers): Promise<void> => {
    for (const proposition of ids) {
      if (proposition === undefined) continue;
      const one = { proposition, includeProposed: true, asOf: null };
      await asked(server, () => listPositions(desk, { ...one, limit: 1 }), page);
      await asked(server, () => tollPage(desk, { ...one, axis: 'known' }), toll);
    }
  };
  await ask(drawn, told.page, told.toll);
  await ask(largest, told.largestPage, told.largestToll);
  await asked(
    server,
    () => listPositions(desk, { includeProposed: true, words: 'weavers', limit: 10, offset: 40 }),
    list,
  );
  await asked(
    server,
    () => reckonTolls(desk, { includeProposed: true, asOf: null, limit: 10, mostFigures: 12_000 }),
    list,
  );
  return { ...told, list, largest: largest[0] === undefined ? 0 : claimsOn(largest[0]), byHeart, memory };
}

function lineOf(
  { sources, claims, propositions, bytes }: KeptRecord,
  asked: Asked,
  { capture, reading }: Arrived,
): string {
  const both = (answers: Answers): string => `${p95(answers)} (${cpuOf(answers)})`;
  const cells = [
    sources,
    claims,
    propositions,
    `${rounded(bytes / 1e9)} GB`,
    both(asked.search),
    both(asked.page),
    both(asked.toll),
    asked.largest,
    both(asked.largestPage),
    both(asked.largestToll),
    both(asked.list),
    [asked.search, asked.page, asked.toll].map(firstOf).join(' / '),
    `${rounded(asked.byHeart)} s, ${Math.round(asked.memory)} MB`,
    [capture, reading].map(({ atWork }) => rounded(atWork)).join(' / '),
    loadavg()[0]?.toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

const HEAD = [
  '| sources | claims | propositions | database | search | page of a proposition | toll | claims on the largest | its page | its toll | lists | first time | by heart | taken in / read | load |',
  `|${'---|'.repeat(15)}`,
];

function resultOf(
  size: number,
  { sources, claims }: KeptRecord,
  { asked, arrived }: { readonly asked: Asked; readonly arrived: Arrived },
): Record<string, number> {
  const named = size >= 1_000_000 ? `${size / 1_000_000}m` : `${size / 1000}k`;
  return {
    [`search_p95_ms_${named}`]: p95(asked.search),
    [`search_cpu_ms_${named}`]: cpuOf(asked.search),
    [`search_sources_${named}`]: sources,
    [`search_claims_${named}`]: claims,
    [`proposition_p95_ms_${named}`]: p95(asked.page),
    [`proposition_largest_p95_ms_${named}`]: p95(asked.largestPage),
    [`toll_p95_ms_${named}`]: p95(asked.toll),
    [`toll_largest_p95_ms_${named}`]: p95(asked.largestToll),
    ...arrivedFigures(named, arrived),
  };
}

/** The part. */
export const SCALE: Part = {
  name: 'scale',
  uses: ['scale'],
  about: `${REPORTS} short reports written by a program are taken in and read by a worker; the database then copies them, each copy with ids, places and a word of its own, most of them ten copies on the same propositions, some very many, until the record has the size asked for. At each size: ${QUESTIONS.length} searches for the first 20 hits, the pages and tolls of ${DRAWN} counts drawn at equal distances and of the ${LARGEST} with most claims, a page of each list. Milliseconds below which 95 of 100 lie, on a warm desk; in brackets of CPU of the desk and of PostgreSQL, on average. Then ${ARRIVING} new articles of about 600 words are handed in; one worker takes them in, then reads them for claims: seconds from the first job to the last.`,
  run: async ({ scale, kept }, say) => {
    const records = await keptRecords(kept);
    try {
      const lines: string[] = [];
      let result: Record<string, number> = {};
      for (const size of scale) {
        const record = await records.of(size, say);
        if (record.made !== null) say(`  ${size} made in ${record.made} s`);
        const options = { database: record.database, readOnly: false };
        // Once where it may be written, so that a record of an earlier schema is brought to this one.
        await (await openDesk(records.place.vault, options)).close();
        const desk = await openDesk(records.place.vault, { ...options, readOnly: true });
        const asked = await askAll(desk, records.place.server.pid, say);
        await desk.close();
        // Last: it adds to the record. Its size is the seed, so that every time other articles come.
        const arrived = await arrive(placeOver(records.place, record.database), record.sources);
        lines.push(lineOf(record, asked, arrived));
        say(`  ${lines.at(-1)}`);
        result = { ...result, ...resultOf(size, record, { asked, arrived }) };
      }
      for (const line of [...HEAD, ...lines]) say(line);
      return result;
    } finally {
      await records.close();
    }
  },
};
