/**
 * The tolls of a vault reckoned in two ways, each after the other in one process: all tolls from all claims, and
 * the leading ones that `onrecord toll` shows, from the claims on them. The last line is JSON.
 *
 *   node bench/count-two-ways.ts VAULT
 */
import { openDesk } from '../src/compose.ts';
import { reckonTolls } from '../src/desk/reckon-tolls.ts';
import { tollsOf } from '../src/reckon/toll/toll.ts';

interface OneWay {
  readonly ms: number;
  readonly tolls: number;
  readonly readMs?: number;
  readonly claims?: number;
}

/** Milliseconds of the wall clock. */
export interface TwoWays {
  readonly everyToll: OneWay;
  readonly shownTolls: OneWay;
  /** Time of the first way over that of the second. */
  readonly ratio: number;
}

/** As `onrecord toll` without --limit. */
const SHOWN = { limit: 20, mostFigures: 12_000 };

async function countTwoWays(dir: string): Promise<TwoWays> {
  const desk = await openDesk(dir, { readOnly: true });
  const { store } = desk;
  await store.actors();
  const first = performance.now();
  const { tolls } = await reckonTolls(desk, { includeProposed: true, asOf: null, ...SHOWN });
  const second = performance.now();
  const propositions = await store.propositions({ kind: 'count' });
  const utterances = await store.utterances({ statuses: ['proposed', 'accepted'] });
  const read = performance.now();
  const actors = new Map((await store.actors()).map((actor) => [actor.id, actor]));
  const every = tollsOf(propositions, utterances, { actors });
  const end = performance.now();
  await desk.close();
  const shownTolls = { ms: Math.round(second - first), tolls: tolls.length };
  const everyToll = {
    ms: Math.round(end - second),
    tolls: every.length,
    readMs: Math.round(read - second),
    claims: utterances.length,
  };
  return { everyToll, shownTolls, ratio: Math.round((10 * (end - second)) / (second - first)) / 10 };
}

console.log(JSON.stringify(await countTwoWays(process.argv[2] ?? '')));
