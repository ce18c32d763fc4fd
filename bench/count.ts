/**
 * The count, measured: estimates of the uncounted against published figures, their speed, how often their intervals
 * hold a known truth, people counted once on labelled and on large lists, and the interval for their number. Each part is a file of `bench/count/`; the last line is one line of JSON with the figures of all.
 *
 *   npm run bench:count -- [PART…] [--runs 200] [--records 10000]
 *
 * The part `growth`, linkage of so many records, runs only when it is named. Times are those of the wall clock on this machine, the best of three. Nothing is compared with a target here: the lines
 * tell what was measured on what.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { estimatePart } from './count/estimate-part.ts';
import { growthPart } from './count/growth-part.ts';
import { linkagePart } from './count/linkage-part.ts';
import { namesPart } from './count/names-part.ts';
import { peoplePart } from './count/people-part.ts';

/** A part prints its lines and gives its figures for the JSON of the last line. */
export type CountPart = (options: {
  readonly runs: number;
  /** Of the part `growth`. */
  readonly records: number;
}) => Promise<Readonly<Record<string, unknown>>>;

const PARTS: Readonly<Record<string, CountPart>> = {
  estimate: estimatePart,
  linkage: linkagePart,
  names: namesPart,
  people: peoplePart,
  growth: growthPart,
};
/** Only when it is named. */
const ASKED_FOR = 'growth';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '200' }, records: { type: 'string', default: '10000' } },
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs must be a whole number, 1 or more');
const records = Number(values.records);
if (!Number.isInteger(records) || records < 2) throw new Error('--records must be a whole number, 2 or more');

console.log(
  `Load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
let figures: Record<string, unknown> = {};
for (const [name, part] of Object.entries(PARTS)) {
  if (positionals.length > 0 ? !positionals.includes(name) : name === ASKED_FOR) continue;
  console.log(`\n${name}`);
  figures = { ...figures, ...(await part({ runs, records })) };
}
console.log(JSON.stringify(figures));
