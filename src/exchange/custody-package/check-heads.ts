/**
 * The signed heads of the log in a package: the log's key, its signature, the witnesses', the time-stamps over them.
 * A second head of the same size with another root is a fork and told as such.
 */
import { parseCheckpoint } from '../../crypto/checkpoint.ts';
import { ED25519_COSIGNATURE, ED25519_NOTE, type NoteVerifier, parseVkey } from '../../crypto/note-key.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { encodeBase64 } from '../../crypto/strict-base64.ts';
import { verifyTimestamp } from '../../crypto/timestamp/verify-timestamp.ts';
import { cutCheckpoint } from './cut-checkpoint.ts';
import { publicKeyPem } from './log-key-pem.ts';
import { bytesAt, differs, type PackageCheck, pathsIn, textAt } from './package-check.ts';
import type { PackageHead, PackageStamp } from './package-report.ts';

/** The keys in the package that could be read. */
export interface PackageKeys {
  readonly log: NoteVerifier;
  /** As it is written. */
  readonly vkey: string;
  readonly witnesses: readonly NoteVerifier[];
}

/** A head whose signatures hold. */
export interface CheckedHead extends PackageHead {
  /** The whole note. */
  readonly note: string;
  /** Base64. */
  readonly root: string;
}

/** Reads the keys; null, with faults, when the log's is not there. */
export async function readKeys(check: PackageCheck): Promise<PackageKeys | null> {
  const vkey = (await textAt(check, 'verify/log.vkey'))?.replace(/\n$/, '') ?? null;
  if (vkey === null) return null;
  const log = parseVkey(vkey);
  if (!log.ok || log.key.type !== ED25519_NOTE) {
    differs(check, 'verify/log.vkey', 'is not the key of a log');
    return null;
  }
  if (check.trust.logKey === null)
    check.notes.push(
      'The log’s key comes from the package itself: hold it against one that you got another way.',
    );
  else if (check.trust.logKey.trim() !== vkey)
    differs(check, 'verify/log.vkey', 'is not the key that you gave');
  const pem = await textAt(check, 'verify/log-key.pub');
  if (pem !== null && pem !== publicKeyPem(log.key.publicKey))
    differs(check, 'verify/log-key.pub', 'is not the key in verify/log.vkey');
  const witnesses: NoteVerifier[] = [];
  for (const path of pathsIn(check, 'verify/witnesses', '.vkey')) {
    const read = parseVkey((await textAt(check, path))?.replace(/\n$/, '') ?? '');
    if (!read.ok || read.key.type !== ED25519_COSIGNATURE)
      differs(check, path, 'is not the key of a witness');
    else if (witnesses.some(({ name, keyId }) => name === read.key.name && keyId === read.key.keyId))
      differs(check, path, 'is in the package twice');
    else witnesses.push(read.key);
  }
  return { log: log.key, vkey, witnesses };
}

/** Checks every head of the package; those whose signatures hold, the main one first. */
export async function checkHeads(check: PackageCheck, keys: PackageKeys): Promise<CheckedHead[]> {
  const folders = new Set(
    [...check.paths].flatMap((path) => /^verify\/anchors\/[^/]+(?=\/)/.exec(path) ?? []).sort(),
  );
  const heads: CheckedHead[] = [];
  for (const folder of ['verify', ...folders]) {
    const head = await checkHead(check, keys, folder);
    if (head === null) continue;
    const fork = heads.find(({ size, root }) => size === head.size && root !== head.root);
    if (fork !== undefined)
      differs(check, `${folder}/checkpoint`, `contradicts ${fork.folder}/checkpoint: the log was forked`);
    heads.push(head);
  }
  return heads;
}

async function checkHead(
  check: PackageCheck,
  keys: PackageKeys,
  folder: string,
): Promise<CheckedHead | null> {
  const path = `${folder}/checkpoint`;
  const note = await textAt(check, path);
  if (note === null) return null;
  const opened = openNote(note, [keys.log, ...keys.witnesses]);
  if (!opened.ok) {
    differs(check, path, `does not hold: ${opened.fault}`);
    return null;
  }
  const read = parseCheckpoint(opened.text);
  const isOfLog = opened.signatures.some(({ type }) => type === ED25519_NOTE);
  if (!read.ok || !isOfLog || read.checkpoint.origin !== keys.log.name) {
    differs(check, path, read.ok ? 'is not signed by the log that it names' : read.faults.join(' '));
    return null;
  }
  if (folder === 'verify') await checkCut(check, note, keys.log);
  const { origin, size, root } = read.checkpoint;
  const witnesses = opened.signatures.flatMap(({ name, time }) =>
    time === null ? [] : [{ name, time: new Date(time * 1000).toISOString() }],
  );
  const stamps = await checkStamps(check, folder, note);
  return { folder, origin, size, root: encodeBase64(root), note, stamps, witnesses };
}

async function checkCut(check: PackageCheck, note: string, log: NoteVerifier): Promise<void> {
  const cut = cutCheckpoint(note, log);
  const body = await textAt(check, 'verify/checkpoint.body');
  if (body !== null && body !== cut?.body)
    differs(check, 'verify/checkpoint.body', 'is not the text of verify/checkpoint');
  const signature = await bytesAt(check, 'verify/checkpoint.sig');
  if (signature !== null && (cut === null || encodeBase64(signature) !== encodeBase64(cut.signature)))
    differs(check, 'verify/checkpoint.sig', 'is not the signature in verify/checkpoint');
}

async function checkStamps(check: PackageCheck, folder: string, note: string): Promise<PackageStamp[]> {
  const tokens = pathsIn(check, `${folder}/timestamps`, '.tst');
  const stamps: PackageStamp[] = [];
  if (tokens.length === 0) return stamps;
  const inside = 'verify/timestamps/roots.pem';
  const roots = check.trust.rootsPem ?? (await textAt(check, inside));
  if (check.trust.rootsPem === null)
    check.notes.push(
      `The certificates that time-stamps rest on come from ${inside}: hold them against published ones.`,
    );
  const chain = check.paths.has('verify/timestamps/chain.pem')
    ? await textAt(check, 'verify/timestamps/chain.pem')
    : null;
  for (const file of tokens) {
    const token = await bytesAt(check, file);
    if (token === null || roots === null) continue;
    const verdict = await verifyTimestamp({
      token,
      message: new TextEncoder().encode(note),
      roots: [roots],
      intermediates: chain === null ? [] : [chain],
    });
    if (verdict.ok) stamps.push({ file, time: verdict.genTime, authority: verdict.authority });
    else differs(check, file, `does not hold: ${verdict.faults.join(' ')}`);
  }
  return stamps;
}
