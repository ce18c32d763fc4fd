/** Which listed outlet publishes a report. */
import { type Outlet, outletOfAddress } from '../../record/outlet.ts';
import type { CaptureToRead } from '../capture-to-read.ts';

/** "Northline News Agency" is the outlet "Northline" where a publisher is named so. */
const SORT_OF_OUTLET = /\s+(?:(?:(?:news|press)\s+)?(?:agency|service|online|newspaper|website)|news|wire)$/u;

/**
 * The outlet that publishes a report: by its publisher's name, else by its address; null when it is not listed.
 *
 * @example
 * ownOutlet(report, outlets)?.code; // 'mwz'
 */
export function ownOutlet(
  { outlet, source }: Pick<CaptureToRead, 'outlet' | 'source'>,
  outlets: readonly Outlet[],
): Outlet | null {
  const bearing = (names: ReadonlySet<string>): Outlet | undefined =>
    outlets.find((one) => [one.name, ...one.aliases].some((name) => names.has(name.toLowerCase())));
  const names = new Set((outlet?.names ?? []).map(({ text }) => text.toLowerCase()));
  const named =
    bearing(names) ?? bearing(new Set([...names].map((name) => name.replace(SORT_OF_OUTLET, ''))));
  return named ?? (outlet === null && source.url !== null ? outletOfAddress(source.url, outlets) : null);
}
