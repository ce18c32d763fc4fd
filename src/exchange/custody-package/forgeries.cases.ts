/**
 * Packages that somebody changed on purpose and whose lists of checksums they wrote anew: only signatures, commitments
 * and proofs can show it. Each names what the script and the verifier must say.
 */

import { formatVkey, noteSigner } from '../../crypto/note-key.ts';
import { signNote } from '../../crypto/signed-note.ts';
import { writeBag } from '../bagit/write-bag.ts';
import { publicKeyPem } from './log-key-pem.ts';
import type { PackageParts } from './package-parts.ts';
import { FIRST, LOG, SECOND } from './sample-package.cases.ts';

type Files = ReadonlyMap<string, Uint8Array>;

export interface Forgery {
  readonly what: string;
  readonly forge: (files: Files, parts: PackageParts) => Promise<Files>;
  /** In the words of verify.sh. */
  readonly script: RegExp;
  /** In the words of verifyPackage. */
  readonly verifier: RegExp;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (files: Files, path: string): string => Buffer.from(files.get(path) ?? []).toString();

/** Writes the checksums anew over changed members; null takes a member away. */
export async function rebagged(
  files: Files,
  changes: Readonly<Record<string, Uint8Array | string | null>>,
): Promise<Files> {
  const all = new Map(files);
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) all.delete(path);
    else all.set(path, typeof content === 'string' ? utf8(content) : content);
  }
  const payload = [...all].filter(([path]) => path.startsWith('data/'));
  const tags = [...all].filter(
    ([path]) => !path.startsWith('data/') && !/^(bagit\.txt|bag-info\.txt|(tag)?manifest-)/.test(path),
  );
  return await writeBag({
    payload: new Map(payload.map(([path, bytes]) => [path.slice('data/'.length), bytes])),
    tagFiles: new Map(tags),
    baggingDate: '2031-05-02',
    info: [],
  });
}

const ORIGINAL = `data/sources/${FIRST}/original/original.txt`;
const LEAF = `verify/${FIRST}.leaf`;
const OTHER = noteSigner(LOG.name, new Uint8Array(32).fill(8));

function bodyOf(files: Files): string {
  return textOf(files, 'verify/checkpoint.body');
}

export const FORGERIES: readonly Forgery[] = [
  {
    what: 'another original',
    forge: (files) => rebagged(files, { [ORIGINAL]: 'They took nobody.\n' }),
    script: new RegExp(`verify/${FIRST}.leaf: entry 3 does not commit to ${ORIGINAL}`),
    verifier: new RegExp(`${ORIGINAL} is not what entry 3 of the log commits to`),
  },
  {
    what: 'another original beside the real one',
    forge: (files) => rebagged(files, { [`data/sources/${FIRST}/original/new.txt`]: 'They took nobody.\n' }),
    script: /original\/new\.txt is not what any entry of the log commits to/,
    verifier: /original\/new\.txt is not what any entry of the log commits to/,
  },
  {
    what: 'another time in the leaf',
    forge: (files) => rebagged(files, { [LEAF]: textOf(files, LEAF).replace('2021-04-03', '2021-04-01') }),
    script: new RegExp(`verify/${FIRST}.tlog-proof does not lead from entry 3 to the checkpoint`),
    verifier: new RegExp(`verify/${FIRST}.tlog-proof does not lead from entry 3 to the checkpoint`),
  },
  {
    what: 'another number in the leaf',
    forge: (files) => rebagged(files, { [LEAF]: textOf(files, LEAF).replace('"seq":3', '"seq":4') }),
    script: new RegExp(`verify/${FIRST}.tlog-proof does not lead`),
    verifier: new RegExp(`verify/${FIRST}.tlog-proof is for another entry than 4`),
  },
  {
    what: 'an opened body with other words',
    forge: (files) =>
      rebagged(files, {
        [`verify/${FIRST}.body.json`]: textOf(files, `verify/${FIRST}.body.json`).replace('Okafor', 'Nobody'),
      }),
    script: new RegExp(`verify/${FIRST}.leaf: entry 3 does not commit to`),
    verifier: new RegExp(`verify/${FIRST}.body.json is not what entry 3 of the log commits to`),
  },
  {
    what: 'a source without its entry',
    forge: (files) =>
      rebagged(files, {
        [`verify/${SECOND}.leaf`]: null,
        [`verify/${SECOND}.opening.json`]: null,
        [`verify/${SECOND}.tlog-proof`]: null,
        [`verify/anchors/1/${SECOND}.tlog-proof`]: null,
      }),
    script: new RegExp(`verify/${SECOND}.leaf is missing`),
    verifier: new RegExp(`verify/${SECOND}.leaf is missing`),
  },
  {
    what: 'an entry without its proof',
    forge: (files) => rebagged(files, { [`verify/${FIRST}.tlog-proof`]: null }),
    script: new RegExp(`verify/${FIRST}.tlog-proof is missing or wrong`),
    verifier: new RegExp(`verify/${FIRST}.tlog-proof is missing`),
  },
  {
    what: 'a head signed by another key of the same name',
    forge: (files) => rebagged(files, { 'verify/checkpoint': signNote(bodyOf(files), OTHER) }),
    script: /verify\/checkpoint is not signed by the log's key/,
    verifier: /verify\/checkpoint does not hold/,
  },
  {
    what: 'another key of the log beside the real head',
    forge: (files) => rebagged(files, { 'verify/log.vkey': `${formatVkey(OTHER)}\n` }),
    script: /verify\/log-key\.pub is not the key in verify\/log\.vkey/,
    verifier: /verify\/log-key\.pub is not the key in verify\/log\.vkey/,
  },
  {
    what: 'a PEM key that is not the log’s',
    forge: (files) => rebagged(files, { 'verify/log-key.pub': publicKeyPem(OTHER.publicKey) }),
    script: /verify\/log-key\.pub is not the key/,
    verifier: /verify\/log-key\.pub is not the key/,
  },
  {
    what: 'other halves of the head for people who check by hand',
    forge: (files) =>
      rebagged(files, { 'verify/checkpoint.body': bodyOf(files).replace('\n21\n', '\n22\n') }),
    script: /verify\/checkpoint\.body is not what verify\/checkpoint holds/,
    verifier: /verify\/checkpoint\.body is not the text of verify\/checkpoint/,
  },
  {
    what: 'a token over another head',
    forge: (files) =>
      rebagged(files, { 'verify/timestamps/1.tst': files.get('verify/anchors/1/timestamps/1.tst') ?? null }),
    script: /verify\/timestamps\/1\.tst is not a valid time-stamp of verify\/checkpoint/,
    verifier: /verify\/timestamps\/1\.tst does not hold: The token was given for other bytes/,
  },
  {
    what: 'a token that is none',
    forge: (files) => rebagged(files, { 'verify/timestamps/1.tst': Uint8Array.of(1, 2, 3) }),
    script: /verify\/timestamps\/1\.tst is not a time-stamp/,
    verifier: /verify\/timestamps\/1\.tst does not hold/,
  },
  {
    what: 'a cosignature that is not the witness’s',
    forge: (files) =>
      rebagged(files, {
        'verify/checkpoint': textOf(files, 'verify/checkpoint').replace(
          /(w1 .{40})./,
          (_, kept: string) => `${kept}A`,
        ),
      }),
    script: /verify\/checkpoint has a wrong signature of the witness/,
    verifier: /verify\/checkpoint does not hold: The signature of witness/,
  },
  {
    what: 'a key that opens nothing',
    forge: (files) =>
      rebagged(files, {
        [`verify/${FIRST}.opening.json`]: textOf(files, `verify/${FIRST}.opening.json`).replace(
          /"bytesSalt":"[0-9a-f]{64}"/,
          `"bytesSalt":"${'0'.repeat(64)}"`,
        ),
      }),
    script: new RegExp(`verify/${FIRST}.leaf: entry 3 does not commit to`),
    verifier: /is not what entry 3 of the log commits to/,
  },
  {
    what: 'an opening that points out of the package',
    forge: (files) =>
      rebagged(files, {
        [`verify/${FIRST}.opening.json`]: textOf(files, `verify/${FIRST}.opening.json`).replace(
          ORIGINAL,
          '../../../../etc/passwd',
        ),
      }),
    script: /\.\.\/\.\.\/\.\.\/\.\.\/etc\/passwd, which entry 3 commits to, is missing/,
    verifier: /\.\.\/\.\.\/\.\.\/\.\.\/etc\/passwd is missing, but entry 3 commits to it/,
  },
  {
    what: 'a list of files to fetch',
    forge: (files) =>
      rebagged(files, { 'verify/x': 'x' }).then(
        (bag) => new Map([...bag, ['fetch.txt', utf8('https://example.org/x - data/x\n')]]),
      ),
    script: /fetch\.txt asks to get files from the network/,
    verifier: /fetch\.txt asks to get files from the network/,
  },
];
