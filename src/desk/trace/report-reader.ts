/**
 * The reports that one step of a tracing looks at, each read once however many pairs it stands in: of a hundred captures every
 * one may share words with a hundred others. A reader is thrown away with its step, so that nothing is old that it tells.
 */
import type { Claim } from '../../record/claim.ts';
import type { CaptureId } from '../../record/id.ts';
import { type CaptureToRead, captureToRead } from '../capture-to-read.ts';
import type { RecordStore } from '../ports/record-store.ts';

export interface ReportReader {
  /** Null when there is no such capture, or no text of it. */
  report(id: CaptureId): Promise<CaptureToRead | null>;
  /** Claims whose first passage lies in this capture, in log order, whatever was decided on them. */
  claims(report: CaptureToRead): Promise<readonly Claim[]>;
}

/** Reports kept; each is its text and its claims, some 50 kB. */
const MOST_KEPT = 500;

/**
 * Opens one.
 *
 * @example
 * const reader = openReportReader(desk.store);
 * await reader.report(id);
 * await reader.report(id); // asks the record no more
 */
export function openReportReader(store: RecordStore): ReportReader {
  const reports = keptFew((id) => captureToRead(store, id));
  const claims = new WeakMap<CaptureToRead, Promise<readonly Claim[]>>();
  return {
    report: reports,
    claims: (report) => {
      const { id, of } = report.capture;
      const known =
        claims.get(report) ??
        store.claims({ source: of }).then((all) => all.filter(({ passages }) => passages[0]?.capture === id));
      claims.set(report, known);
      return known;
    },
  };
}

function keptFew<T>(read: (id: CaptureId) => Promise<T>): (id: CaptureId) => Promise<T> {
  const kept = new Map<CaptureId, Promise<T>>();
  return (id) => {
    const known = kept.get(id) ?? read(id);
    // What was asked for last goes last.
    kept.delete(id);
    kept.set(id, known);
    if (kept.size > MOST_KEPT) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
    return known;
  };
}
