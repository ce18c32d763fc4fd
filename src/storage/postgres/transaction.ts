/**
 * Transactions, and what becomes of one whose connection is lost while it is being committed: the database is asked as
 * soon as it can be reached again. Nothing is guessed.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Connection, Connections, TransactionKind } from './connection.ts';
import { isLost, postgresFault } from './postgres-fault.ts';

/** Reads as of one moment. */
export const ONE_MOMENT: { readonly begin: string } = {
  begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

/** A transaction that could not be rolled back: its connection is thrown away, which rolls it back. */
export class AbandonedTransaction extends Error {
  override readonly cause: unknown;
  constructor(cause: unknown) {
    super('A transaction could not be rolled back.');
    this.cause = cause;
  }
}

/** The connection went away while COMMIT was under way: nobody knows yet what became of it. */
export class UnknownOutcome extends Error {
  override readonly cause: unknown;
  readonly result: unknown;
  constructor(cause: unknown, result: unknown) {
    super('The connection was lost while the transaction was being committed.');
    this.cause = cause;
    this.result = result;
  }
}

/** Milliseconds between two tries to reach a server again, and how many. */
const RETRY_PAUSE = 500;
const RETRIES = 60;

/**
 * Looks on another connection, as soon as there is one, how a transaction ended.
 *
 * @returns the result, when it is stored
 * @throws OnRecordError `unreachable` when it is not, or when nobody can tell
 * @example
 * return resolveOutcome(use, { kind, lost, shown });
 */
export async function resolveOutcome<T>(
  use: Connections['use'],
  { kind, lost, shown }: { kind: TransactionKind<T>; lost: UnknownOutcome; shown: string },
): Promise<T> {
  const { isStored } = kind;
  const result = lost.result as T;
  if (isStored === undefined) throw postgresFault(lost.cause, shown);
  for (let tries = 0; tries < RETRIES; tries += 1) {
    let stored: boolean;
    try {
      stored = await use((connection) => isStored(result, connection));
    } catch (error) {
      if (!(error instanceof OnRecordError) || !/^(unreachable|vault-busy)$/.test(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
      continue;
    }
    if (stored) return result;
    throw postgresFault(lost.cause, shown);
  }
  throw new OnRecordError(
    'unreachable',
    `The connection to the database was lost while an entry was being stored, and the server does not answer: whether it is stored is not known. Run it again when the server runs: what is stored is not stored twice. (${shown})`,
    { subject: shown },
  );
}

/**
 * Runs work in a transaction.
 *
 * @throws AbandonedTransaction when it could not be rolled back, UnknownOutcome when the line broke during COMMIT
 * @example
 * await inTransaction(connection, 'BEGIN', (inside) => inside.rows('SELECT 1'));
 */
export async function inTransaction<T>(
  connection: Connection,
  begin: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  await connection.rows(begin);
  let result: T;
  try {
    result = await work(connection);
  } catch (error) {
    await connection.rows('ROLLBACK').catch(() => {
      throw new AbandonedTransaction(error);
    });
    throw error;
  }
  try {
    await connection.rows('COMMIT');
  } catch (error) {
    throw isLost(error) ? new UnknownOutcome(error, result) : error;
  }
  return result;
}
