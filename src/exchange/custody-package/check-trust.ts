/**
 * What a reader brings along, held against the log of a package: heads that they kept, from which it must go on, and witnesses, one of
 * whom must have seen its entries. A log that is older than a head they know, or was signed anew, is refused: nothing here
 * decides in its favour.
 */
import { verifyConsistency } from '../../crypto/merkle.ts';
import { ED25519_COSIGNATURE, ED25519_NOTE, parseVkey } from '../../crypto/note-key.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { readCheckpointFile } from '../../crypto/witness-request.ts';
import type { CheckedHead, PackageKeys } from './check-heads.ts';
import { readConsistency } from './consistency-file.ts';
import { differs, type PackageCheck, pathsIn, textAt } from './package-check.ts';
import type { PackageEntry } from './package-report.ts';

const FOLDER = 'verify/consistency';

/** Checks the consistency proofs of a package, and all that the reader brings. */
export async function checkTrust(
  check: PackageCheck,
  keys: PackageKeys,
  { heads, entries }: { readonly heads: readonly CheckedHead[]; readonly entries: readonly PackageEntry[] },
): Promise<void> {
  const main = heads.find(({ folder }) => folder === 'verify') ?? null;
  const begins = main === null ? new Map<number, string>() : await provedBeginnings(check, main);
  if (main !== null)
    for (const head of heads)
      if (head.size < main.size && begins.has(head.size) && begins.get(head.size) !== hexOf(head.root))
        differs(
          check,
          `${head.folder}/checkpoint`,
          'is no beginning of verify/checkpoint: the log was forked',
        );
  for (const [index, text] of (check.trust.known ?? []).entries())
    knownHead(check, { text, index, main, begins, keys });
  witnesses(check, { heads, entries });
}

/** Roots by size of which the package proves that its log goes on from them. */
async function provedBeginnings(
  check: PackageCheck,
  main: CheckedHead,
): Promise<ReadonlyMap<number, string>> {
  const proved = new Map<number, string>([[main.size, hexOf(main.root)]]);
  for (const path of pathsIn(check, FOLDER, '.json')) {
    const file = readConsistency((await textAt(check, path)) ?? '');
    if (file === null || path !== `${FOLDER}/${file.size}.json`) {
      differs(check, path, 'is not a proof as an export writes it');
      continue;
    }
    const holds = verifyConsistency({
      size1: file.size,
      size2: main.size,
      root1: Buffer.from(file.root, 'hex'),
      root2: Buffer.from(main.root, 'base64'),
      proof: file.hashes,
    });
    if (holds) proved.set(file.size, file.root);
    else differs(check, path, 'does not prove that the log goes on from that head');
  }
  return proved;
}

interface KnownHead {
  readonly text: string;
  /** Which of those that were given, 0-based. */
  readonly index: number;
  readonly main: CheckedHead | null;
  readonly begins: ReadonlyMap<number, string>;
  readonly keys: PackageKeys;
}

function knownHead(check: PackageCheck, given: KnownHead): void {
  const fault = headFault(check, given);
  if (fault !== null) differs(check, 'verify/checkpoint', fault);
}

/** What is wrong with the package's head beside one that was kept; null: it goes on from it. */
function headFault(
  { trust: { known = [] } }: PackageCheck,
  { text, index, main, begins, keys }: KnownHead,
): string | null {
  const which = known.length === 1 ? 'the head that you kept' : `head ${index + 1} that you kept`;
  const read = readCheckpointFile(text);
  if (!read.ok) return `cannot be held against ${which}: it is no checkpoint`;
  const opened = openNote(read.note, [keys.log]);
  const isSigned = opened.ok && opened.signatures.some(({ type }) => type === ED25519_NOTE);
  const { origin, size, root } = read.checkpoint;
  if (!isSigned || origin !== keys.log.name) return `is not of the log that signed ${which} (${origin})`;
  if (main === null) return null;
  if (size > main.size)
    return `covers ${main.size} entries, ${which} covers ${size}: the package is cut from an older log, or from one that was signed anew. Ask for a new package`;
  const proved = begins.get(size);
  if (proved === undefined)
    return `covers ${main.size} entries, and nothing in the package proves that its log goes on from ${which} (${size} entries)`;
  return proved === Buffer.from(root).toString('hex')
    ? null
    : `contradicts ${which}: the first ${size} entries are other ones. The log was forked`;
}

function witnesses(
  check: PackageCheck,
  { heads, entries }: { readonly heads: readonly CheckedHead[]; readonly entries: readonly PackageEntry[] },
): void {
  const { witnessKeys = [] } = check.trust;
  if (witnessKeys.length === 0) return;
  const verifiers = witnessKeys.flatMap((vkey) => {
    const key = parseVkey(vkey.trim());
    if (key.ok && key.key.type === ED25519_COSIGNATURE) return [key.key];
    differs(check, '', 'cannot be held against a witness: what you gave is not the key of one');
    return [];
  });
  const seen = heads.filter(({ note }) => {
    const opened = openNote(note, verifiers);
    return opened.ok && opened.signatures.some(({ type }) => type === ED25519_COSIGNATURE);
  });
  const most = Math.max(0, ...seen.map(({ size }) => size));
  const unseen = entries.filter(({ seq }) => seq > most);
  if (unseen.length > 0)
    differs(
      check,
      'verify/checkpoint',
      `holds ${unseen.length === 1 ? `entry ${unseen[0]?.seq}` : `${unseen.length} entries`} that no witness you named has seen`,
    );
}

function hexOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex');
}
