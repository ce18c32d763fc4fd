/** Serves a desk over an open vault: on this machine to one person, or to a team. */
import { basename } from 'node:path';
import { knownRecord } from '../desk/known/known-record.ts';
import type { ServerRoom } from '../server/server-room.ts';
import type { RunningServer } from '../server/start-server.ts';
import { openWordings, readMapShapes } from './map-tools.ts';
import type { OpenDesk } from './open-desk.ts';
import type { Answered } from './operations.ts';
import { peopleBeside } from './people-tools.ts';
import { programVersion } from './program-version.ts';
import { quietLoad } from './quiet-load.ts';
import { openReaders } from './reading.ts';
import { releaseTools } from './release-tools.ts';
import { tollTools } from './toll-tools.ts';

export interface ServeChoice {
  /** 0: any that is free. */
  readonly port: number;
  /** Who decides; null: asked for in the page. */
  readonly by: string | null;
  /** Where the member files of this machine lie; null: in the vault. */
  readonly memberFolder: string | null;
  /** Told the kind of a fault that was not expected. */
  onUnexpected(kind: string): void;
  /** Told of every answer: its route, and no word of what was asked. */
  readonly onAnswered?: (answer: Answered) => void;
}

export type { RunningServer } from '../server/start-server.ts';

/**
 * Starts serving.
 *
 * @throws OnRecordError `bad-usage` when the port is taken
 * @example
 * const server = await serveDesk(desk, { port: 0, by: null, memberFolder: null, onUnexpected: () => undefined });
 */
export async function serveDesk(desk: OpenDesk, choice: ServeChoice) {
  const [{ startServer }, { sealedDoor }] = await Promise.all([
    import('../server/start-server.ts'),
    import('./sealed-door.ts'),
  ]);
  const room = { ...(await roomOf(desk)), sealed: await sealedDoor(desk, choice.memberFolder) };
  const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
  return startServer(room, { ...choice, randomBytes });
}

export interface TeamChoice extends Omit<ServeChoice, 'by' | 'memberFolder'> {
  /** Under which the team reaches it, as `https://desk.example`. */
  readonly publicAddress: string;
  /** Header in which the proxy names where a request comes from; null: the connection counts. */
  readonly proxyHeader: string | null;
  /** Address of this machine that is listened on. */
  readonly listen: string;
  /** File that describes the organisation's sign-in; null: there is none. */
  readonly oidc: string | null;
}

/**
 * Starts serving a team. It has no part that opens sealed cases.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * const server = await serveTeam(desk, { port: 8080, publicAddress: 'https://desk.example', proxyHeader: null, listen: '127.0.0.1', oidc: null, onUnexpected });
 */
export async function serveTeam(desk: OpenDesk, choice: TeamChoice): Promise<RunningServer> {
  const [{ publicAddress, startTeamServer }, { addressReader }, { openPasskeys }] = await Promise.all([
    import('../server/team/start-team-server.ts'),
    import('../server/team/team-room.ts'),
    quietLoad(() => import('../engine/passkeys/open-passkeys.ts')),
  ]);
  const address = publicAddress(choice.publicAddress);
  const { OUTSIDE_PAGE } = await import('../server/team/team-room.ts');
  const { outsideDoorOf } = await import('./outside-door.ts');
  const outside =
    choice.oidc === null ? null : await outsideDoorOf(choice.oidc, `${address.origin}${OUTSIDE_PAGE}`);
  const team = await desk.openTeam();
  try {
    const addressOf = addressReader(choice.proxyHeader);
    const server = await startTeamServer(
      await roomOf(desk),
      { team, passkeys: openPasskeys(address, team.name), outside, publicAddress: address, addressOf },
      choice,
    );
    // A large record is read by heart before somebody waits for it; whoever comes earlier waits for the same reading.
    let ended = false;
    knownRecord(desk.store).catch(() => ended || choice.onUnexpected('known'));
    return {
      ...server,
      close: async () => {
        ended = true;
        await server.close();
        await team.store.close();
      },
    };
  } catch (error) {
    await team.store.close();
    throw error;
  }
}

async function roomOf(desk: OpenDesk): Promise<ServerRoom> {
  const [{ loadPageFiles }, { verifyTools }] = await Promise.all([
    import('./page-files.ts'),
    import('./verify-tools.ts'),
    // Loads what the store asks its questions with, before anybody waits for an answer.
    desk.store.head(),
  ]);
  return {
    desk,
    readOnly: desk.readOnly,
    encrypted: desk.encrypted,
    vaultName: basename(desk.dir),
    version: await programVersion(),
    pages: await loadPageFiles(),
    linkPeople: peopleBeside(null),
    relatePlaces: once(async () => (await tollTools()).relate),
    locateWording: once(openWordings),
    mapShapes: once(readMapShapes),
    // One thread, which ends with the process.
    reading: once(() => openReaders(1)),
    releasing: once(async () => ({
      ...(await (await releaseTools()).making()),
      // Other members wait for no release.
      turn: () => new Promise((go) => setImmediate(go)),
    })),
    verifying: await verifyTools(),
    sealed: null,
  };
}

/** Asks the first time, and answers from memory from then on. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}
