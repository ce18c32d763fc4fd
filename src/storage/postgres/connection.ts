/** What a connection to PostgreSQL can do, and the few that one opened record holds. */
import type { Value } from '../queries/steps.ts';
import type { PostgresAddress } from './postgres-address.ts';

/** One connection, held by one piece of work. */
export interface Connection {
  /** All rows of a statement; texts are given and taken as they are, numbers as numbers. */
  rows<R>(sql: string, parameters?: readonly unknown[]): Promise<readonly R[]>;
  /** Rows as lists of values. */
  lists(sql: string, parameters?: readonly unknown[]): Promise<readonly (readonly Value[])[]>;
  /** How many rows a statement wrote. */
  write(sql: string, parameters?: readonly unknown[]): Promise<number>;
}

/** The connections of one opened record. */
export interface Connections {
  readonly address: PostgresAddress;
  /**
   * Lends a connection to a piece of work. What breaks is thrown as the house's error; a connection that was lost or left
   * in the middle of a transaction is not lent again.
   */
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** As `use`, in a transaction: it ends with COMMIT, or with ROLLBACK when the work breaks. */
  transaction<T>(kind: TransactionKind<T>, work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How to connect. */
export interface ConnectOptions {
  readonly readOnly: boolean;
  /** Milliseconds to wait for another writer. */
  readonly busyTimeout: number;
}

/** How a transaction is opened, and what is done when nobody knows how it ended. */
export interface TransactionKind<T> {
  /** The statement that opens it. */
  readonly begin: string;
  /**
   * Asked on another connection when this one was lost during COMMIT: whether the result is stored. It must wait until
   * the server has ended the lost transaction. Absent: what was lost is taken for not stored.
   */
  readonly isStored?: (result: T, connection: Connection) => Promise<boolean>;
}
