/** The outlets that ship with the program (`vocab/outlets.json`): a start; a record adds its own. */
import list from '../../vocab/outlets.json' with { type: 'json' };
import { createOutlet, type Outlet, type OutletKind } from './outlet.ts';

let made: readonly Outlet[] | null = null;

/**
 * The shipped list, made once.
 *
 * @example
 * shippedOutlets().find(({ code }) => code === 'reuters')?.kind; // 'agency'
 */
export function shippedOutlets(): readonly Outlet[] {
  made ??= Object.freeze(
    list.outlets.map((row) =>
      createOutlet({
        code: row.code,
        name: row.name,
        kind: row.kind as OutletKind,
        state: row.state,
        aliases: row.aliases,
        careful: row.careful ?? [],
        short: row.short ?? [],
        domains: row.domains,
      }),
    ),
  );
  return made;
}
