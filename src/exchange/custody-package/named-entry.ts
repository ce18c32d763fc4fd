/** A log entry as its files in verify/ are named. */
import type { ProvenEntry } from './package-parts.ts';

/** An entry with the name of its files in verify/ and the original it opens. */
export interface NamedEntry {
  readonly name: string;
  readonly entry: ProvenEntry;
  /** From the package's folder; null: none. */
  readonly file: string | null;
}
