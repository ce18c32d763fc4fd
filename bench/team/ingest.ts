/** How fast workers take articles in, have them read and trace them, from a queue in PostgreSQL: each step by itself. */
import { type Part, rounded } from './part.ts';
import { spent } from './spent.ts';
import { tallyLog } from './tally-log.ts';
import { handReportsIn, newTeamPlace, type TeamPlace } from './team-place.ts';

/** What workers did of one kind of job. */
export interface Step {
  /** Seconds from the beginning of the first job to the end of the last. */
  readonly atWork: number;
  /** Seconds, start and end of the processes included. */
  readonly whole: number;
  /** Milliseconds of CPU: the workers', start included, and PostgreSQL's; null where the system does not tell. */
  readonly cpu: { readonly workers: number; readonly database: number } | null;
}

/**
 * Lets some workers do all jobs of one kind.
 *
 * @throws Error when one ends with a fault
 * @example
 * (await step(place, 'trace', 1)).atWork; // seconds
 */
export async function step(place: TeamPlace, kind: string, workers: number): Promise<Step> {
  const before = spent(place.server.pid);
  const began = performance.now();
  const args = ['worker', '--once', '--only', kind, '--threads', '1'];
  const started = Array.from({ length: workers }, () => place.start(args));
  const codes = await Promise.all(started.map(({ ended }) => ended));
  const whole = (performance.now() - began) / 1000;
  const lines = started.flatMap(({ said }) =>
    said()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { at: string; state: string; fault?: string }),
  );
  if (codes.some((code) => code !== 0)) {
    const failed = lines.filter(({ state }) => state === 'failed').map(({ fault }) => fault);
    throw new Error(`Workers ended with ${codes.join(', ')}; jobs failed at: ${failed.join(', ')}.`);
  }
  const times = lines.map(({ at }) => Date.parse(at));
  const after = spent(place.server.pid);
  const cpu =
    before === null || after === null
      ? null
      : { workers: after.workers - before.workers, database: after.database - before.database };
  return { atWork: (Math.max(...times) - Math.min(...times)) / 1000, whole, cpu };
}

interface Run {
  readonly intake: Step;
  readonly propose: Step;
  readonly trace: Step;
}

async function runWith(workers: number, articles: number): Promise<Run> {
  const place = await newTeamPlace();
  try {
    const handed = handReportsIn(place, { count: articles, seed: 11 });
    const intake = await step(place, 'intake', workers);
    const propose = await step(place, 'propose', workers);
    const trace = await step(place, 'trace', 1);
    const { read, readTwice, storedTwice, faults } = await tallyLog(place);
    if (read !== handed || readTwice + storedTwice + faults > 0)
      throw new Error(`Of ${handed} articles ${read} were read, ${readTwice} twice; ${faults} faults.`);
    return { intake, propose, trace };
  } finally {
    await place.remove();
  }
}

/** The part. */
export const INGEST: Part = {
  name: 'ingest',
  uses: ['articles'],
  about:
    'Reports of about 600 words, half HTML, written by a program, lie in the queue. Two workers, then one, on as many threads: they take them in (bytes kept, text made, logged, searchable), then have them read for claims, then trace them. Seconds run from the first job to the last; CPU is that of the processes, start included. Every article must be stored once and read once, and the full check find nothing.',
  run: async ({ articles }, say) => {
    const two = await runWith(2, articles);
    const one = await runWith(1, articles);
    const rate = ({ atWork }: Step): number => rounded(articles / atWork);
    for (const [name, { intake, propose, trace }] of [['two workers', two] as const, ['one', one] as const]) {
      say(
        `${name}: ${rate(intake)} articles/s taken in, ${rate(propose)} read for claims, ${rate(trace)} traced; with starts ${rounded(articles / intake.whole)}, ${rounded(articles / propose.whole)}, ${rounded(articles / trace.whole)}`,
      );
      for (const [what, { cpu }] of Object.entries({ intake, propose, trace }))
        if (cpu !== null)
          say(
            `  ${what}: ${rounded(cpu.workers / articles)} ms CPU an article in workers, ${rounded(cpu.database / articles)} ms in PostgreSQL`,
          );
    }
    const { cpu } = two.intake;
    return {
      ingest_articles: articles,
      ingest_articles_per_second: rate(two.intake),
      ingest_articles_per_second_1: rate(one.intake),
      ...(cpu === null ? {} : { ingest_cpu_ms_an_article: rounded((cpu.workers + cpu.database) / articles) }),
      propose_articles_per_second: rate(two.propose),
      trace_articles_per_second: rate(two.trace),
    };
  },
};
