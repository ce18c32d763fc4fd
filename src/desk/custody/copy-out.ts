/**
 * A working copy leaves the vault: the bytes of a source, as they came in, are written to a file, and the log says so with
 * their hash. The file stands in its place only once the log has it. Refuses bytes that no longer have their hash.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { Capture } from '../../record/capture.ts';
import { createCustodyEvent } from '../../record/custody.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import { findById } from '../find-by-id.ts';
import type { SingleFiles } from '../ports/single-files.ts';
import { reviewerName } from '../reviewer.ts';
import { evidentiaryCopy } from './evidentiary-copy.ts';
import { logCustody, NO_EVENT } from './record-custody.ts';

export interface CopyOutOrder {
  /** Id of a source, for its evidentiary copy, or of a capture; or its beginning. */
  readonly id: string;
  readonly path: string;
  /** Who gets it; null: not said. */
  readonly to: string | null;
  readonly note: string | null;
  /** Null when not given. */
  readonly by: string | null;
}

export interface CopiedOut {
  readonly capture: Capture;
  /** Absolute. */
  readonly path: string;
  readonly logged: LogEntry;
}

/**
 * Writes the bytes of a copy to a file and logs it.
 *
 * @throws OnRecordError `bad-usage` when the file is there already, `not-found`, `damaged`, `disk-full`, `read-only`
 * @example
 * await copyOut(desk, { id: 'src_7d2', path: 'letter.pdf', to: 'The translator', note: null, by: 'A. Archivist' }, files);
 */
export async function copyOut(desk: Desk, order: CopyOutOrder, files: SingleFiles): Promise<CopiedOut> {
  const by = reviewerName(order.by);
  const capture = await captureAsked(desk, order.id);
  const bytes = await desk.blobs.get(capture.sha256);
  if (bytes === null || sha256Hex(bytes) !== capture.sha256)
    throw new OnRecordError(
      'damaged',
      'The stored bytes are missing or have changed: nothing was written. Run: onrecord verify',
      { subject: capture.id },
    );
  const [to, note] = [order.to, order.note].map((words) => {
    const given = (words ?? '').trim().normalize('NFC');
    return given === '' ? null : given;
  });
  const event = createCustodyEvent({
    ...NO_EVENT,
    kind: 'copied',
    capture: capture.id,
    to: to ?? null,
    output: capture.sha256,
    note: note ?? null,
  });
  const staged = await files.stage(order.path, bytes);
  try {
    const logged = await logCustody(desk, { source: capture.of, by, event });
    await staged.keep();
    return { capture, path: staged.path, logged };
  } catch (error) {
    await staged.drop();
    throw error;
  }
}

async function captureAsked(desk: Desk, text: string): Promise<Capture> {
  const found = await findById(desk.store, text, ['src', 'cap']);
  if (found.kind === 'src') return evidentiaryCopy(desk, found.id);
  const capture = found.kind === 'cap' ? await desk.store.capture(found.id) : null;
  if (capture === null) throw new OnRecordError('not-found', 'That capture is gone from the record.');
  return capture;
}
