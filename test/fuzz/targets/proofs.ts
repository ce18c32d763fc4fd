/** What strangers hand in as proof: packages, bags, notes, proofs, time-stamps, age files, backups, keys. */
import { ageDecrypt, ageEncrypt } from '../../../src/crypto/age-file.ts';
import { parseCheckpoint } from '../../../src/crypto/checkpoint.ts';
import { unpad } from '../../../src/crypto/compartment/padding.ts';
import { parseMemberFile } from '../../../src/crypto/compartment/parse-member-file.ts';
import { readHead } from '../../../src/crypto/compartment/read-head.ts';
import {
  readCustodyCopy,
  readWrappedKey,
  readWrappedRecordKey,
} from '../../../src/crypto/compartment/read-wraps.ts';
import { readShare } from '../../../src/crypto/compartment/recovery-shares.ts';
import { parseEnvelope } from '../../../src/crypto/key-envelope.ts';
import { formatVkey, noteSigner, parseSkey, parseVkey } from '../../../src/crypto/note-key.ts';
import { readRecoveryKey } from '../../../src/crypto/recovery-key.ts';
import { sha256Hex } from '../../../src/crypto/sha256.ts';
import { openNote } from '../../../src/crypto/signed-note.ts';
import { decodeEntryBundle, decodeTile } from '../../../src/crypto/tiles.ts';
import { readPem } from '../../../src/crypto/timestamp/pem.ts';
import { timestampRequest } from '../../../src/crypto/timestamp/timestamp-request.ts';
import { readTimestampResponse } from '../../../src/crypto/timestamp/timestamp-response.ts';
import { verifyTimestamp } from '../../../src/crypto/timestamp/verify-timestamp.ts';
import { parseTlogProof } from '../../../src/crypto/tlog-proof.ts';
import { decodePeaks } from '../../../src/crypto/tree-peaks.ts';
import { readCheckpointFile } from '../../../src/crypto/witness-request.ts';
import { bagFilesInMemory } from '../../../src/exchange/bagit/bag-files.ts';
import { readBag } from '../../../src/exchange/bagit/read-bag.ts';
import { custodyPackage } from '../../../src/exchange/custody-package/custody-package.ts';
import { sampleParts } from '../../../src/exchange/custody-package/sample-package.cases.ts';
import { verifyPackage } from '../../../src/exchange/custody-package/verify-package.ts';
import { hasOpenssl, makeLocalAuthority } from '../../../src/intake/fixtures/local-authority.ts';
import { readNotes } from '../../../src/storage/backup/backed-notes.ts';
import {
  HEAD_BYTES,
  preambleOf,
  readPreamble,
  readSegmentHead,
  segmentHead,
} from '../../../src/storage/backup/backup-format.ts';
import { linkLine, partLine, readSegment } from '../../../src/storage/backup/segment-records.ts';
import { type FuzzTarget, inputs, jsonIn, type ReadInput, textIn, told } from '../fuzz-target.ts';

const SECRET = new Uint8Array(32).fill(5);
const NOTE_WORDS = [
  '\n',
  '\n\n',
  '— ',
  'tlog-proof@v1',
  'index ',
  'extra ',
  'onrecord/',
  '+',
  '=',
  ' ',
  '0\n',
  '18446744073709551616',
  'c2sp.org/tlog-proof@v1',
];

/** The whole package with one file bent: the first byte says which. */
async function packageReader(): Promise<ReadInput> {
  const whole = await custodyPackage(await sampleParts());
  const names = [...whole.keys()];
  return async (bytes) => {
    const files = new Map(whole);
    const bent = names[(bytes[0] ?? 0) % names.length] ?? 'bagit.txt';
    files.set(bent, bytes.subarray(1));
    const report = await verifyPackage(bagFilesInMemory(files), { logKey: null, rootsPem: null });
    return [...report.notes, ...report.faults.map(({ path, message }) => `${path} ${message}`)];
  };
}

async function packageSeeds(): Promise<readonly Uint8Array[]> {
  const whole = await custodyPackage(await sampleParts());
  return [...whole.values()]
    .map((bytes, at) => Buffer.concat([Buffer.of(at), bytes]))
    .filter(({ length }) => length < 20_000);
}

function readNoteLike(bytes: Uint8Array): readonly string[] {
  const text = textIn(bytes);
  const signer = noteSigner('log.example.org/northwind', new Uint8Array(32).fill(7));
  const verifier = parseVkey(formatVkey(signer));
  const sentences: string[] = [];
  const keep = (read: object): void => {
    for (const key of ['fault', 'message'] as const) {
      const said = (read as Record<string, unknown>)[key];
      if (typeof said === 'string') sentences.push(said);
    }
  };
  if (verifier.ok) keep(openNote(bytes, [verifier.key]));
  keep(parseCheckpoint(text));
  keep(parseTlogProof(bytes));
  keep(readCheckpointFile(bytes));
  keep(parseVkey(text));
  keep(parseSkey(text));
  keep(decodeTile(bytes));
  keep(decodeEntryBundle(bytes));
  decodePeaks(bytes.length, text);
  return sentences;
}

async function readTimestamp(bytes: Uint8Array): Promise<readonly string[]> {
  const { failure, token } = readTimestampResponse(bytes);
  const verdict = await verifyTimestamp({ token: token ?? bytes, message: SECRET, roots: [] });
  const pem = readPem(textIn(bytes));
  return [
    failure ?? '',
    ...(verdict.ok ? [] : verdict.faults),
    ...('fault' in pem ? [String(pem.fault)] : []),
  ];
}

function timestampSeeds(): readonly Uint8Array[] {
  if (!hasOpenssl()) return inputs('0');
  const authority = makeLocalAuthority('fuzz');
  const request = timestampRequest({ message: SECRET, nonce: SECRET.subarray(0, 8), certReq: true });
  return [authority.answer(request), Buffer.from(authority.rootPem)];
}

function readKeyLike(bytes: Uint8Array): readonly string[] {
  const text = textIn(bytes);
  const sentences: string[] = [];
  const keep = (read: unknown): void => {
    if (typeof read !== 'object' || read === null) return;
    const { fault, message, faults } = read as Record<string, unknown>;
    for (const one of [fault, message]) if (typeof one === 'string') sentences.push(one);
    if (Array.isArray(faults))
      for (const one of faults) sentences.push(typeof one === 'string' ? one : (told([one])[0] ?? ''));
  };
  keep(readRecoveryKey(text));
  keep(readShare(text));
  unpad(bytes);
  const json = jsonIn(bytes);
  if (json === null) return sentences;
  for (const read of [
    parseEnvelope,
    parseMemberFile,
    readHead,
    readWrappedKey,
    readCustodyCopy,
    readWrappedRecordKey,
  ])
    keep(read(json.value));
  return sentences;
}

function readBackupLike(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes);
  const preamble = readPreamble(buffer);
  if (buffer.length >= HEAD_BYTES) readSegmentHead(buffer.subarray(0, HEAD_BYTES));
  readSegment(bytes);
  readNotes(bytes);
  return preamble.ok ? [] : [preamble.fault];
}

export const PROOF_TARGETS: readonly FuzzTarget[] = [
  {
    name: 'package',
    words: [
      ...NOTE_WORDS,
      'BagIt-Version: 1.0',
      'data/',
      '../',
      '%0A',
      'Payload-Oxum: ',
      '"seq":',
      '"leaf":',
      'SHA256',
      '{',
      '[',
      'null',
    ],
    seeds: packageSeeds,
    open: packageReader,
  },
  {
    name: 'bag',
    words: [
      'BagIt-Version: 1.0\n',
      'BagIt-Version: 0.97\n',
      'Tag-File-Character-Encoding: UTF-8\n',
      'Tag-File-Character-Encoding: UTF-16\n',
      'data/',
      '../',
      '%0A',
      '%25',
      'Payload-Oxum: 1.1\n',
      '  ',
      '\t',
      '\r',
    ],
    seeds: async () =>
      inputs(
        'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
        '1c7a1ab4c1e4d0f2b1f5e5bb4ad10a6b8b4a2a3e3f8f4f4d3b3f0e9d0c2b1a09  data/a.txt\n',
        'Bagging-Date: 2021-05-02\nPayload-Oxum: 6.1\nContact-Name: R. Okafor\n  and another line\n',
      ),
    open: async () => async (bytes) => {
      const declared = Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
      const files = new Map<string, Uint8Array>([
        ['bagit.txt', bytes[0] === 66 && bytes[3] === 73 ? bytes : declared],
        ['data/a.txt', Buffer.from('eleven')],
        ['manifest-sha256.txt', bytes],
        ['bag-info.txt', bytes],
      ]);
      const report = await readBag(bagFilesInMemory(files));
      return JSON.stringify(report).length > 0 ? [] : [];
    },
  },
  {
    name: 'notes-and-proofs',
    words: NOTE_WORDS,
    seeds: async () => {
      const whole = await custodyPackage(await sampleParts());
      return [...whole]
        .filter(([path]) => /checkpoint|proof|\.pub|vkey|log/u.test(path))
        .map(([, bytes]) => bytes)
        .filter(({ length }) => length < 8_000);
    },
    open: async () => readNoteLike,
  },
  {
    name: 'timestamps',
    words: [
      '0\x82',
      '\x30\x80',
      '\x06\x09',
      '\x02\x01',
      '\x04\x20',
      '\xa0\x82',
      '\x18\x0f',
      '-----BEGIN CERTIFICATE-----\n',
      '-----END CERTIFICATE-----\n',
    ],
    seeds: async () => timestampSeeds(),
    open: async () => readTimestamp,
  },
  {
    name: 'age-files',
    words: ['age-encryption.org/v1\n', '-> X25519 ', '-> scrypt ', '--- ', '\n', '='],
    seeds: async () => [
      await ageEncrypt(Buffer.from('eleven'), SECRET),
      await ageEncrypt(new Uint8Array(70_000), SECRET),
    ],
    open: async () => async (bytes) => {
      await ageDecrypt(bytes, SECRET);
      return [];
    },
  },
  {
    name: 'keys-and-heads',
    words: [
      '{',
      '}',
      '"',
      'null',
      '[',
      '"format":',
      '"members":',
      '"keys":',
      '"sign":',
      '"slots":',
      '"epoch":',
      '-',
      'O',
      'I',
      ' ',
      '0000',
    ],
    seeds: async () =>
      inputs(
        '{"kdf":{"name":"argon2id","memoryKib":65536,"passes":1,"lanes":1,"salt":"AAAA"},"wrapped":"AAAA","recovery":"AAAA"}',
        '{"compartment":"north","epoch":1,"previous":null,"members":[{"name":"lena","keys":{"sign":"eReVWK9G6MseZ0ZqlXC0cL1SfG4tBh5nCdoXasRXa6s=","receive":"+dLhtSSlrWdhL1qmkdM5MTYXXVS6wnVMOSdPAhx7VzA="},"role":"admin"}],"by":"lena","signature":"AAAA"}',
        'H764-0VZH-B9YS-GECB-1P3E-RQE4-3KVT-98A1',
      ),
    open: async () => readKeyLike,
  },
  {
    name: 'backups',
    words: [
      'onrecord-backup 1\n',
      'segment 00000001 ',
      '{"segment":1,"previous":"',
      '{"name":{"kind":"text","sha256":"ab"},"size":4,"from":0,"bytes":4}\n',
      '\n',
      '99999999999',
    ],
    seeds: async () => [
      preambleOf('{"format":"onrecord-vault"}'),
      segmentHead({ number: 1, length: 4711 }),
      Buffer.concat([
        linkLine({ segment: 1, previous: 'ab'.repeat(32) }),
        partLine({
          name: { kind: 'text', sha256: sha256Hex('four') },
          size: 4,
          from: 0,
          bytes: Buffer.from('four'),
        }),
        Buffer.from('four\n'),
      ]),
    ],
    open: async () => readBackupLike,
  },
];
