/** A vault with a compartment of many cases and documents, made through the use cases themselves. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { passphraseWork } from '../../src/compose/passphrase-work.ts';
import type { CaseDesk } from '../../src/desk/cases/case-desk.ts';
import { createCompartment } from '../../src/desk/cases/create-compartment.ts';
import { introduceMember } from '../../src/desk/cases/introduce-member.ts';
import { type OpenCompartment, openCompartment } from '../../src/desk/cases/open-compartment.ts';
import { caseEntry } from '../../src/desk/cases/save-case.ts';
import { sealedFile } from '../../src/desk/cases/sealed-content.ts';
import { unlockMember } from '../../src/desk/cases/unlock-member.ts';
import type { NewEntry } from '../../src/desk/ports/record-store.ts';
import type { CaseDocument } from '../../src/record/case/case-document.ts';
import { idMaker } from '../../src/record/id.ts';
import { openMemberFiles } from '../../src/storage/member-files.ts';
import { createVault, openVault } from '../../src/storage/vault.ts';
import { inventedCase } from './invented-case.ts';

/** How large it shall be. */
export interface Wanted {
  readonly cases: number;
  /** Of each case. */
  readonly documents: number;
}

/** What is measured is the member's passphrase, not the vault's. */
const CHEAP = { memoryKib: 65_536, passes: 1, lanes: 1 };
export const PASSPHRASE = 'five words chosen by dice';
/** Cases that go in together. */
const BATCH = 200;
const DOCUMENT_BYTES = 3000;

/** An open vault with a desk for cases over it. */
export async function openLarge(dir: string, master: Uint8Array) {
  const vault = await openVault(join(dir, 'vault'), { master });
  const desk: CaseDesk = {
    store: vault.store,
    blobs: vault.blobs,
    clock: () => new Date(),
    newId: idMaker((count) => randomBytes(count)),
    random: (count) => new Uint8Array(randomBytes(count)),
    members: openMemberFiles(join(dir, 'vault', 'members')),
    pause: async () => undefined,
    passphraseWork,
  };
  return { desk, close: () => vault.close() };
}

/**
 * Makes it.
 *
 * @returns the master key of the vault
 * @example
 * const master = await makeLarge('/tmp/x', { cases: 10_000, documents: 5 });
 */
export async function makeLarge(dir: string, wanted: Wanted): Promise<Uint8Array> {
  const keys = {
    kind: 'encrypted',
    passphrase: PASSPHRASE,
    recoveryKey: randomBytes(32),
    cost: CHEAP,
  } as const;
  const master = new Uint8Array(await createVault(join(dir, 'vault'), { keys }));
  const { desk, close } = await openLarge(dir, master);
  try {
    await introduceMember(desk, { name: 'lena', passphrase: PASSPHRASE, destroyPassphrase: null });
    const me = await unlockMember(desk, null, { kind: 'passphrase', passphrase: PASSPHRASE });
    await createCompartment(desk, me, 'Families');
    const room = await openCompartment(desk, me, null);
    for (let from = 0; from < wanted.cases; from += BATCH) {
      const entries: NewEntry[] = [];
      for (let n = from; n < Math.min(wanted.cases, from + BATCH); n += 1)
        entries.push(...(await oneCase(desk, room, n, wanted)));
      await desk.store.append(entries);
    }
    return master;
  } finally {
    await close();
  }
}

async function oneCase(
  desk: CaseDesk,
  room: OpenCompartment,
  n: number,
  wanted: Wanted,
): Promise<readonly NewEntry[]> {
  const at = desk.clock().toISOString();
  const entries: NewEntry[] = [];
  const documents: CaseDocument[] = [];
  for (let d = 0; d < wanted.documents; d += 1) {
    const id = desk.newId('document');
    documents.push({
      id,
      name: `letter-${d}.pdf`,
      mediaType: 'application/pdf',
      size: DOCUMENT_BYTES,
      addedAt: at,
    });
    const content = randomBytes(DOCUMENT_BYTES);
    const entry = sealedFile(desk, room, { id, version: 1, content });
    await desk.blobs.put(entry.bytes);
    entries.push(entry);
  }
  return [...entries, caseEntry(desk, room, inventedCase(n, desk.newId('case'), documents), 0)];
}
