/**
 * Random tables prepared for release and attacked from outside, by all that was published; and the rule of thumb "two
 * withheld cells in every line" beside it. Tables have two to four axes, every fourth is two linked ones; then pairs of
 * releases in which a few people joined. On as many threads as the machine has processors.
 */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { disclosureRule } from '../../src/reckon/disclosure/disclosure-rule.ts';
import type { ProtectPart } from '../protect.ts';
import type { Seeds, TableSums } from './attack-tables.ts';

/** Tables that a thread attacks before it is given others. */
const AT_ONCE = 10;

export const tablesPart: ProtectPart = async ({ tables: many }) => {
  const started = performance.now();
  const work = [...ranges(many, false), ...ranges(Math.ceil(many / 10), true)];
  const { length } = work;
  const threads = Math.min(availableParallelism(), length);
  const sums: Record<string, number> = {};
  let done = 0;
  const take = (told: TableSums): void => {
    for (const [name, value] of Object.entries(told))
      sums[name] = name === 'longest' ? Math.max(sums[name] ?? 0, value) : (sums[name] ?? 0) + value;
    done += 1;
    if (done % 10 === 0)
      console.log(
        `  ${Math.round((100 * done) / length)} %, ${Math.round((performance.now() - started) / 1000)} s`,
      );
  };
  await Promise.all(Array.from({ length: threads }, () => oneThread(work, take)));
  const of = (name: string): number => sums[name] ?? 0;
  const { protection } = disclosureRule();
  console.log(
    `  ${of('attacked')} releases attacked (${of('refused')} refused): ${of('protected')} protected numbers, ${of('complementary')} cells withheld to protect them; ${of('recovered')} recovered, ${of('narrow')} cells of few people left narrower than ${protection}`,
  );
  console.log(
    `  cheapest possible proved for ${of('cheapest')} of ${of('searched')} where the optimum was searched; paid ${of('paid')} people there, at least ${Math.round(of('least'))} unavoidable`,
  );
  console.log(
    `  two per line instead: ${of('thumbLeaking')} of ${of('thumbTables')} leak; ${of('thumbRecovered')} cells of few people known exactly, ${of('thumbNarrow')} left narrower than ${protection}`,
  );
  console.log(
    `  ${of('pairs')} pairs of releases (${of('pairsRefused')} refused): ${of('pairsRecovered')} changes or cells recovered; prepared without looking back ${of('careless')} would have been`,
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `  ${seconds} s on ${threads} threads, ${Math.round(of('cpu') / 1000)} s of processor time; the longest table ${Math.round(of('longest'))} ms`,
  );
  return {
    tables_attacked: of('attacked'),
    cells_recovered: of('recovered') + of('pairsRecovered'),
    cells_narrow: of('narrow'),
    tables_refused: of('refused'),
    optimum_proved: of('cheapest'),
    optimum_searched: of('searched'),
    cost_paid: of('paid'),
    cost_least: Math.round(of('least')),
    thumb_leaking: of('thumbLeaking'),
    thumb_recovered: of('thumbRecovered'),
    pairs_attacked: of('pairs'),
    pairs_refused: of('pairsRefused'),
    pairs_careless_recovered: of('careless'),
    longest_ms: Math.round(of('longest')),
    tables_s: seconds,
    tables_cpu_s: Math.round(of('cpu') / 1000),
  };
};

function ranges(many: number, pairs: boolean): readonly Seeds[] {
  return Array.from({ length: Math.ceil(many / AT_ONCE) }, (_, at) => ({
    from: 1 + at * AT_ONCE,
    to: 1 + Math.min(many, (at + 1) * AT_ONCE),
    pairs,
  }));
}

/** Takes ranges from the list until none is left. */
async function oneThread(work: Seeds[], take: (sums: TableSums) => void): Promise<void> {
  const thread = new Worker(new URL('./attack-thread.ts', import.meta.url));
  try {
    for (let seeds = work.shift(); seeds !== undefined; seeds = work.shift()) {
      const told = once(thread, 'message');
      thread.postMessage(seeds);
      const [sums] = (await told) as [TableSums];
      take(sums);
    }
  } finally {
    await thread.terminate();
  }
}
