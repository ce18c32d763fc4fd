/**
 * Whose report it is, for leaving out pairs of one outlet: by the publisher's names or the address the listed outlet, else
 * the publisher, else the source alone. Reports of one outlet that is neither named nor listed count as several outlets'.
 */
import { foldName } from '../../record/actor.ts';
import { type Outlet, outletOfAddress } from '../../record/outlet.ts';
import { outletsBySpelling } from '../actor-book.ts';
import type { CaptureToRead } from '../capture-to-read.ts';

/** Equal for two reports that one outlet put out. */
export type OutletKey = (report: Pick<CaptureToRead, 'source' | 'outlet'>) => string;

/**
 * Makes the key over the outlets that the record knows.
 *
 * @example
 * const keyOf = outletKeys(await knownOutlets(desk));
 * keyOf(report); // 'outlet reuters'
 */
export function outletKeys(outlets: readonly Outlet[]): OutletKey {
  const bySpelling = outletsBySpelling(outlets);
  return ({ source, outlet }) => {
    for (const { text } of outlet?.names ?? []) {
      const named = bySpelling.get(foldName(text));
      if (named !== undefined) return `outlet ${named.code}`;
    }
    if (source.publisher !== null) return source.publisher;
    const listed = source.url === null ? null : outletOfAddress(source.url, outlets);
    return listed === null ? source.id : `outlet ${listed.code}`;
  };
}
