/** How long linkage takes over invented people of a size that is given: a point of the picture of growth. */
import { linkRecords } from '../../src/engine/duckdb/link-records.ts';
import { resolve } from '../../src/reckon/linkage/resolve.ts';
import { generatePeople, INVENTED_COLUMNS } from './generate-people.ts';

/** The part for `bench/count.ts`; it runs only when it is named. */
export async function growthPart({
  records: size,
}: {
  readonly records: number;
}): Promise<Readonly<Record<string, unknown>>> {
  const rows = generatePeople(size, 0.2, 5).map(({ values }) => values);
  const [start, before] = [performance.now(), process.cpuUsage()];
  const { records, pairs } = await linkRecords(INVENTED_COLUMNS, rows, { threads: 2 });
  const groups = resolve(records, pairs);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  const persons = new Set(groups).size;
  console.log(`  ${size} invented records: ${persons} people in ${seconds.toFixed(2)} s`);
  return {
    linkage_records: size,
    linkage_s: Number(seconds.toFixed(3)),
    linkage_cpu_s: Number(((user + system) / 1e6).toFixed(3)),
  };
}
