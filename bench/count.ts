/**
 * The count, measured: estimates of the uncounted against published figures, their speed, how often their intervals
 * hold a known truth, people counted once on labelled and on large lists, and the interval for their number. Each part is a file of `bench/count/`; the last line is one line of JSON with the figures of all.
 *
 *   npm run bench:count -- [PART…] [--runs 200] [--records 10000]
 *
 * The part `growth`, linkage of so many records, runs only when it is named. Times are those of the wall clock on this machine, the best of three. Nothing is compared with a target here: the lines
 * tell what was measured on what.
 */
import { parseArgs } from 'node:util';
import { type BenchPart, runParts, wholeOption } from './chosen-parts.ts';
import { estimatePart } from './count/estimate-part.ts';
import { growthPart } from './count/growth-part.ts';
import { linkagePart } from './count/linkage-part.ts';
import { namesPart } from './count/names-part.ts';
import { peoplePart } from './count/people-part.ts';

export type CountPart = BenchPart<{
  readonly runs: number;
  /** Of the part `growth`. */
  readonly records: number;
}>;

const PARTS: Readonly<Record<string, CountPart>> = {
  estimate: estimatePart,
  linkage: linkagePart,
  names: namesPart,
  people: peoplePart,
  growth: growthPart,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '200' }, records: { type: 'string', default: '10000' } },
});
const runs = wholeOption('runs', values.runs);
const records = wholeOption('records', values.records, 2);
await runParts(PARTS, { chosen: positionals, options: { runs, records }, askedFor: ['growth'] });
