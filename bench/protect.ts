/**
 * Protection, measured: what leaves a compartment and what does not. Each part is a file of `bench/protect/`; the last line
 * is one line of JSON with the figures of all.
 *
 *   npm run bench:protect -- [PART…] [--tables 1000] [--cases 10000] [--documents 5] [--keep FOLDER]
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { canariesPart } from './protect/canaries-part.ts';
import { casesPart } from './protect/cases-part.ts';
import { tablesPart } from './protect/tables-part.ts';

/** A part prints its lines and gives its figures for the JSON of the last line. */
export type ProtectPart = (options: {
  readonly tables: number;
  /** Cases of the large compartment. */
  readonly cases: number;
  /** Of each case. */
  readonly documents: number;
  /** Folder in which the large compartment stays for the next run; null: it is removed. */
  readonly keep: string | null;
}) => Promise<Readonly<Record<string, unknown>>>;

const PARTS: Readonly<Record<string, ProtectPart>> = {
  tables: tablesPart,
  cases: casesPart,
  canaries: canariesPart,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tables: { type: 'string', default: '1000' },
    cases: { type: 'string', default: '10000' },
    documents: { type: 'string', default: '5' },
    keep: { type: 'string' },
  },
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const tables = Number(values.tables);
if (!Number.isInteger(tables) || tables < 1) throw new Error('--tables must be a whole number, 1 or more');

console.log(
  `Load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
let figures: Record<string, unknown> = {};
for (const [name, part] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n${name}`);
  figures = {
    ...figures,
    ...(await part({
      tables,
      cases: Number(values.cases),
      documents: Number(values.documents),
      keep: values.keep ?? null,
    })),
  };
}
console.log(JSON.stringify(figures));
