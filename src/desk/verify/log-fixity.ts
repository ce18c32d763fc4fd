/** Writes the result of a check into the log, and tells when the last one was. Counts and ids only, never content. */
import type { LogEntry } from '../../record/log-entry.ts';
import type { Desk } from '../desk.ts';
import type { VerifyReport } from '../verify-vault.ts';

/** Items that are named in the log at most. */
export const MOST_ITEMS = 20;
/** Characters of an item; ids, hashes and entry numbers are far shorter. */
const LONGEST = 120;

/**
 * Logs a check that came to its end.
 *
 * @param agent who had it done
 * @throws OnRecordError of the store; `bad-usage` for a check that was stopped
 * @example
 * await logFixity(desk, report, 'machine');
 */
export async function logFixity(
  desk: Pick<Desk, 'store' | 'clock'>,
  report: Pick<VerifyReport, 'faults' | 'checked' | 'stopped'>,
  agent: string,
): Promise<LogEntry> {
  if (report.stopped) throw new TypeError('a check that was stopped says nothing of the whole');
  const { faults, checked } = report;
  const items = [...new Set(faults.map(({ check, item }) => `${check} ${item}`.slice(0, LONGEST)))];
  const [logged] = await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent,
      subject: 'log',
      body: {
        action: 'fixity-checked',
        captures: checked.captures,
        entries: checked.entries,
        faults: faults.length,
        items: items.slice(0, MOST_ITEMS),
      },
    },
  ]);
  if (logged === undefined) throw new TypeError('the store logged nothing');
  return logged;
}

/**
 * Whether a check is due: the last one is older than so many hours, or lies ahead of the clock, or there was none.
 *
 * @example
 * await fixityDue(desk, 24);
 */
export async function fixityDue(
  desk: Pick<Desk, 'store' | 'clock'>,
  hours: number,
): Promise<{ readonly due: boolean; readonly last: string | null }> {
  const last = (await desk.store.entriesWith('fixity-checked')).at(-1)?.at ?? null;
  if (last === null) return { due: true, last };
  const age = desk.clock().getTime() - Date.parse(last);
  // A last check that lies ahead shows a clock that was wrong: it must not put off the next one.
  return { due: !(age >= 0 && age < hours * 3_600_000), last };
}
