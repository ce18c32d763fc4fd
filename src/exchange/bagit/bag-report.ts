/** What reading a bag brings to light. A bag is whole and unchanged exactly when no finding is a fault. */
import type { BagFinding } from './bag-finding.ts';
import type { Manifest } from './manifest.ts';
import type { BagTag } from './tag-file.ts';

export interface BagReport {
  /** As bagit.txt says it; null: not readable. */
  readonly version: string | null;
  /** All of them, in the order of reading. */
  readonly findings: readonly BagFinding[];
  /** bag-info.txt in its order; empty when there is none. */
  readonly info: readonly BagTag[];
  /** Whether fetch.txt asks a reader to get files from the network. onrecord never does. */
  readonly wantsFetch: boolean;
  /** Those that could be read. */
  readonly manifests: readonly Manifest[];
  /** Payload files and their bytes, counted from the list. */
  readonly payload: { readonly files: number; readonly bytes: number };
}

/** Only what makes the bag invalid. */
export function bagFaults(report: BagReport): readonly BagFinding[] {
  return report.findings.filter(({ kind }) => kind === 'fault');
}
