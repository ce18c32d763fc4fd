/**
 * A raided database: a case with every field marked, its record in PostgreSQL without encryption. Every row of every table as
 * text, the files of the server and its write-ahead log are looked through, and none holds a mark.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RaidedDatabase, raidedDatabase } from './canary/walk-database.ts';

const LONG = 900_000;

let raided: RaidedDatabase;
beforeAll(async () => {
  raided = await raidedDatabase();
}, LONG);
afterAll(async () => raided?.end());

test('no row of any table holds a mark; what is not sealed is found by the same look', {
  timeout: LONG,
}, async () => {
  expect((await raided.tables()).length).toBeGreaterThan(10);
  expect(await raided.inRows()).toEqual([]);
});

test('no file of the server, its write-ahead log and the vault holds a mark', { timeout: LONG }, async () => {
  expect(await raided.inFiles()).toEqual([]);
  expect(raided.walk.place.look()).toEqual([]);
});
