/** Says whether the machine and the vault are fit to work: quick checks only, nothing is changed. */

import { OnRecordError } from '../record/onrecord-error.ts';
import { sizeWords } from '../record/size-words.ts';
import type { Desk } from './desk.ts';
import { memberFilesWords } from './member-files-words.ts';
import type { BlobStore } from './ports/blob-store.ts';
import type { RecordCounts } from './ports/record-store.ts';

/** One thing looked at. `bad`: work is not safe; `note`: worth knowing. */
export interface Finding {
  readonly state: 'good' | 'note' | 'bad';
  readonly what: string;
  readonly message: string;
}

/** What the machine says about itself; gathered by compose.ts. */
export interface MachineFacts {
  readonly node: string;
  readonly platform: string;
  /** Null: the database engine works; else why not. */
  readonly engineFault: string | null;
  /** Free bytes where the vault is; null when it cannot be told. */
  readonly freeBytes: number | null;
  readonly version: string;
}

/** Bytes below which a disk is called nearly full. */
const LITTLE = 500_000_000;

/**
 * Looks at the machine.
 *
 * @example
 * examineMachine(facts).filter(({ state }) => state === 'bad');
 */
export function examineMachine(facts: MachineFacts): readonly Finding[] {
  const [major = 0, minor = 0] = facts.node.split('.').map(Number);
  const fit = major > 22 || (major === 22 && minor >= 18);
  const findings: Finding[] = [
    { state: 'good', what: 'onrecord', message: `version ${facts.version} on ${facts.platform}` },
    {
      state: fit ? 'good' : 'bad',
      what: 'Node',
      message: fit
        ? facts.node
        : `${facts.node} is too old: 22.18 or newer is needed. Start with: npx onrecord`,
    },
    {
      state: facts.engineFault === null ? 'good' : 'bad',
      what: 'database engine',
      message: facts.engineFault ?? 'works, with full-text search',
    },
  ];
  if (facts.freeBytes !== null) {
    const free = `${sizeWords(facts.freeBytes)} free`;
    const little = facts.freeBytes < LITTLE;
    findings.push({
      state: little ? 'bad' : 'good',
      what: 'disk',
      message: little ? `${free}: free some space before capturing` : free,
    });
  }
  return findings;
}

export interface VaultFindings {
  readonly findings: readonly Finding[];
  readonly counts: RecordCounts;
}

/**
 * Looks at an open vault.
 *
 * @param place the folder, and whether it can be written
 * @example
 * const { findings } = await examineVault(desk, { dir: desk.dir, readOnly: desk.readOnly, extractor: 'rules-en-1' });
 */
export async function examineVault(
  desk: Desk,
  place: { readonly dir: string; readonly readOnly: boolean; readonly extractor: string },
): Promise<VaultFindings> {
  const counts = await desk.store.counts();
  const head = await desk.store.head();
  const unread = (await desk.store.unreadCaptures(place.extractor)).length;
  const { accepted } = counts.claims;
  const findings: Finding[] = [
    {
      state: place.readOnly ? 'note' : 'good',
      what: 'vault',
      message: place.readOnly ? `${place.dir} can be read but not written` : place.dir,
    },
    {
      state: 'good',
      what: 'record',
      message: `${counts.sources} sources, ${accepted} accepted claims, ${counts.entries} log entries`,
    },
  ];
  if (head !== null && head.seq !== counts.entries) {
    findings.push({
      state: 'bad',
      what: 'log',
      message: `the last entry is number ${head.seq}, but ${counts.entries} are stored. Run: onrecord verify`,
    });
  }
  if (desk.blobs.elsewhere !== undefined) findings.push(await bytesElsewhere(desk.blobs.elsewhere));
  const members = (await desk.store.entriesWith('member-introduced')).length;
  if (members > 0) findings.push({ state: 'note', what: 'member files', message: memberFilesWords(members) });
  return { findings: [...findings, ...openWork(counts, unread)], counts };
}

async function bytesElsewhere({ shown, reach }: NonNullable<BlobStore['elsewhere']>): Promise<Finding> {
  try {
    await reach();
    return { state: 'good', what: 'bytes', message: `in an object store that answers (${shown})` };
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    return { state: 'bad', what: 'bytes', message: error.message };
  }
}

function openWork({ withoutText, claims }: RecordCounts, unread: number): readonly Finding[] {
  const notes: readonly (readonly [number, string, string])[] = [
    [withoutText, 'no text', `${withoutText} captures have no text that could be read`],
    [unread, 'unread', `${unread} texts have not been read yet. Run: onrecord propose`],
    [claims.proposed, 'review', `${claims.proposed} proposals wait for a person`],
  ];
  return notes.filter(([count]) => count > 0).map(([, what, message]) => ({ state: 'note', what, message }));
}
