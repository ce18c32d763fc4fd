/** How tracing grows with the record: what a new report costs when so many are held already. */
import { step } from './ingest.ts';
import { type Part, rounded } from './part.ts';
import { handReportsIn, newTeamPlace } from './team-place.ts';

/** The part. */
export const TRACING: Part = {
  name: 'tracing',
  uses: ['traced'],
  about:
    'Reports of about 600 words with words of their own, every fifth a copy of an earlier one in another outlet, are taken in and read by two workers, then traced by one, until the record has each of the sizes. CPU is that of tracing the new reports of each size, start of the worker included, and the links that were proposed.',
  run: async ({ traced }, say) => {
    const place = await newTeamPlace();
    const result: Record<string, number> = {};
    try {
      let held = 0;
      for (const size of traced.toSorted((a, b) => a - b)) {
        const fresh = size - held;
        if (fresh < 1) continue;
        handReportsIn(place, { count: fresh, seed: 4000 + size });
        await step(place, 'intake', 2);
        await step(place, 'propose', 2);
        const { atWork, cpu } = await step(place, 'trace', 1);
        const database = new URL(place.database).pathname.slice(1);
        const [links] = await place.server.run('SELECT count(*) AS n FROM onrecord.links', database);
        const [workers, server] = [cpu?.workers ?? 0, cpu?.database ?? 0].map((ms) => rounded(ms / fresh));
        say(
          `  ${fresh} new among ${size}: ${rounded(fresh / atWork)} a second; a report costs ${workers} ms CPU in the worker, ${server} ms in PostgreSQL; ${String(links?.n)} links proposed so far`,
        );
        result[`trace_cpu_ms_at_${size}`] = rounded((workers ?? 0) + (server ?? 0));
        result[`trace_per_second_at_${size}`] = rounded(fresh / atWork);
        held = size;
      }
      return result;
    } finally {
      await place.remove();
    }
  },
};
