/** What is told of a fault in a queue and in logs: its kind, and no word of what it was about. */
import { OnRecordError } from '../../record/onrecord-error.ts';

/**
 * The kind of a fault.
 *
 * @example
 * faultKind(new OnRecordError('too-large', 'testimony.pdf is too large')); // 'too-large'
 */
export function faultKind(error: unknown): string {
  if (error instanceof OnRecordError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
