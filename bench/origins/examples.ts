/**
 * The seed article and the example corpus, from bytes to intervals, against what a careful reader takes from them
 * (`../shared/seed/expected.json`, `examples/expected.json`). Nothing is reviewed: proposals count.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  loadExtractor,
  makeVault,
  type OpenDesk,
  openDesk,
  openFiles,
  openReader,
} from '../../src/compose.ts';
import { captureSources } from '../../src/desk/capture-sources.ts';
import { proposeClaims } from '../../src/desk/propose-claims.ts';
import { reckonPropositions } from '../../src/desk/reckon-propositions.ts';
import { countOrigins } from '../../src/reckon/origins/count-origins.ts';
import type { OriginInterval } from '../../src/reckon/origins/origin-graph.ts';
import type { Claim } from '../../src/record/claim.ts';
import { utteranceOf } from '../../src/record/utterance.ts';
import type { Part } from './part.ts';

const ROOT = join(import.meta.dirname, '../..');
const SEED = join(ROOT, '../shared/seed');

interface Expected {
  readonly min: number;
  /** Null: open, where a source tells of several people and not of how many. */
  readonly max: number | null;
}

interface Compared {
  readonly about: string;
  readonly expected: Expected;
  /** Of every proposition that it may mean; empty when the program found none. */
  readonly found: readonly OriginInterval[];
}

export const EXAMPLES: Part = {
  name: 'examples',
  about:
    'Origins of the seed article and of the example corpus, from bytes through the program without review, against the intervals of a careful reader in their expected.json.',
  run: async ({ say, folder }) => {
    const compared = [...(await seedIntervals(folder, say)), ...(await exampleIntervals(folder))];
    for (const one of compared) {
      const found = one.found.map(({ atLeast, atMost }) => `[${atLeast}, ${atMost ?? 'open'}]`).join(' ');
      const { min, max } = one.expected;
      say(
        `${isExact(one) ? 'equal ' : 'DIFFERS'} ${one.about}: expected [${min}, ${max ?? 'open'}], found ${found || 'nothing'}`,
      );
    }
    return {
      examples_exact: compared.filter(isExact).length,
      examples: compared.length,
      examples_differ: compared.filter((one) => !isExact(one)).length,
    };
  },
};

function isExact({ expected, found }: Compared): boolean {
  return (
    found.length > 0 &&
    found.every(({ atLeast, atMost }) => atLeast === expected.min && atMost === expected.max)
  );
}

async function take(vault: string, reports: readonly string[]): Promise<OpenDesk> {
  await makeVault(vault, { kind: 'none' });
  const desk = await openDesk(vault, { readOnly: false });
  const reader = await openReader();
  const files = await openFiles({ leaveOut: [], mostMib: null });
  for await (const event of captureSources(desk, reports, { files, reader }))
    if (event.state === 'failed') throw new Error(event.message);
  await reader.close();
  for await (const event of proposeClaims(desk, await loadExtractor())) void event;
  return desk;
}

interface SeedClaims {
  readonly claims: readonly {
    readonly id: string;
    readonly stance: string;
    readonly passage: { readonly start: number; readonly end: number };
  }[];
  readonly origins: Readonly<Record<string, Expected>>;
}

/** The reader's claim means the propositions of the program's claims of the same stance on the same words. */
async function seedIntervals(folder: string, say: (line: string) => void): Promise<readonly Compared[]> {
  if (!existsSync(SEED)) {
    say('The data folder ../shared/seed is not there: the seed article is left out.');
    return [];
  }
  const report = join(folder, 'purge-2017.txt');
  await writeFile(report, await readFile(join(SEED, 'purge-2017.txt')));
  await writeFile(`${report}.yaml`, 'publisher: The Relay\ndate: 2017-05-18\nlang: en\n');
  const desk = await take(join(folder, 'seed'), [report]);
  const { claims, origins } = JSON.parse(await readFile(join(SEED, 'expected.json'), 'utf8')) as SeedClaims;
  const stored = await desk.store.claims({});
  const { propositions } = await reckonPropositions(desk, { includeProposed: true });
  await desk.close();
  return Object.entries(origins).map(([id, expected]) => {
    const asked = claims.find((one) => one.id === id);
    const meant = new Set(stored.filter((claim) => isOn(claim, asked)).map(({ proposition }) => proposition));
    const found = propositions.filter(({ proposition }) => meant.has(proposition.id));
    return { about: `seed: ${id}`, expected, found: found.map(({ origins: interval }) => interval) };
  });
}

function isOn({ stance, passages }: Claim, asked: SeedClaims['claims'][number] | undefined): boolean {
  if (asked === undefined || stance !== asked.stance) return false;
  const { start, end } = asked.passage;
  const shared = passages.map((one) => Math.min(one.end, end) - Math.max(one.start, start));
  return shared.some((length) => length * 2 > end - start);
}

interface ExampleOrigins {
  /** "killed, 3, as of 2021-04-03": the measure, the number, the last day. */
  readonly origins: readonly (Expected & { readonly about: string })[];
}

async function exampleIntervals(folder: string): Promise<readonly Compared[]> {
  const desk = await take(join(folder, 'examples'), [join(ROOT, 'examples/reports')]);
  const expected = JSON.parse(await readFile(join(ROOT, 'examples/expected.json'), 'utf8')) as ExampleOrigins;
  const propositions = new Map((await desk.store.propositions()).map((one) => [one.id, one]));
  const actors = new Map((await desk.store.actors()).map((one) => [one.id, one]));
  const all = (await desk.store.claims({})).map(utteranceOf);
  await desk.close();
  return expected.origins.map(({ about, min, max }) => {
    const match = /^([a-z-]+), (\d+), as of (\d{4}-\d\d-\d\d)$/u.exec(about);
    if (match === null) throw new Error(`examples/expected.json: origins: cannot read "${about}"`);
    const [, measure = '', number = '', day = ''] = match;
    const meant = all.filter(
      ({ proposition, low, best, saidAt }) =>
        propositions.get(proposition)?.measure === measure &&
        propositions.get(proposition)?.kind === 'count' &&
        (best ?? low) === Number(number) &&
        saidAt !== null &&
        saidAt <= day,
    );
    const found = [...Map.groupBy(meant, ({ proposition }) => proposition)].map(([id, utterances]) =>
      countOrigins(utterances, actors, { proposition: propositions.get(id) ?? null }),
    );
    return { about: `examples: ${about}`, expected: { min, max }, found };
  });
}
