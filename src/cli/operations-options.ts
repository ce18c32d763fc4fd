/** Flags for whoever runs the machine: the door of `/health` and `/metrics`, and lines about what is done. */
import type { OpenDesk, OpenOperations } from '../compose.ts';
import type { JobQueue } from '../desk/ports/job-queue.ts';
import { type CommandFile, type Options, usageError } from './command.ts';

/** Of commands that go on until they are told to stop. */
export const OPERATIONS: CommandFile['options'][number] = [
  '--operations <port>',
  'answer /health and /metrics (Prometheus) on this port of 127.0.0.1',
];

/**
 * Opens the door when it was asked for.
 *
 * @returns null: it was not
 * @throws OnRecordError `bad-usage`
 * @example
 * const operations = await operationsOf(call.options, { desk, queue: null, name: 'serve' });
 */
export async function operationsOf(
  { operations }: Options,
  over: { readonly desk: OpenDesk; readonly queue: JobQueue | null; readonly name: string },
): Promise<OpenOperations | null> {
  if (operations === undefined) return null;
  const port = Number(operations);
  if (!Number.isInteger(port) || port < 1024 || port > 65_535)
    throw usageError('--operations must be a port from 1024 to 65535', over.name);
  const { openOperations } = await import('../compose.ts');
  return openOperations(over.desk, { port, queue: over.queue });
}
