/** Binds the desk's app to this machine alone, and ends it cleanly. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { OnRecordError } from '../desk/desk.ts';
import { createApp } from './create-app.ts';
import { type RandomBytes, startSession } from './guard/start-session.ts';
import type { Answered } from './operations/metrics.ts';
import type { ServerRoom } from './server-room.ts';

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly by: string | null;
  readonly randomBytes: RandomBytes;
  readonly onUnexpected: (kind: string) => void;
  /** Told of every answer. */
  readonly onAnswered?: (answer: Answered) => void;
}

export interface RunningServer {
  /** The address with its token: it opens the desk once. */
  readonly address: string;
  readonly port: number;
  /** Its address is that of a proxy, and opens nothing by itself. */
  readonly team?: true;
  /** Ends the session, lets answers under way finish, frees the port. */
  close(): Promise<void>;
}

/** How long answers under way may take when the desk ends, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Starts serving on 127.0.0.1.
 *
 * @throws OnRecordError `bad-usage` when the port is taken
 * @example
 * const server = await startServer(room, { port: 0, by: null, randomBytes, onUnexpected });
 * await server.close();
 */
export async function startServer(room: ServerRoom, options: ServeOptions): Promise<RunningServer> {
  const session = startSession(options.randomBytes);
  const server = createServer();
  const port = await listen(server, options.port);
  const { by, onUnexpected, onAnswered } = options;
  const ended = new AbortController();
  const app = createApp(room, {
    session,
    port,
    by,
    onUnexpected,
    ended: ended.signal,
    ...(onAnswered === undefined ? {} : { onAnswered }),
  });
  server.on('request', getRequestListener(app.fetch, { hostname: `127.0.0.1:${port}` }));
  return {
    address: `http://127.0.0.1:${port}/start?t=${session.token}`,
    port,
    close: () => {
      session.end();
      ended.abort();
      return closed(server);
    },
  };
}

/**
 * Binds a server.
 *
 * @param port 0: any that is free
 * @param host address of this machine
 * @returns the port
 * @throws OnRecordError `bad-usage` when it is taken
 * @example
 * const port = await listen(createServer(), 0);
 */
export function listen(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        /^(EADDRINUSE|EACCES|EADDRNOTAVAIL)$/u.test(error.code ?? '')
          ? new OnRecordError(
              'bad-usage',
              `The port ${port} cannot be used: take another with --port, or leave it out.`,
            )
          : error,
      ),
    );
    server.listen(port, host, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/**
 * Ends a server: answers under way may finish.
 *
 * @example
 * await closed(server);
 */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
