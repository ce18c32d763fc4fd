/** How fast workers take articles in, read and trace them, from a queue in PostgreSQL. */
import { type Part, rounded } from './part.ts';
import { tallyLog } from './tally-log.ts';
import { handReportsIn, newTeamPlace } from './team-place.ts';

async function seconds(workers: number, articles: number): Promise<number> {
  const place = await newTeamPlace();
  try {
    const handed = handReportsIn(place, { count: articles, seed: 11 });
    const began = performance.now();
    const started = Array.from({ length: workers }, () => place.start(['worker', '--once']));
    const codes = await Promise.all(started.map(({ ended }) => ended));
    const took = (performance.now() - began) / 1000;
    const { read, readTwice, faults } = await tallyLog(place);
    if (read !== handed || readTwice > 0 || faults > 0 || codes.some((code) => code !== 0))
      throw new Error(`Of ${handed} articles ${read} were read, ${readTwice} twice; ${faults} faults.`);
    return took;
  } finally {
    await place.remove();
  }
}

/** The part. */
export const INGEST: Part = {
  name: 'ingest',
  about:
    'Reports of about 600 words, written by a program, are handed in; then one worker, and two, take them in, read them and trace them, start of the processes included. Every article must be read once, and the full check find nothing.',
  run: async ({ articles }, say) => {
    const [one, two] = [await seconds(1, articles), await seconds(2, articles)];
    say(`${articles} articles: one worker ${one.toFixed(1)} s, two workers ${two.toFixed(1)} s`);
    return {
      ingest_articles: articles,
      ingest_articles_per_second_1: rounded(articles / one),
      ingest_articles_per_second: rounded(articles / two),
    };
  },
};
