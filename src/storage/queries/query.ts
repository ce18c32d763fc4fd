/** A query as the builder has written it. */
import type { Compilable } from 'kysely';

/** A query whose rows are of type R. */
export type Query<R> = Compilable<R>;
