/**
 * Protection, measured: what leaves a compartment and what does not. Each part is a file of `bench/protect/`; the last line
 * is one line of JSON with the figures of all.
 *
 *   npm run bench:protect -- [PART…] [--tables 1000] [--cases 10000] [--documents 5] [--keep FOLDER]
 */
import { parseArgs } from 'node:util';
import { type BenchPart, runParts, wholeOption } from './chosen-parts.ts';
import { canariesPart } from './protect/canaries-part.ts';
import { casesPart } from './protect/cases-part.ts';
import { tablesPart } from './protect/tables-part.ts';

export type ProtectPart = BenchPart<{
  readonly tables: number;
  /** Cases of the large compartment. */
  readonly cases: number;
  /** Of each case. */
  readonly documents: number;
  /** Folder in which the large compartment stays for the next run; null: it is removed. */
  readonly keep: string | null;
}>;

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
const options = {
  tables: wholeOption('tables', values.tables),
  cases: Number(values.cases),
  documents: Number(values.documents),
  keep: values.keep ?? null,
};
await runParts(PARTS, { chosen: positionals, options });
