/**
 * Grown records of several sizes on one PostgreSQL, kept in a folder so that they can be measured again without being made again:
 * the vault, the server's files, one database a size.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countedRecord, type Grown, growRecord } from './grow-record.ts';
import { shortReports } from './short-reports.ts';
import { newTeamPlace, type TeamPlace } from './team-place.ts';

/** Reports that are copied. */
export const REPORTS = 40;

/** What a quarter of the memory of a small server allows; rows that are copied are not written to the log of the server as well. */
const SETTINGS = [
  'shared_buffers=2GB',
  'effective_cache_size=12GB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=1GB',
  'autovacuum=off',
];

/** A record of one size. */
export interface KeptRecord extends Grown {
  readonly database: string;
  /** Seconds that making it took; null: it was made before. */
  readonly made: number | null;
}

export interface KeptRecords {
  readonly place: TeamPlace;
  /** The record of so many sources, made when it is not there. */
  of(sources: number, say: (line: string) => void): Promise<KeptRecord>;
  /** Ends the server. What is kept stays. */
  close(): Promise<void>;
}

/**
 * Opens what is kept in a folder, or begins it.
 *
 * @param dir null: nothing is kept
 * @example
 * const records = await keptRecords('/var/tmp/scale');
 */
export async function keptRecords(dir: string | null): Promise<KeptRecords> {
  const place = await newTeamPlace({ settings: SETTINGS, ...(dir === null ? {} : { kept: dir }) });
  const { server } = place;
  const list = dir === null ? null : join(dir, 'records.json');
  const known: Record<string, Grown> =
    list !== null && existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  try {
    if (place.isNew) await readReports(place);
  } catch (error) {
    await place.remove();
    throw error;
  }
  return {
    place,
    of: async (sources, say) => {
      const name = `s${sources}`;
      const database = server.url(name);
      const before = known[name];
      // Counted again: what was measured in it may have added to it.
      if (before !== undefined) return { ...(await countedRecord(database)), database, made: null };
      const began = performance.now();
      await server.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await server.run(`CREATE DATABASE ${name} TEMPLATE ${new URL(place.database).pathname.slice(1)}`);
      const grown = await growRecord(database, { sources }, say);
      known[name] = grown;
      if (list !== null) writeFileSync(list, JSON.stringify(known));
      return { ...grown, database, made: Math.round((performance.now() - began) / 1000) };
    },
    close: () => place.remove(),
  };
}

async function readReports(place: TeamPlace): Promise<void> {
  const folder = join(place.vault, '..', 'reports');
  mkdirSync(folder);
  for (const { fileName, bytes } of shortReports(REPORTS, 21)) writeFileSync(join(folder, fileName), bytes);
  place.json(['jobs', 'add', 'intake', folder]);
  rmSync(folder, { recursive: true });
  const code = await place.start(['worker', '--once', '--only', 'intake,propose']).ended;
  if (code !== 0) throw new Error(`The worker ended with ${code}.`);
}
