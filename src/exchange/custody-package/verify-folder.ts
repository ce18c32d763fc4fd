/** What proves a package, laid out as `verify/`: keys, signed heads, time-stamps, entries with their openings and proofs. */
import { parseVkey } from '../../crypto/note-key.ts';
import { formatTlogProof } from '../../crypto/tlog-proof.ts';
import { cutCheckpoint } from './cut-checkpoint.ts';
import { publicKeyPem } from './log-key-pem.ts';
import type { NamedEntry } from './named-entry.ts';
import { writeOpening } from './opening.ts';
import type { PackagedHead, ProofParts } from './package-parts.ts';
import { safeFileName } from './safe-file-name.ts';
import { VERIFY_SCRIPT } from './verify-script/verify-script.ts';

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * Makes the folder.
 *
 * @param readMe content of its README.txt
 * @returns bytes by path from the package's folder
 * @throws TypeError when the checkpoint is not the log's, or a proof is missing
 * @example
 * verifyFolder(parts, entries, readMe(parts, entries)).has('verify/verify.sh'); // true
 */
export function verifyFolder(
  parts: ProofParts,
  entries: readonly NamedEntry[],
  readMe: string,
): ReadonlyMap<string, Uint8Array> {
  const key = parseVkey(parts.logKey);
  if (!key.ok) throw new TypeError(key.fault);
  const cut = cutCheckpoint(parts.head.checkpoint, key.key);
  if (cut === null) throw new TypeError('The checkpoint is not signed by the key of the log.');
  const texts = new Map<string, string>([
    ['README.txt', readMe],
    ['verify.sh', VERIFY_SCRIPT],
    ['log.vkey', `${parts.logKey}\n`],
    ['log-key.pub', publicKeyPem(key.key.publicKey)],
    ['checkpoint.body', cut.body],
  ]);
  if (parts.rootsPem !== '') texts.set('timestamps/roots.pem', parts.rootsPem);
  if (parts.chainPem !== '') texts.set('timestamps/chain.pem', parts.chainPem);
  for (const [index, witness] of parts.witnessKeys.entries()) {
    const name = safeFileName((witness.split('+')[0] ?? '').replaceAll('/', '-'));
    texts.set(`witnesses/${index + 1}-${name}.vkey`, `${witness}\n`);
  }
  for (const { name, entry, file } of entries) addEntry(texts, { name, entry, file });
  const files = new Map([...texts].map(([path, text]) => [`verify/${path}`, utf8(text)] as const));
  files.set('verify/checkpoint.sig', cut.signature);
  addHead(files, 'verify', { head: parts.head, entries, isWhole: true });
  for (const [index, head] of parts.anchors.entries())
    addHead(files, `verify/anchors/${index + 1}`, { head, entries, isWhole: false });
  return files;
}

function addEntry(texts: Map<string, string>, { name, entry, file }: NamedEntry): void {
  const body = entry.body === null ? null : `${name}.body.json`;
  texts.set(`${name}.leaf`, entry.leaf);
  if (body !== null && entry.body !== null) texts.set(body, entry.body.text);
  texts.set(
    `${name}.opening.json`,
    writeOpening({
      body,
      bodySalt: entry.body?.key ?? null,
      bytesSalt: file === null ? null : entry.bytesKey,
      file,
    }),
  );
}

function addHead(
  files: Map<string, Uint8Array>,
  folder: string,
  { head, entries, isWhole }: { head: PackagedHead; entries: readonly NamedEntry[]; isWhole: boolean },
): void {
  files.set(`${folder}/checkpoint`, utf8(head.checkpoint));
  for (const [index, token] of head.tokens.entries())
    files.set(`${folder}/timestamps/${index + 1}.tst`, token);
  for (const { name, entry } of entries) {
    const hashes = head.proofs.get(entry.seq);
    if (hashes === undefined) {
      if (isWhole) throw new TypeError(`There is no proof that entry ${entry.seq} is in the log.`);
      continue;
    }
    const proof = formatTlogProof({ index: entry.seq - 1, hashes, checkpoint: head.checkpoint, extra: null });
    files.set(`${folder}/${name}.tlog-proof`, utf8(proof));
  }
}
