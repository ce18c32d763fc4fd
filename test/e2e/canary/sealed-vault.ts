/**
 * A vault that is not encrypted, so that what protects cases must hold alone: a marked record, notes of the desk, and a
 * compartment with a case whose every field is marked, its document, and an erased one.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseDesk } from '../../../src/desk/cases/case-desk.ts';
import { attachDocument } from '../../../src/desk/cases/case-documents.ts';
import { createCompartment } from '../../../src/desk/cases/create-compartment.ts';
import { eraseCase } from '../../../src/desk/cases/erase-case.ts';
import { introduceMember } from '../../../src/desk/cases/introduce-member.ts';
import { flushReads } from '../../../src/desk/cases/log-reads.ts';
import { openCompartment } from '../../../src/desk/cases/open-compartment.ts';
import { saveCase } from '../../../src/desk/cases/save-case.ts';
import { unlockMember } from '../../../src/desk/cases/unlock-member.ts';
import { caseOf } from '../../../src/record/case/case.cases.ts';
import { createCase } from '../../../src/record/case/case.ts';
import { idMaker } from '../../../src/record/id.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { openMemberFiles } from '../../../src/storage/member-files.ts';
import { createVault, openVault, type Vault } from '../../../src/storage/vault.ts';
import { canaryFiles } from './canary-words.ts';
import type { LineIds } from './command-lines.ts';
import { type FoundWord, type Scanner, scannerFor } from './hidden-words.ts';
import { markedFields } from './marked-fields.ts';
import { markedEntries } from './marked-record.ts';
import { MARKS } from './marked-words.ts';
import { type MarkTable, markTable } from './may-show.ts';
import { type PrivatePlace, privatePlace, writeAll } from './private-place.ts';

/** In every field of the case, its document, and the label of its compartment. */
export const MARK = 'zarquillonbrook';
export const SECRETS = {
  passphrase: 'vellumquist',
  wrong: 'obbledrake',
  destroy: 'duskenmarrow',
  faulty: 'crankelvoort',
} as const;
const WORDS = [MARK, ...Object.values(SECRETS)];
/** The cheapest that is allowed: what is looked for is not how long a try takes. */
const CHEAP = { memoryKib: 65_536, passes: 1, lanes: 1 };

export interface SealedWalk {
  readonly place: PrivatePlace;
  readonly scanner: Scanner;
  readonly ids: LineIds & { readonly document: string };
  /** Everything found where nothing may be. */
  readonly found: FoundWord[];
  /** Marks of the record beside the cases. */
  readonly table: MarkTable;
  /** Texts that were looked through: outputs, errors, answers. */
  readonly looked: { outputs: number; answers: number };
  /** Fields of the case that carry the mark. */
  readonly fields: number;
}

/** Options by which the member opens the compartment. */
export const HERS: readonly string[] = ['--member-passphrase-file', 'hers'];

/** A passphrase with a secret word in it. */
export const phrase = (word: string): string => `seven ${word} over the mill`;

/** The record lies in a database instead of the vault. */
function inDatabase(place: PrivatePlace, address: string): PrivatePlace {
  const run: PrivatePlace['run'] = (args, options = {}) =>
    place.run(args, { ...options, env: { ...options.env, ONRECORD_DATABASE: address } });
  return { ...place, run };
}

/**
 * Puts a marked record into a vault, and marked notes beside it.
 *
 * @example
 * await fillMarked(await openVault(folder));
 */
export async function fillMarked({
  store,
  blobs,
  notes,
}: Pick<Vault, 'store' | 'blobs' | 'notes'>): Promise<void> {
  for (const entry of markedEntries()) {
    if (entry.body.action === 'source-captured' && entry.bytes !== undefined) await blobs.put(entry.bytes);
    await store.append([entry]);
  }
  for (const kind of ['draft', 'search', 'linkage'] as const)
    await notes.put({
      kind,
      name: `${MARKS.notes}name`,
      source: kind === 'draft' ? sampleId('source', 1) : null,
      body: JSON.stringify({ kept: `${MARKS.notes}${kind}`, at: `/?q=${MARKS.notes}words` }),
      at: '2031-04-03T08:00:00Z',
    });
}

/**
 * Makes the vault.
 *
 * @param database address of a PostgreSQL that is to hold the record; null: the vault holds it
 * @example
 * const walk = await fillSealed();
 */
export async function fillSealed(database: string | null = null): Promise<SealedWalk> {
  const scanner = scannerFor(WORDS);
  const plain = privatePlace(scanner);
  const place = database === null ? plain : inDatabase(plain, database);
  const write = (name: string, text: string): void =>
    writeFileSync(join(place.work, name), text, { mode: 0o600 });
  writeAll(place.work, canaryFiles());
  write('hers', `${phrase(SECRETS.passphrase)}\n`);
  write('wrong', `${phrase(SECRETS.wrong)}\n`);
  write('states.csv', 'state \\ answer,yes,no,all\nAldland,3,21,24\nBorland,14,9,23\nall,17,30,47\n');
  write('article.txt', 'The governor said that 12 weavers were held in Kessar. The mayor denied it.');
  await createVault(place.vault, { keys: { kind: 'none' }, database });
  const vault = await openVault(place.vault, { database });
  try {
    await fillMarked(vault);
    const made = await fillCases(vault, place.vault);
    const ids = {
      source: sampleId('source', 1),
      claim: sampleId('claim', 1),
      proposition: sampleId('proposition', 1),
      ...made.ids,
    };
    const looked = { outputs: 0, answers: 0 };
    return { place, scanner, ids, found: [], table: markTable(), looked, fields: made.fields };
  } finally {
    await vault.close();
  }
}

async function fillCases(vault: Vault, folder: string) {
  const desk: CaseDesk = {
    store: vault.store,
    blobs: vault.blobs,
    clock: () => new Date(),
    newId: idMaker((count) => randomBytes(count)),
    random: (count) => new Uint8Array(randomBytes(count)),
    members: openMemberFiles(join(folder, 'members')),
    pause: async () => undefined,
    passphraseWork: async () => CHEAP,
  };
  const passphrase = phrase(SECRETS.passphrase);
  await introduceMember(desk, { name: 'lena', passphrase, destroyPassphrase: phrase(SECRETS.destroy) });
  const me = await unlockMember(desk, null, { kind: 'passphrase', passphrase });
  await createCompartment(desk, me, `${MARK} families`);
  const room = await openCompartment(desk, me, null);
  const { fields, marked } = markedFields(createCase, caseOf(), MARK);
  const given = { ...fields, documents: [] };
  const [kept, gone] = [desk.newId('case'), desk.newId('case')];
  await saveCase(desk, room, { ...given, id: kept }, 0);
  const document = await attachDocument(desk, room, kept, {
    name: `${MARK}.txt`,
    mediaType: `text/${MARK}`,
    bytes: new TextEncoder().encode(`A letter of ${MARK}.`),
  });
  await saveCase(desk, room, { ...given, id: gone }, 0);
  await eraseCase(desk, room, gone, null);
  await flushReads(desk, room);
  room.lock();
  me.lock();
  return { ids: { sealedCase: String(kept), document: String(document.id) }, fields: marked.length };
}

/** A folder that the walk does not look through. */
export function apart(walk: SealedWalk, name: string): string {
  const folder = join(walk.place.work, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
