/**
 * An invented log with two sources, and the package made of them. Everybody and everything in it is made up.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { formatCheckpoint } from '../../crypto/checkpoint.ts';
import { openingKey } from '../../crypto/commitment.ts';
import { addCosignature } from '../../crypto/cosignature.ts';
import { committedText, leafText, sealEntry } from '../../crypto/log-leaf.ts';
import { leafHash } from '../../crypto/merkle.ts';
import { ED25519_COSIGNATURE, formatVkey, noteSigner } from '../../crypto/note-key.ts';
import { signNote } from '../../crypto/signed-note.ts';
import { inclusionProof, type ReadHashes, treeRoot } from '../../crypto/tree-proofs.ts';
import type { LocalAuthority } from './local-authority.cases.ts';
import type { PackagedHead, PackageParts, ProvenEntry } from './package-parts.ts';

export const LOG = noteSigner('log.example.org/northwind', new Uint8Array(32).fill(7));
export const WITNESS = noteSigner('witness.example.net/w1', new Uint8Array(32).fill(9), ED25519_COSIGNATURE);
const ENTRIES = 21;

export const LETTER = new TextEncoder().encode('They took eleven people from the mill on Monday.\n');
export const SCAN = Uint8Array.from({ length: 3_000 }, (_, i) => (i * 31) % 256);
/** Ids of the two sources. */
export const FIRST = 'src_00000000000000000000000001';
export const SECOND = 'src_00000000000000000000000002';

interface LoggedEntry {
  readonly entry: ProvenEntry;
  readonly leaf: string;
}

function logged(seq: number, bytes: Uint8Array | null, isOpen: boolean): LoggedEntry {
  const at = `2021-04-${String(seq).padStart(2, '0')}T08:00:00Z`;
  const action = bytes === null ? 'custody-recorded' : 'source-captured';
  const salt = seq.toString(16).padStart(64, '0');
  const head = { agent: 'R. Okafor', subject: FIRST };
  const body = canonicalJson({ action, note: `entry ${seq}` });
  const { commitment, bytesCommitment } = sealEntry({ seq, at, action, ...head, body, salt, bytes });
  const leaf = leafText({ seq, at, action, commitment, bytesCommitment });
  const opened = { key: openingKey(salt, 'body'), text: committedText(head, body) };
  return {
    leaf,
    entry: {
      seq,
      leaf,
      bytesKey: bytes === null ? null : openingKey(salt, 'bytes'),
      body: isOpen ? opened : null,
    },
  };
}

const CONTENT = new Map<number, Uint8Array>([
  [3, LETTER],
  [9, SCAN],
  [12, new Uint8Array(0)],
]);
const LOGGED = Array.from({ length: ENTRIES }, (_, index) =>
  logged(index + 1, CONTENT.get(index + 1) ?? null, index + 1 !== 9),
);

const read: ReadHashes = async (level, start, count) =>
  level === 0
    ? LOGGED.slice(start, start + count).map(({ leaf }) => leafHash(new TextEncoder().encode(leaf)))
    : [];

async function head(size: number, time: number | null, seqs: readonly number[]): Promise<PackagedHead> {
  const root = await treeRoot(size, read);
  const signed = signNote(formatCheckpoint({ origin: LOG.name, size, root, extensions: [] }), LOG);
  const cosigned = time === null ? null : addCosignature(signed, WITNESS, time);
  const checkpoint = cosigned?.ok === true ? cosigned.note : signed;
  const covered = seqs.filter((seq) => seq <= size);
  const proofs = await Promise.all(
    covered.map(async (seq) => [seq, await inclusionProof(seq - 1, size, read)] as const),
  );
  return { checkpoint, tokens: [], proofs: new Map(proofs) };
}

function entryAt(seq: number): ProvenEntry {
  const found = LOGGED[seq - 1];
  if (found === undefined) throw new TypeError(`The invented log has no entry ${seq}.`);
  return found.entry;
}

function custody(id: string): { txt: string; html: string; json: string } {
  return {
    txt: `Custody of ${id}\n`,
    html: `<!doctype html><title>${id}</title>\n`,
    json: `{"source":"${id}"}\n`,
  };
}

/** The parts of the package, without time-stamps. */
export async function sampleParts(): Promise<PackageParts> {
  const seqs = [3, 5, 9, 12];
  return {
    title: 'Statements about the mill',
    exportedAt: '2021-05-02T10:00:00Z',
    exportedBy: 'R. Okafor',
    to: 'Office of the prosecutor, Northwind',
    software: 'onrecord 0.0.0',
    logKey: formatVkey(LOG),
    witnessKeys: [formatVkey(WITNESS)],
    head: await head(ENTRIES, 1_620_000_000, seqs),
    anchors: [await head(10, null, seqs)],
    rootsPem: '',
    chainPem: '',
    sources: [
      {
        id: FIRST,
        title: 'A letter',
        originals: [
          { fileName: 'Письмо: (копия).txt', mediaType: 'text/plain', bytes: LETTER, entry: entryAt(3) },
          { fileName: 'con.txt', mediaType: 'text/plain', bytes: new Uint8Array(0), entry: entryAt(12) },
        ],
        text: 'They took eleven people from the mill on Monday.\n',
        custody: custody(FIRST),
        entries: [entryAt(5)],
      },
      {
        id: SECOND,
        title: 'A scan',
        originals: [
          { fileName: '../../scan 1.PDF', mediaType: 'application/pdf', bytes: SCAN, entry: entryAt(9) },
        ],
        text: null,
        custody: custody(SECOND),
        entries: [],
      },
    ],
  };
}

/** The parts with a token over each head. */
export function stampedParts(parts: PackageParts, authority: LocalAuthority): PackageParts {
  const stamped = (one: PackagedHead): PackagedHead => ({
    ...one,
    tokens: [authority.stamp(one.checkpoint)],
  });
  return {
    ...parts,
    head: stamped(parts.head),
    anchors: parts.anchors.map(stamped),
    rootsPem: authority.rootPem,
  };
}
