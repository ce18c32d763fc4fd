/**
 * The log entries in a package: each leaf is rebuilt from what it commits to, and its place in the signed tree is
 * proved. Bytes are read once, in parts.
 */

import { leafText } from '../../crypto/log-leaf.ts';
import { parseTlogProof, verifyTlogProof } from '../../crypto/tlog-proof.ts';
import type { CheckedHead, PackageKeys } from './check-heads.ts';
import { committedAgrees } from './committed-agrees.ts';
import { type Opening, readOpening } from './opening.ts';
import { differs, type PackageCheck, pathsIn, textAt } from './package-check.ts';
import type { PackageEntry } from './package-report.ts';

interface Leaf {
  readonly text: string;
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly commitment: string;
  readonly bytesCommitment: string | null;
}

/** Checks every entry of the package; those whose leaf could be read. */
export async function checkEntries(
  check: PackageCheck,
  keys: PackageKeys,
  heads: readonly CheckedHead[],
): Promise<PackageEntry[]> {
  const entries: PackageEntry[] = [];
  for (const path of pathsIn(check, 'verify', '.leaf')) {
    const name = path.slice('verify/'.length, -'.leaf'.length);
    const leaf = await readLeaf(check, path);
    if (leaf === null) continue;
    const opening = await checkOpening(check, name, leaf);
    const times: string[] = [];
    for (const head of heads) {
      const proof = `${head.folder}/${name}.tlog-proof`;
      const isMain = head.folder === 'verify';
      if (!check.paths.has(proof) && !isMain) continue;
      if (await checkProof(check, { proof, leaf, keys, head })) times.push(...timesOf(head));
    }
    const { seq, at, action } = leaf;
    const [notLaterThan = null] = times.sort();
    if (notLaterThan !== null && at > notLaterThan)
      check.notes.push(
        `Entry ${seq} claims ${at}, but others saw it by ${notLaterThan}: the record’s clock was ahead.`,
      );
    const isOpen = opening !== null && opening.body !== null;
    entries.push({ name, seq, action, at, file: opening?.file ?? null, isOpen, notLaterThan });
  }
  return entries;
}

function timesOf({ stamps, witnesses }: CheckedHead): string[] {
  return [...stamps, ...witnesses].map(({ time }) => time);
}

async function readLeaf(check: PackageCheck, path: string): Promise<Leaf | null> {
  const text = await textAt(check, path);
  if (text === null) return null;
  const parts =
    /^\{"action":"([a-z-]+)","at":"([0-9TZ:.-]+)",(?:"bytes":"([0-9a-f]{64})",)?"commitment":"([0-9a-f]{64})","seq":([1-9][0-9]{0,15})\}$/.exec(
      text,
    );
  const [, action = '', at = '', bytes, commitment = '', seq = '0'] = parts ?? [];
  const leaf = { text, seq: Number(seq), at, action, commitment, bytesCommitment: bytes ?? null };
  if (parts !== null && leafText(leaf) === text) return leaf;
  differs(check, path, 'is not an entry of a log');
  return null;
}

async function checkOpening(check: PackageCheck, name: string, leaf: Leaf): Promise<Opening | null> {
  const path = `verify/${name}.opening.json`;
  const text = await textAt(check, path);
  if (text === null) return null;
  const opening = readOpening(text);
  if (opening === null) {
    differs(check, path, 'is not as an export writes it');
    return null;
  }
  const { file, bytesSalt, body, bodySalt } = opening;
  if (leaf.bytesCommitment !== null && file === null)
    differs(check, path, `names no file, but entry ${leaf.seq} commits to one`);
  if (file !== null && bytesSalt !== null)
    await committedAgrees(check, {
      path: file,
      key: bytesSalt,
      expected: leaf.bytesCommitment,
      seq: leaf.seq,
    });
  if (body !== null && bodySalt !== null)
    await committedAgrees(check, {
      path: `verify/${body}`,
      key: bodySalt,
      expected: leaf.commitment,
      seq: leaf.seq,
    });
  return opening;
}

async function checkProof(
  check: PackageCheck,
  { proof, leaf, keys, head }: { proof: string; leaf: Leaf; keys: PackageKeys; head: CheckedHead },
): Promise<boolean> {
  const text = await textAt(check, proof);
  if (text === null) return false;
  const wrong = (message: string): boolean => {
    differs(check, proof, message);
    return false;
  };
  const read = parseTlogProof(text);
  if (!read.ok) return wrong(read.faults.join(' '));
  if (read.proof.checkpoint !== head.note) return wrong(`is for another head than ${head.folder}/checkpoint`);
  if (read.proof.index !== leaf.seq - 1) return wrong(`is for another entry than ${leaf.seq}`);
  const verdict = verifyTlogProof({
    proof: read.proof,
    leafBytes: new TextEncoder().encode(leaf.text),
    verifiers: [keys.log, ...keys.witnesses],
  });
  return verdict.ok || wrong(`does not lead from entry ${leaf.seq} to the checkpoint: ${verdict.fault}`);
}
