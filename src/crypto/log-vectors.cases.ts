/**
 * Published vectors of transparency logs, as functions that a test and a bench run. They read `../shared/vectors`:
 * `merkle` (transparency-dev/merkle testdata, Apache-2.0) and `tessera` (transparency-dev/tessera testdata/log,
 * Apache-2.0, with the public test key pair of its build_log.sh).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import type { VectorResult } from './key-vectors.cases.ts';
import { leafHash, sameBytes, verifyConsistency, verifyInclusion } from './merkle.ts';
import { parseSkey, parseVkey } from './note-key.ts';
import { openNote, signNote } from './signed-note.ts';
import {
  decodeEntryBundle,
  decodeTile,
  encodeEntryBundle,
  encodeTile,
  entriesPath,
  tilePath,
} from './tiles.ts';
import { EMPTY_PEAKS, pushLeaf, rootOfPeaks } from './tree-peaks.ts';
import { consistencyProof, inclusionProof, type ReadHashes, treeRoot } from './tree-proofs.ts';

/** Leaves of the largest tree in the tessera log; there is a checkpoint for each size from 0. */
const TESSERA_SIZE = 15;
const TESSERA_SKEY =
  'PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg';
const TESSERA_VKEY = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';

type Outcome = readonly [name: string, passed: boolean];

/** Counts outcomes. */
export function resultOf(outcomes: readonly Outcome[]): VectorResult {
  const failed = outcomes.filter(([, passed]) => !passed).map(([name]) => name);
  return { total: outcomes.length, passed: outcomes.length - failed.length, failed };
}

interface InclusionVector {
  readonly leafIdx: string;
  readonly treeSize: string;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface ConsistencyVector {
  readonly size1: string;
  readonly size2: string;
  readonly root1: string | null;
  readonly root2: string | null;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

/** Inclusion (98) and consistency (98) vectors, valid and mutated. */
export function merkleVectors(folder: string): VectorResult {
  const inclusion = vectorsIn(join(folder, 'testdata/inclusion')).map(([name, json]): Outcome => {
    const vector = json as InclusionVector;
    const good = verifyInclusion({
      index: BigInt(vector.leafIdx),
      size: BigInt(vector.treeSize),
      leafHash: bytes(vector.leafHash),
      proof: (vector.proof ?? []).map(bytes),
      root: bytes(vector.root),
    });
    return [name, good === !vector.wantErr];
  });
  const consistency = vectorsIn(join(folder, 'testdata/consistency')).map(([name, json]): Outcome => {
    const vector = json as ConsistencyVector;
    const good = verifyConsistency({
      size1: BigInt(vector.size1),
      size2: BigInt(vector.size2),
      root1: bytes(vector.root1),
      root2: bytes(vector.root2),
      proof: (vector.proof ?? []).map(bytes),
    });
    return [name, good === !vector.wantErr];
  });
  return resultOf([...inclusion, ...consistency]);
}

/** The 15 checkpoints with entries and the empty one: signature, re-signing to the same bytes, root three ways. */
export async function tesseraCheckpoints(folder: string): Promise<VectorResult> {
  const vkey = parseVkey(TESSERA_VKEY);
  const skey = parseSkey(TESSERA_SKEY);
  if (!vkey.ok || !skey.ok) return resultOf([['the key pair of build_log.sh', false]]);
  const outcomes: Outcome[] = [];
  for (const [size, note] of checkpointNotes(folder).entries()) {
    const opened = openNote(note, [vkey.key]);
    const read = opened.ok ? parseCheckpoint(opened.text) : null;
    const checkpoint = read?.ok === true ? read.checkpoint : null;
    const leaves = tileHashes(folder, size);
    const peaks = leaves.reduce((tree, leaf) => pushLeaf(tree, leaf).peaks, EMPTY_PEAKS);
    const same =
      checkpoint !== null &&
      checkpoint.size === size &&
      sameBytes(checkpoint.root, rootOfPeaks(peaks)) &&
      sameBytes(checkpoint.root, await treeRoot(size, readerOf(leaves))) &&
      signNote(formatCheckpoint(checkpoint), skey.key) === note;
    outcomes.push([`checkpoint.${size}`, same]);
  }
  return resultOf(outcomes);
}

/** The 15 hash tiles and 15 entry bundles: read, hashed, written again to the same bytes. */
export function tesseraTiles(folder: string): VectorResult {
  const log = join(folder, 'testdata/log');
  const outcomes: Outcome[] = [];
  for (let size = 1; size <= TESSERA_SIZE; size += 1) {
    const tile = readFileSync(join(log, tilePath(0, 0, size)));
    const bundle = readFileSync(join(log, entriesPath(0, size)));
    const hashes = decodeTile(tile, size);
    const entries = decodeEntryBundle(bundle, size);
    if (!hashes.ok || !entries.ok) {
      outcomes.push([`tile ${size}`, false], [`bundle ${size}`, false]);
      continue;
    }
    outcomes.push([`tile ${size}`, sameBytes(encodeTile(hashes.items), tile)]);
    const hashed = sameBytes(encodeTile(entries.items.map(leafHash)), tile);
    outcomes.push([`bundle ${size}`, hashed && sameBytes(encodeEntryBundle(entries.items), bundle)]);
  }
  return resultOf(outcomes);
}

/** Consistency of all 120 pairs of checkpoints 1 to 15, and inclusion of each entry in each tree (120). */
export async function tesseraProofs(folder: string): Promise<VectorResult> {
  const heads = checkpointNotes(folder).map(headOf);
  const leaves = tileHashes(folder, TESSERA_SIZE);
  const read = readerOf(leaves);
  const outcomes: Outcome[] = [];
  for (const older of heads.slice(1)) {
    for (const newer of heads.slice(older.size)) {
      const [size1, size2] = [older.size, newer.size];
      const proof = await consistencyProof(size1, size2, read);
      const good = verifyConsistency({ size1, size2, root1: older.root, root2: newer.root, proof });
      outcomes.push([`consistency ${size1} to ${size2}`, good]);
      const index = size1 - 1;
      const path = await inclusionProof(index, size2, read);
      const leaf = leaves[index] ?? new Uint8Array();
      const there = verifyInclusion({ index, size: size2, leafHash: leaf, proof: path, root: newer.root });
      outcomes.push([`inclusion of ${index} in ${size2}`, there]);
    }
  }
  return resultOf(outcomes);
}

/** Reads hashes from lists in memory: all levels are made from the leaf hashes. */
export function readerOf(leaves: readonly Uint8Array[]): ReadHashes {
  const levels = new Map<number, Uint8Array[]>([[0, [...leaves]]]);
  let tree = EMPTY_PEAKS;
  for (const leaf of leaves) {
    const pushed = pushLeaf(tree, leaf);
    tree = pushed.peaks;
    for (const { level, index, hash } of pushed.completed) {
      const hashes = levels.get(level) ?? [];
      hashes[index] = hash;
      levels.set(level, hashes);
    }
  }
  return async (level, start, count) => (levels.get(level) ?? []).slice(start, start + count);
}

function checkpointNotes(folder: string): readonly string[] {
  return Array.from({ length: TESSERA_SIZE + 1 }, (_, size) =>
    readFileSync(join(folder, `testdata/log/checkpoint.${size}`), 'utf8'),
  );
}

function headOf(note: string): Checkpoint {
  const read = parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
  if (!read.ok) throw new TypeError(read.faults.join(' '));
  return read.checkpoint;
}

function tileHashes(folder: string, size: number): readonly Uint8Array[] {
  if (size === 0) return [];
  const tile = decodeTile(readFileSync(join(folder, 'testdata/log', tilePath(0, 0, size))), size);
  return tile.ok ? tile.items : [];
}

/** Every JSON file below a folder. Bare numbers are read as text: some are beyond 2^53. */
function vectorsIn(folder: string): readonly (readonly [name: string, vector: unknown])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const json = readFileSync(join(folder, name), 'utf8').replaceAll(/(": )(-?\d+)/g, '$1"$2"');
      return [name, JSON.parse(json)] as const;
    });
}

function bytes(base64: string | null): Uint8Array {
  return new Uint8Array(Buffer.from(base64 ?? '', 'base64'));
}
