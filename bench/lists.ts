/**
 * Lists of people: how long 100,000 rows take into an encrypted vault, the same file again, a newer one, and the check; and how
 * long and how much memory it takes to look through a table that is too large. Invented people. The last line is JSON.
 *
 *   node bench/lists.ts [rows of the large table, 10000000 when absent]
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../src/compose.ts';
import { importList, type ListReport } from '../src/desk/lists/import-list.ts';
import { openListFiles } from '../src/intake/lists/open-list-files.ts';
import { createVault } from '../src/storage/vault.ts';

const ROWS = 100_000;
const LARGE = Number(process.argv[2] ?? 10_000_000);
/** What is measured is the list, not the passphrase. */
const CHEAP = { memoryKib: 65_536, passes: 1, lanes: 1 };
const HEAD = 'No,Name,Name (Russian),Sex,Age,Died,Village';
const GIVEN = ['Odriska', 'Tarn', 'Ida', 'Mavo', 'Sel', 'Brelu', 'Kanto', 'Yorva'];
const FAMILY = ['Velmane', 'Belisko', 'Kortan', 'Sentir', 'Aro', 'Tulmar', 'Ondrey'];

function rowOf(at: number, village: string): string {
  const name = `${GIVEN[at % 8]} ${FAMILY[at % 7]}`;
  const day = `${String((at % 28) + 1).padStart(2, '0')}/0${(at % 9) + 1}/2021`;
  return `${at},${name} ${at % 977},Одриска Вельмане,${at % 2 === 0 ? 'F' : 'M'},${at % 90},${day},${village}`;
}

async function writeTable(path: string, rows: number, villageOf: (at: number) => string): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${HEAD}\n`);
  for (let at = 0; at < rows; at += 10_000) {
    const lines: string[] = [];
    for (let one = at; one < Math.min(rows, at + 10_000); one += 1) lines.push(rowOf(one, villageOf(one)));
    if (!out.write(`${lines.join('\n')}\n`))
      await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

const dir = await mkdtemp(join(tmpdir(), 'onrecord-lists-'));
const vault = join(dir, 'vault');
let mostMib = 0;
const watch = setInterval(() => {
  mostMib = Math.max(mostMib, process.memoryUsage.rss() / 1_048_576);
}, 50);

async function timed<T>(
  name: string,
  work: () => Promise<T>,
): Promise<{ readonly made: T; readonly seconds: number }> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const made = await work();
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${name}: ${seconds.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} s CPU`);
  return { made, seconds };
}

try {
  const master = await createVault(vault, {
    keys: { kind: 'encrypted', passphrase: 'bench only', recoveryKey: randomBytes(32), cost: CHEAP },
  });
  const desk = await openDesk(vault, { readOnly: false, master });
  const take = async (path: string): Promise<ListReport> =>
    importList(desk, {
      file: await openListFiles().open(path, null),
      name: 'Bench',
      mapping: null,
      edits: { columns: [], leave: [], dates: 'dmy' },
      agreed: true,
      setAside: false,
      dryRun: false,
      by: 'A. Bench',
    });
  const [first, next, large] = ['first.csv', 'next.csv', 'large.csv'].map((name) => join(dir, name));
  await writeTable(first ?? '', ROWS, () => 'Orsa');
  await writeTable(next ?? '', ROWS, (at) => (at % 100 === 0 ? 'Velin' : 'Orsa'));
  const imported = await timed(`${ROWS} rows imported`, () => take(first ?? ''));
  const again = await timed('the same file again', () => take(first ?? ''));
  const updated = await timed('a newer file, 1 in 100 rows changed', () => take(next ?? ''));
  const checked = await timed('the record checked against its log', () => desk.store.check());
  console.log(
    JSON.stringify([imported, again, updated].map(({ made: { state, changes } }) => ({ state, ...changes }))),
  );
  const importMib = Math.round(mostMib);
  await desk.close();

  await writeTable(large ?? '', LARGE, () => 'Orsa');
  globalThis.gc?.();
  mostMib = 0;
  const other = await openDesk(vault, { readOnly: true, master });
  const looked = await timed(`${LARGE} rows looked through`, async () =>
    importList(other, {
      file: await openListFiles().open(large ?? '', null),
      name: 'Large',
      mapping: null,
      edits: { columns: [], leave: [], dates: null },
      agreed: true,
      setAside: false,
      dryRun: true,
      by: null,
    }),
  );
  console.log(
    `${looked.made.state}: ${looked.made.faults.map(({ message }) => message).join('; ') || 'no faults'}`,
  );
  await other.close();
  console.log(
    JSON.stringify({
      list_100k_import_s: Number(imported.seconds.toFixed(2)),
      list_100k_again_s: Number(again.seconds.toFixed(2)),
      list_100k_update_s: Number(updated.seconds.toFixed(2)),
      list_check_s: Number(checked.seconds.toFixed(2)),
      list_check_faults: checked.made.length,
      list_import_peak_mib: importMib,
      list_large_rows: LARGE,
      list_large_s: Number(looked.seconds.toFixed(2)),
      list_large_peak_mib: Math.round(mostMib),
      list_large_state: looked.made.state,
    }),
  );
} finally {
  clearInterval(watch);
  await rm(dir, { recursive: true });
}
