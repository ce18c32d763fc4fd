/**
 * One large encrypted vault, built once a run through the real desk and used again: how long `onrecord verify` takes over
 * all of it, and how long a search takes in it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '../../src/compose.ts';
import { verifyVault } from '../../src/desk/verify-vault.ts';
import { takeIn, writeReports } from '../take-in.ts';
import { type Context, type Figures, type Part, percentile, rounded } from './part.ts';
import { newFolderPlace, openPlace, type Place } from './places.ts';

const SEED = 7;
const HITS = 20;

/** Built when it is not there yet; a build that was interrupted begins anew. */
async function largeVault({ folder, sizes, say }: Context): Promise<Place> {
  const { articles } = sizes;
  const base = join(folder, `large-${articles}`);
  const description = join(base, 'place.json');
  if (existsSync(description)) return JSON.parse(readFileSync(description, 'utf8')) as Place;
  rmSync(base, { recursive: true, force: true });
  say(`building an encrypted vault of ${articles} articles in ${base}`);
  writeReports(join(base, 'reports'), articles, SEED);
  const place = await newFolderPlace(join(base, 'vault'), 'encrypted');
  const desk = await openPlace(place);
  const start = performance.now();
  const { claims } = await takeIn(desk, join(base, 'reports'), articles);
  await desk.close();
  const seconds = (performance.now() - start) / 1000;
  say(`${claims} claims in ${Math.round(seconds)} s: ${rounded(articles / seconds)} articles/s with reading`);
  rmSync(join(base, 'reports'), { recursive: true });
  writeFileSync(description, JSON.stringify(place));
  return place;
}

async function verify(context: Context): Promise<Figures> {
  const place = await largeVault(context);
  const desk = await openPlace(place);
  const reader = await openReader();
  const start = performance.now();
  const tree = await desk.store.check();
  const recordSeconds = (performance.now() - start) / 1000;
  const again = performance.now();
  const report = await verifyVault(desk, { reader });
  const seconds = (performance.now() - again) / 1000;
  await reader.close();
  await desk.close();
  const { captures, claims, entries } = report.checked;
  const peakMb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  const faults = report.faults.length + tree.length;
  context.say(
    `${captures} sources, ${claims} claims, ${entries} entries: ${rounded(seconds)} s, ${faults} faults`,
  );
  context.say(
    `  of it the log, the proof tree and the tables: ${rounded(recordSeconds)} s; memory at most ${peakMb} MB`,
  );
  return {
    verify_s: rounded(seconds, 2),
    verify_record_s: rounded(recordSeconds, 2),
    verify_sources: captures,
    verify_faults: faults,
  };
}

/** Common and rare, one word and two, a phrase, a beginning, and words that are nowhere. */
const WORDS = [
  'market',
  'road',
  'killed',
  'detained',
  'villagers',
  'weavers',
  'students',
  'governor',
  'police',
  'guard',
  'witness',
  'denied',
  'confirmed',
  'spokesman',
  'residents',
  'prisoners',
  'dockers',
  'farmers',
  'snow',
  'mills',
  'school',
  'bridge',
  'families',
  'Courier',
  'Gazette',
  'Sorev',
  'Velin',
  'Kessar',
  'Tarn',
  'Asker',
  '17',
  '143',
  'zebra',
];

function queries(): readonly string[] {
  const pairs = WORDS.flatMap((word, at) =>
    [1, 5, 11].map((step) => `${word} ${WORDS[(at + step) % WORDS.length]}`),
  );
  return [
    ...WORDS,
    ...pairs,
    '"old mill"',
    '"heron quay"',
    '"interior guard" denied',
    'vill*',
    'number 12345',
    'tortured',
  ];
}

async function search(context: Context): Promise<Figures> {
  const place = await largeVault(context);
  const desk = await openPlace(place);
  const { claims } = await desk.store.counts();
  const spent: (readonly [ms: number, query: string])[] = [];
  let hits = 0;
  for (let round = 0; round < 3; round += 1) {
    for (const query of queries()) {
      const start = performance.now();
      hits += (await desk.store.search(query, HITS)).hits.length;
      spent.push([performance.now() - start, query]);
    }
  }
  await desk.close();
  const times = spent.map(([ms]) => ms);
  const [p50, p95, max] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 1)];
  const slowest = spent.toSorted((a, b) => b[0] - a[0]).slice(0, 3);
  context.say(
    `${queries().length} queries, three times, ${hits} hits; claims in the vault: ${claims.proposed}`,
  );
  context.say(`p50 ${rounded(p50)} ms, p95 ${rounded(p95)} ms, max ${rounded(max)} ms`);
  context.say(`slowest: ${slowest.map(([ms, query]) => `${query} ${rounded(ms)} ms`).join('; ')}`);
  return {
    search_p50_ms: rounded(p50),
    search_p95_ms: rounded(p95),
    search_max_ms: rounded(max),
    search_claims: claims.proposed,
  };
}

export const VERIFY: Part = {
  name: 'verify',
  about:
    'Everything that `onrecord verify` does, over one large encrypted vault of synthetic reports with their claims.',
  sizes: ['articles'],
  run: verify,
};

export const SEARCH: Part = {
  name: 'search',
  about: `The first ${HITS} hits of one- and two-word queries, phrases and beginnings, the commonest words of the texts among them, in the same vault.`,
  sizes: ['articles'],
  run: search,
};
