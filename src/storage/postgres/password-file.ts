/**
 * The password of a database from PostgreSQL's own password file: `~/.pgpass`, or the one that PGPASSFILE names; one line for each,
 * `host:port:database:user:password`, `*` for any, `\` before `:` and `\` (PostgreSQL documentation, §34.16). As PostgreSQL's programs do,
 * a file that others may read is passed over, and PGPASSWORD goes before it. The driver would look there, too, but no longer wants to.
 */
import { readFile, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Whose password is looked for. */
export interface PasswordFor {
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
}

/**
 * The password of the first line that fits; null: none does.
 *
 * @example
 * passwordIn('db.example:*:record:maria:heron', { host: 'db.example', port: '5432', database: 'record', user: 'maria' }); // 'heron'
 */
export function passwordIn(lines: string, { host, port, database, user }: PasswordFor): string | null {
  const sought = [host, port, database, user];
  for (const line of lines.split(/\r?\n/u)) {
    if (line.startsWith('#')) continue;
    const [, ...written] = LINE.exec(line) ?? [];
    const fields = written.map((field) => field.replace(/\\(.)/gu, '$1'));
    const password = fields[sought.length];
    if (password === undefined) continue;
    if (sought.every((value, at) => fields[at] === '*' || fields[at] === value)) return password;
  }
  return null;
}

const FIELD = String.raw`((?:\\.|[^:\\])+)`;
/** The password is the rest of the line. */
const LINE = new RegExp(`^${FIELD}:${FIELD}:${FIELD}:${FIELD}:(.+)$`, 'u');

/**
 * The same address with the password that the file holds for it; as it is, where it has one, the environment has, or the file holds none.
 *
 * @param connectionString `postgres://…`
 * @example
 * await withPassword('postgres://maria@db.example/record'); // 'postgres://maria:heron@db.example/record'
 */
export async function withPassword(
  connectionString: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> {
  const url = new URL(connectionString);
  if (url.password !== '' || url.searchParams.has('password') || (env.PGPASSWORD ?? '') !== '')
    return connectionString;
  const lines = await ownFile(env.PGPASSFILE ?? join(env.HOME ?? homedir(), '.pgpass'));
  if (lines === null) return connectionString;
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const password = passwordIn(lines, {
    host: host === '' || host.startsWith('/') ? 'localhost' : host,
    port: url.port === '' ? '5432' : url.port,
    database: decodeURIComponent(url.pathname.slice(1)),
    user: url.username === '' ? (env.PGUSER ?? userInfo().username) : decodeURIComponent(url.username),
  });
  if (password === null) return connectionString;
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Null: there is none, or others may read it. */
async function ownFile(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path);
    return process.platform !== 'win32' && (mode & 0o077) !== 0 ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
