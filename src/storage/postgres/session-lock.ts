/** Locks that a process holds by a connection and that go with it, however the process ends. */
import type { Connections } from './connection.ts';

/**
 * Takes a lock at once or not at all, on a connection that is lent until it is released.
 *
 * @param name of what is locked, with the schema in it
 * @returns what releases it, harmless when called twice; null: another process holds it
 * @example
 * const release = await takeSessionLock(connections, 'onrecord restore kessar');
 */
export async function takeSessionLock(
  connections: Connections,
  name: string,
): Promise<(() => Promise<void>) | null> {
  const held = Promise.withResolvers<boolean>();
  const done = Promise.withResolvers<void>();
  const lent = connections.use(async (connection) => {
    const [lock] = await connection.rows<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [name],
    );
    held.resolve(lock?.taken === true);
    await done.promise;
    if (lock?.taken === true)
      await connection.rows('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
  });
  lent.catch(held.reject);
  const release = async (): Promise<void> => {
    done.resolve();
    await lent.catch(() => undefined);
  };
  if (await held.promise) return release;
  await release();
  return null;
}
