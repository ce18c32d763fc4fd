/** The keepers of a team's things, in memory and in PostgreSQL. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryTeam } from '../../../test/fixtures/desk/memory-team.ts';
import { type LocalPostgres, startLocalPostgres } from '../../../test/fixtures/local-postgres.ts';
import type { TeamStore } from '../../desk/ports/team-store.ts';
import { teamContract } from '../contract/team-contract.ts';
import { openPostgresTeam } from './postgres-team.ts';

describe('in memory', () => teamContract(async () => memoryTeam()));

describe('in PostgreSQL', () => {
  let server: LocalPostgres;
  const opened: TeamStore[] = [];
  const open = async (url: string): Promise<TeamStore> => {
    const team = await openPostgresTeam(url);
    opened.push(team);
    return team;
  };
  beforeAll(async () => {
    server = await startLocalPostgres();
  });
  afterAll(async () => {
    for (const team of opened) await team.close();
    await server.stop();
  });
  teamContract(async () => open(await server.createDatabase()));

  test('two processes open it at once; who saw what is changed by nobody', async () => {
    const url = await server.createDatabase();
    const [one, two] = await Promise.all([open(url), open(url)]);
    await one.addAccesses([
      { at: '2031', account: null, name: '', act: 'sign-in-failed', route: '', about: [], detail: null },
    ]);
    expect(await two.accesses({ limit: 2 })).toHaveLength(1);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of [
      "UPDATE onrecord_team.accesses SET name = 'Oren'",
      'DELETE FROM onrecord_team.accesses',
      'TRUNCATE onrecord_team.accesses',
    ])
      await expect(client.query(statement)).rejects.toThrow(/never changed/);
    await client.query('INSERT INTO onrecord_team.version VALUES (99)');
    await client.end();
    await expect(openPostgresTeam(url)).rejects.toMatchObject({ code: 'vault-too-new' });
  });
});
