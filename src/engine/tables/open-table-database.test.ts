import Database from 'better-sqlite3-multiple-ciphers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedFile } from '../../exchange/fixtures/invented-file.ts';
import { kessarFile } from '../../exchange/fixtures/kessar-file.ts';
import type { RecordFile } from '../../exchange/record-file/record-file.ts';
import { recordFromTables } from '../../exchange/tables/record-from-tables.ts';
import { recordTables } from '../../exchange/tables/record-tables.ts';
import type { Cell, Table } from '../../exchange/tables/table-set.ts';
import { openTableDatabase } from './open-table-database.ts';

async function opened(file: RecordFile): Promise<InstanceType<typeof Database>> {
  return new Database(Buffer.from(await openTableDatabase().bytes(recordTables(file))));
}

function tablesIn(database: InstanceType<typeof Database>, file: RecordFile): readonly Table[] {
  return recordTables(file).tables.map((table) => {
    const rows = database.prepare(`SELECT * FROM "${table.name}"`).raw().all() as Cell[][];
    return { ...table, rows };
  });
}

test('a plain SQLite 3 file whose keys and references hold', async () => {
  const bytes = await openTableDatabase().bytes(recordTables(kessarFile(true)));
  expect(Buffer.from(bytes.subarray(0, 16)).toString('latin1')).toBe('SQLite format 3\u0000');
  const database = new Database(Buffer.from(bytes));
  expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(database.pragma('foreign_key_check')).toEqual([]);
});

test('export, then import, is the same record', async () => {
  await fc.assert(
    fc.asyncProperty(inventedFile, async (file) => {
      const database = await opened(file);
      expect(recordFromTables(tablesIn(database, file))).toEqual({ ok: true, file });
      database.close();
    }),
    { numRuns: 30 },
  );
});

test('the saved questions run, and show denials', async () => {
  const file = kessarFile();
  const database = await opened(file);
  for (const { name, sql } of recordTables(file).questions) {
    const rows = database.prepare(sql).all();
    expect(rows.length, name).toBeGreaterThan(0);
  }
});

test('the same tables give the same bytes', async () => {
  const tables = recordTables(kessarFile());
  expect(await openTableDatabase().bytes(tables)).toEqual(await openTableDatabase().bytes(tables));
});
