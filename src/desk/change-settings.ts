/** Changes how the record is kept; every change is an entry of the log and leaves what it does not name as it was. */
import type { RecordSettings } from '../record/record-settings.ts';
import type { Desk } from './desk.ts';

/**
 * Logs a change of the settings and gives them as they are now.
 *
 * @param by who changes them, as it will stand in the log
 * @example
 * await loggedSettings(desk, { logViews: true }, 'A. Archivist');
 */
export async function loggedSettings(
  desk: Pick<Desk, 'store' | 'clock'>,
  change: Partial<RecordSettings>,
  by: string,
): Promise<RecordSettings> {
  const before = await desk.store.settings();
  const settings = { ...before, ...change };
  if (JSON.stringify(settings) === JSON.stringify(before)) return before;
  const body = { action: 'settings-changed', settings } as const;
  await desk.store.append([{ at: desk.clock().toISOString(), agent: by, subject: 'log', body }]);
  return settings;
}
