/**
 * A door of its own for whoever runs the machine: `/health` and `/metrics`, on this machine alone. It tells nothing of the
 * record but how long its log is.
 */
import { createServer, type ServerResponse } from 'node:http';
import { OnRecordError } from '../../desk/desk.ts';
import type { Metrics } from './metrics.ts';

/** Milliseconds that the record may take to answer. */
const PATIENCE = 5000;

export interface Operations {
  readonly port: number;
  /** From now on this process is to be given no work: `/health` says so. */
  drain(): void;
  close(): Promise<void>;
}

/**
 * Opens the door on 127.0.0.1.
 *
 * @param options.port 0: any that is free
 * @param options.isThere asks the record for something small; what it throws means that it is not there
 * @throws OnRecordError `bad-usage` when the port is taken
 * @example
 * const operations = await startOperations({ port: 9464, metrics, isThere: () => desk.store.counts() });
 */
export async function startOperations(options: {
  readonly port: number;
  readonly metrics: Metrics;
  isThere(): Promise<unknown>;
}): Promise<Operations> {
  const { metrics, isThere } = options;
  let draining = false;
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' || (path !== '/health' && path !== '/metrics'))
      return answer(response, 404, 'text/plain', 'There is nothing here.\n');
    if (path === '/metrics')
      return void metrics.text().then(
        (text) => answer(response, 200, metrics.mediaType, text),
        () => answer(response, 500, 'text/plain', 'The figures cannot be told.\n'),
      );
    return void health(draining, isThere).then(({ status, code }) =>
      answer(response, code, 'application/json', `${JSON.stringify({ status })}\n`),
    );
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', () =>
      reject(new OnRecordError('bad-usage', `The port ${options.port} cannot be used: take another.`)),
    );
    server.listen(options.port, '127.0.0.1', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : options.port);
    });
  });
  return {
    port,
    drain: () => {
      draining = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function health(draining: boolean, isThere: () => Promise<unknown>) {
  if (draining) return { status: 'draining', code: 503 } as const;
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE).unref());
  const there = isThere().then(
    () => true,
    () => false,
  );
  return (await Promise.race([there, late]))
    ? ({ status: 'ok', code: 200 } as const)
    : ({ status: 'no-record', code: 503 } as const);
}

function answer(response: ServerResponse, code: number, mediaType: string, text: string): void {
  response.writeHead(code, { 'content-type': mediaType, 'cache-control': 'no-store' });
  response.end(text);
}
