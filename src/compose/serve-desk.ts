/** Serves a desk over an open vault on this machine. */
import { basename } from 'node:path';
import { openWordings, readMapShapes } from './map-tools.ts';
import type { OpenDesk } from './open-desk.ts';
import type { Answered } from './operations.ts';
import { peopleBeside } from './people-tools.ts';
import { programVersion } from './program-version.ts';
import { sealedDoor } from './sealed-door.ts';
import { tollTools } from './toll-tools.ts';

export interface ServeChoice {
  /** 0: any that is free. */
  readonly port: number;
  /** Who decides; null: asked for in the page. */
  readonly by: string | null;
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
 * const server = await serveDesk(desk, { port: 0, by: null, onUnexpected: () => undefined });
 */
export async function serveDesk(desk: OpenDesk, choice: ServeChoice) {
  const [{ startServer }, { loadPageFiles }, { verifyTools }] = await Promise.all([
    import('../server/start-server.ts'),
    import('./page-files.ts'),
    import('./verify-tools.ts'),
    // Loads what the store asks its questions with, before anybody waits for an answer.
    desk.store.head(),
  ]);
  const room = {
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
    verifying: await verifyTools(),
    sealed: await sealedDoor(desk),
  };
  const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
  return startServer(room, { ...choice, randomBytes });
}

/** Asks the first time, and answers from memory from then on. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}
