/** Linkage: labelled lists without their labels, and large lists of invented people with time and memory. */
import { linkRecords } from '../../src/engine/duckdb/link-records.ts';
import type { LinkColumn } from '../../src/reckon/linkage/columns.ts';
import { resolve } from '../../src/reckon/linkage/resolve.ts';
import { generatePeople, INVENTED_COLUMNS } from './generate-people.ts';
import { LABELLED, readLabelled } from './linkage-sets.ts';
import { type PairScore, pairScore } from './pair-score.ts';

const THREADS = 2;

interface Timed {
  readonly score: PairScore;
  readonly cpu: number;
  readonly wall: number;
  readonly peakMb: number;
}

async function timed(
  columns: readonly LinkColumn[],
  rows: readonly (readonly (string | null)[])[],
  truth: readonly (string | number)[],
): Promise<Timed> {
  const before = process.cpuUsage();
  const start = performance.now();
  const { records, pairs } = await linkRecords(columns, rows, { threads: THREADS });
  const groups = resolve(records, pairs);
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - start) / 1000;
  return {
    score: pairScore(groups, truth),
    cpu: (user + system) / 1e6,
    wall,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

const told = ({ score, cpu, wall }: Timed): string =>
  `precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)}, F1 ${score.f1.toFixed(4)} on ${score.truePairs} true pairs; ${cpu.toFixed(1)} s CPU, ${wall.toFixed(1)} s`;

/** The part for `bench/count.ts`: F1 without labels on labelled lists, and the two large lists. */
export async function linkagePart(): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  for (const name of Object.keys(LABELLED)) {
    const set = readLabelled(name);
    if (set === null) {
      console.log(`  ${name}: not measured, the labelled lists are not beside the repository`);
      continue;
    }
    const result = await timed(set.columns, set.rows, set.truth);
    console.log(`  ${name}, ${set.rows.length} records: ${told(result)}`);
    figures[name] = Number(result.score.f1.toFixed(4));
  }
  for (const records of [200_000, 1_000_000]) {
    const people = generatePeople(records, 0.2, 5);
    const result = await timed(
      INVENTED_COLUMNS,
      people.map(({ values }) => values),
      people.map(({ person }) => person),
    );
    console.log(
      `  ${records} invented records, ${THREADS} threads: ${told(result)}, peak ${result.peakMb.toFixed(0)} MB`,
    );
    const key = records === 200_000 ? 'linkage_200k' : 'linkage_1m';
    figures[`${key}_f1`] = Number(result.score.f1.toFixed(4));
    figures[`${key}_cpu_s`] = Number(result.cpu.toFixed(1));
    figures[`${key}_s`] = Number(result.wall.toFixed(1));
    figures[`${key}_peak_mb`] = Math.round(result.peakMb);
  }
  return figures;
}
