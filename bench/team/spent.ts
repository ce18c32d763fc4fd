/** How much time of the processors was spent, by the workers and by PostgreSQL: what a shared machine cannot blur. */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of CPU; null where the system does not tell. */
export interface Spent {
  readonly workers: number;
  readonly database: number;
}

/** Milliseconds of one tick of /proc on Linux. */
const TICK = 10;

/**
 * What was spent so far: by all processes that this one started and that have ended, and by a server with all its processes.
 *
 * @param server process id of the server
 * @example
 * const before = spent(place.server.pid);
 */
export function spent(server: number): Spent | null {
  const own = statOf('self');
  const database = spentByDatabase(server);
  return own === null || database === null ? null : { workers: own.ended * TICK, database };
}

/**
 * What a server and all its processes spent so far; null where the system does not tell.
 *
 * @example
 * spentByDatabase(place.server.pid); // milliseconds of CPU
 */
export function spentByDatabase(server: number): number | null {
  const main = statOf(String(server));
  if (main === null) return null;
  const alive = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .filter(({ parent }) => parent === server);
  return alive.reduce((total, each) => total + each.self, main.self + main.ended) * TICK;
}

/**
 * What one running process spent so far, without its children; null where the system does not tell.
 *
 * @example
 * spentBy(server.pid); // milliseconds of CPU
 */
export function spentBy(pid: number): number | null {
  const stat = statOf(String(pid));
  return stat === null ? null : stat.self * TICK;
}

interface Stat {
  readonly parent: number;
  /** Ticks of the process, and of its children that have ended. */
  readonly self: number;
  readonly ended: number;
}

/** Fields of proc(5), counted behind the name of the program: 2 parent, 12–13 own time, 14–15 time of ended children. */
function statOf(pid: string): Stat | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0] = fields.slice(1);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11);
    return { parent, self: user + system, ended: endedUser + endedSystem };
  } catch {
    return null;
  }
}
