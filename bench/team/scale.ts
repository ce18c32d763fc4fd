/** How the desk's answers grow with the record: search, the page of a proposition, a toll, at several sizes. */
import { loadavg } from 'node:os';
import { openDesk } from '../../src/compose.ts';
import { listPositions } from '../../src/desk/list-positions.ts';
import { searchRecord } from '../../src/desk/search-record.ts';
import { tollPage } from '../../src/desk/toll-page.ts';
import { growRecord } from './grow-record.ts';
import { type Part, percentile, rounded } from './part.ts';
import { spentByDatabase } from './spent.ts';
import { handReportsIn, newTeamPlace } from './team-place.ts';

/** Reports that are copied. */
const REPORTS = 40;
/** Times that each question is asked, once more before to have it warm. */
const TIMES = 5;
/** Milliseconds from which a question is asked twice and no more. */
const SLOW = 3000;
/** Rare and frequent words, words together, a beginning, and phrases of frequent words. */
const QUESTIONS = [
  'copy77',
  'weavers killed',
  '"refused to comment"',
  'governor Sorev',
  'Harbour Radio detained',
  'mill*',
  'prisoners abducted Tarn',
  '"killed in Tarn"',
];

/** Answers to questions of one kind. */
interface Answers {
  readonly times: number[];
  /** Milliseconds of CPU of all of them, the desk's and PostgreSQL's. */
  cpu: number;
}

/** Asks one question some times, and adds what it took to others of its kind. */
async function asked(server: number, ask: () => Promise<unknown>, to: Answers): Promise<readonly number[]> {
  await ask();
  const [own, database] = [process.cpuUsage(), spentByDatabase(server) ?? 0];
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
    if (times.length > 1 && performance.now() - began > SLOW) break;
  }
  const { user, system } = process.cpuUsage(own);
  to.cpu += (user + system) / 1000 + (spentByDatabase(server) ?? 0) - database;
  to.times.push(...times);
  return times;
}

const none = (): Answers => ({ times: [], cpu: 0 });
const cpuOf = ({ times, cpu }: Answers): number => Math.round(cpu / times.length);

const p95 = (times: readonly number[]): number => Math.round(percentile(times, 0.95));

/** The part. */
export const SCALE: Part = {
  name: 'scale',
  uses: ['scale', 'paragraphs'],
  about: `${REPORTS} reports written by a program are taken in and read by a worker; the database then copies them, each copy with ids and a word of its own, ten copies on the same propositions, until the record has the size asked for. At each size: ${QUESTIONS.length} searches for the first 20 hits, the pages of five propositions, five tolls, each asked ${TIMES} times on a warm desk. Milliseconds below which 95 of 100 lie, and of CPU on average.`,
  run: async ({ scale, paragraphs }, say) => {
    const place = await newTeamPlace();
    try {
      handReportsIn(place, { count: REPORTS, seed: 21, paragraphs });
      const code = await place.start(['worker', '--once', '--only', 'intake,propose']).ended;
      if (code !== 0) throw new Error(`The worker ended with ${code}.`);
      const grow = await growRecord(place.database);
      const desk = await openDesk(place.vault, { readOnly: true, database: place.database });
      const counts = (await desk.store.propositions({ kind: 'count' })).slice(0, 5).map(({ id }) => id);
      const result: Record<string, number> = {};
      for (const size of scale) {
        const began = performance.now();
        const { sources, claims, bytes } = await grow.to(size);
        const made = Math.round((performance.now() - began) / 1000);
        const [search, page, toll] = [none(), none(), none()];
        const { pid } = place.server;
        for (const question of QUESTIONS) {
          const times = await asked(pid, () => searchRecord(desk, question, 20), search);
          say(`    ${question}: ${p95(times)} ms`);
        }
        for (const proposition of counts) {
          const one = { proposition, includeProposed: true, asOf: null };
          await asked(pid, () => listPositions(desk, { ...one, limit: 1 }), page);
          await asked(pid, () => tollPage(desk, { ...one, axis: 'known' }), toll);
        }
        say(
          `  ${sources} sources, ${claims} claims, ${rounded(bytes / 1e9)} GB (made in ${made} s): search ${p95(search.times)} ms, proposition ${p95(page.times)} ms, toll ${p95(toll.times)} ms; CPU of one, on average: ${cpuOf(search)}, ${cpuOf(page)}, ${cpuOf(toll)} ms; load ${loadavg()[0]?.toFixed(1)}`,
        );
        const named = size >= 1_000_000 ? `${size / 1_000_000}m` : `${size / 1000}k`;
        result[`search_p95_ms_${named}`] = p95(search.times);
        result[`search_cpu_ms_${named}`] = cpuOf(search);
        result[`search_sources_${named}`] = sources;
        result[`search_claims_${named}`] = claims;
        result[`proposition_p95_ms_${named}`] = p95(page.times);
        result[`toll_p95_ms_${named}`] = p95(toll.times);
      }
      await desk.close();
      await grow.close();
      return result;
    } finally {
      await place.remove();
    }
  },
};
