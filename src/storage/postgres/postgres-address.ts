/**
 * The address of a PostgreSQL database as a person gives it: `postgres://user@host:port/database?schema=name`. Refuses what
 * is no such address without repeating it, for it may hold a password. What is shown of it never does. A connection to
 * another machine is encrypted and the server's certificate checked, unless the address itself says otherwise.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';

/** A database, and where in it the record lies. */
export interface PostgresAddress {
  /** What the driver is given: may hold a password. Never shown. */
  readonly connectionString: string;
  /** Host, port, database and user, for messages; never a password. */
  readonly shown: string;
  /** PostgreSQL's schema that holds the tables. */
  readonly schema: string;
  /** Whether the driver must insist on encryption, because the address says nothing of it and leads to another machine. */
  readonly encrypt: boolean;
}

const DEFAULT_SCHEMA = 'onrecord';
const SCHEMA_NAME = /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/;
/** Modes that would encrypt and not look whom they speak to, or not even that: there is no use in half of it. */
const UNCHECKED: ReadonlySet<string> = new Set(['allow', 'prefer', 'require', 'verify-ca']);
const LOCAL = /^(localhost|127(\.\d+){3}|\[?::1\]?|)$/;

/**
 * Whether a text is meant as such an address.
 *
 * @example
 * isPostgresAddress('postgres://localhost/record'); // true
 */
export function isPostgresAddress(text: string): boolean {
  return /^postgres(ql)?:\/\//i.test(text);
}

/**
 * Reads an address.
 *
 * @throws OnRecordError `bad-usage`, without repeating the address
 * @example
 * parsePostgresAddress('postgres://maria:secret@db.example/record').shown; // 'maria@db.example/record'
 */
export function parsePostgresAddress(text: string): PostgresAddress {
  const url = isPostgresAddress(text) && URL.canParse(text) ? new URL(text) : null;
  if (url === null) {
    throw new OnRecordError(
      'bad-usage',
      'The address of the database cannot be read. It looks like postgres://user@host:5432/database; signs such as @ / # in a password are written as %40 %2F %23.',
    );
  }
  const schema = url.searchParams.get('schema') ?? DEFAULT_SCHEMA;
  if (!SCHEMA_NAME.test(schema)) {
    throw new OnRecordError(
      'bad-usage',
      'The schema named in the address of the database is no such name: use small letters a-z, digits and _, up to 63, and do not begin with pg_.',
    );
  }
  url.searchParams.delete('schema');
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const local = LOCAL.test(host) || host.startsWith('/');
  if (UNCHECKED.has(url.searchParams.get('sslmode') ?? '')) url.searchParams.set('sslmode', 'verify-full');
  const says = ['sslmode', 'ssl', 'sslrootcert'].some((name) => url.searchParams.has(name));
  return { connectionString: url.href, shown: shownOf(url, host), schema, encrypt: !local && !says };
}

function shownOf(url: URL, host: string): string {
  const user = url.username === '' ? '' : `${decodeURIComponent(url.username)}@`;
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${user}${host === '' ? 'localhost' : host}${port}${decodeURIComponent(url.pathname)}`;
}
