/** Binds a team's app, for a proxy in front of it that speaks TLS, and ends it cleanly. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { OnRecordError } from '../../desk/desk.ts';
import { logAccesses } from '../../desk/team/accesses.ts';
import type { ServerRoom } from '../server-room.ts';
import { closed, listen, type RunningServer } from '../start-server.ts';
import { createTeamApp, type TeamAppOptions } from './create-team-app.ts';
import type { TeamRoom } from './team-room.ts';

export interface TeamServeOptions extends Omit<TeamAppOptions, 'ended'> {
  /** 0: any that is free. */
  readonly port: number;
  /** Address of this machine that is listened on. */
  readonly listen: string;
}

/** Milliseconds between two sweeps of what is over, and between two entries of who did and who saw what. */
const SWEEP_EVERY = 600_000;
const LOG_EVERY = 60_000;

/**
 * The address of a team as a person gives it.
 *
 * @throws OnRecordError `bad-usage`: not https, or more than a name and a port
 * @example
 * publicAddress('https://desk.example').host; // 'desk.example'
 */
export function publicAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain =
    url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  const here = url?.protocol === 'http:' && url.hostname === 'localhost';
  if (url === null || !plain || !(url.protocol === 'https:' || here))
    throw new OnRecordError(
      'bad-usage',
      'The public address is https:// and the name under which the team reaches the desk, and nothing behind it: https://desk.example',
    );
  return url;
}

/**
 * Starts serving.
 *
 * @throws OnRecordError `bad-usage` when the port is taken
 * @example
 * const server = await startTeamServer(room, team, { port: 8080, listen: '127.0.0.1', onUnexpected });
 */
export async function startTeamServer(
  room: ServerRoom,
  team: TeamRoom,
  options: TeamServeOptions,
): Promise<RunningServer> {
  const server = createServer();
  const port = await listen(server, options.port, options.listen);
  const ended = new AbortController();
  const app = createTeamApp(room, team, { ...options, ended: ended.signal });
  server.on('request', getRequestListener(app.fetch, { hostname: team.publicAddress.host }));
  const sweep = (): void => {
    const { store, clock } = team.team;
    store.sweep(clock().toISOString()).catch(() => options.onUnexpected('sweep'));
  };
  sweep();
  const log = (): Promise<unknown> =>
    // The record may be busy or away: what waits is written the next time.
    room.readOnly ? Promise.resolve() : logAccesses(team.team, room.desk).catch(() => undefined);
  const timers = [setInterval(sweep, SWEEP_EVERY), setInterval(() => void log(), LOG_EVERY)];
  for (const timer of timers) timer.unref();
  return {
    address: team.publicAddress.origin,
    team: true,
    port,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      ended.abort();
      await closed(server);
      await log();
    },
  };
}
