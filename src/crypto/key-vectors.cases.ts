/**
 * Published vectors for what the keys stand on, as functions that a test and a bench run: the age testkit
 * (C2SP/CCTV), Wycheproof (C2SP/wycheproof testvectors_v1) and RFC 9106 §5.3. They read `../shared/vectors`.
 */
import {
  argon2Sync,
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { hashRawSync } from '@node-rs/argon2';
import { armor, Decrypter } from 'age-encryption';
import { ageDecrypt } from './age-file.ts';
import { openWrappedKey, wrapKey } from './wrapped-key.ts';

/** How many vectors there were, how many gave what they should, and the names of those that did not. */
export interface VectorResult {
  readonly total: number;
  readonly passed: number;
  readonly failed: readonly string[];
}

function resultOf(outcomes: readonly (readonly [name: string, passed: boolean])[]): VectorResult {
  const failed = outcomes.filter(([, passed]) => !passed).map(([name]) => name);
  return { total: outcomes.length, passed: outcomes.length - failed.length, failed };
}

interface AgeVector {
  readonly name: string;
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
}

function readAgeVector(folder: string, name: string): AgeVector {
  const content = readFileSync(join(folder, name));
  const split = content.indexOf('\n\n');
  const meta = new Map<string, string[]>();
  for (const line of content.subarray(0, split).toString('utf8').split('\n')) {
    const [key = '', ...value] = line.split(': ');
    meta.set(key, [...(meta.get(key) ?? []), value.join(': ')]);
  }
  const stored = content.subarray(split + 2);
  return { name, meta, body: meta.has('compressed') ? inflateSync(stored) : stored };
}

async function withLibrary({ meta, body }: AgeVector): Promise<Uint8Array | null> {
  try {
    const decrypter = new Decrypter();
    for (const identity of meta.get('identity') ?? []) decrypter.addIdentity(identity);
    for (const passphrase of meta.get('passphrase') ?? []) decrypter.addPassphrase(passphrase);
    const file = meta.has('armored') ? armor.decode(Buffer.from(body).toString('latin1')) : body;
    return await decrypter.decrypt(file);
  } catch {
    return null;
  }
}

const BECH32 = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';

/** The 32 bytes of an identity text, or null for what is no X25519 identity in capitals. */
function secretOf(identity: string): Uint8Array | null {
  const [, words] = /^AGE-SECRET-KEY-1([A-Z0-9]{52})[A-Z0-9]{6}$/u.exec(identity) ?? [];
  if (words === undefined) return null;
  const bits = [...words].map((letter) => BECH32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from({ length: 32 }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  );
}

/** Our own reading: binary files for one X25519 identity; undefined where we read no such file. */
async function withOurs({ meta, body }: AgeVector): Promise<Uint8Array | null | undefined> {
  const [identity, second] = meta.get('identity') ?? [];
  const secret = identity === undefined || second !== undefined ? null : secretOf(identity);
  if (secret === null || meta.has('armored') || meta.has('passphrase')) return undefined;
  return ageDecrypt(body, secret);
}

function isAsExpected({ meta }: AgeVector, opened: Uint8Array | null): boolean {
  if (meta.get('expect')?.[0] !== 'success') return opened === null;
  return opened !== null && createHash('sha256').update(opened).digest('hex') === meta.get('payload')?.[0];
}

/**
 * The age testkit: every file through the library that we use, and through our own stanza and payload code wherever
 * the file is one that we read. Either disagreeing fails the vector.
 *
 * @param folder `…/vectors/age/age/testdata`
 */
export async function ageVectors(folder: string): Promise<VectorResult & { readonly throughOurs: number }> {
  const outcomes: (readonly [string, boolean])[] = [];
  let throughOurs = 0;
  for (const name of readdirSync(folder).toSorted()) {
    const vector = readAgeVector(folder, name);
    const ours = await withOurs(vector);
    if (ours !== undefined) throughOurs += 1;
    const oursRight = ours === undefined || isAsExpected(vector, ours);
    outcomes.push([name, oursRight && isAsExpected(vector, await withLibrary(vector))]);
  }
  return { ...resultOf(outcomes), throughOurs };
}

interface Wycheproof<Group, Test> {
  readonly numberOfTests: number;
  readonly testGroups: readonly (Group & {
    readonly tests: readonly (Test & {
      readonly tcId: number;
      readonly result: 'valid' | 'invalid' | 'acceptable';
    })[];
  })[];
}

function runWycheproof<Group, Test>(
  path: string,
  passes: (test: Test & { readonly result: string }, group: Group) => boolean,
): VectorResult {
  const file = JSON.parse(readFileSync(path, 'utf8')) as Wycheproof<Group, Test>;
  const outcomes = file.testGroups.flatMap((group) =>
    group.tests.map((test) => [`${test.tcId}`, passes(test, group)] as const),
  );
  if (outcomes.length !== file.numberOfTests) throw new Error(`${path} does not hold all its vectors`);
  return resultOf(outcomes);
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** Runs something that may throw; null when it does. */
function orNull<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/** Ed25519 verification by node:crypto. */
export function ed25519Vectors(folder: string): VectorResult {
  return runWycheproof<{ publicKeyDer: string }, { msg: string; sig: string }>(
    join(folder, 'ed25519_test.json'),
    ({ msg, sig, result }, { publicKeyDer }) => {
      const key = orNull(() => createPublicKey({ key: hex(publicKeyDer), format: 'der', type: 'spki' }));
      const good = key !== null && orNull(() => verify(null, hex(msg), key, hex(sig))) === true;
      return good === (result === 'valid');
    },
  );
}

/** X25519 by node:crypto: a share that gives the zero secret must be refused, all others must agree. */
export function x25519Vectors(folder: string): VectorResult {
  const privateDer = hex('302e020100300506032b656e04220420');
  const publicDer = hex('302a300506032b656e032100');
  return runWycheproof<unknown, { public: string; private: string; shared: string }>(
    join(folder, 'x25519_test.json'),
    (test) => {
      const shared = orNull(() =>
        diffieHellman({
          privateKey: createPrivateKey({
            key: Buffer.concat([privateDer, hex(test.private)]),
            format: 'der',
            type: 'pkcs8',
          }),
          publicKey: createPublicKey({
            key: Buffer.concat([publicDer, hex(test.public)]),
            format: 'der',
            type: 'spki',
          }),
        }),
      );
      return /^0+$/u.test(test.shared) ? shared === null : shared?.toString('hex') === test.shared;
    },
  );
}

interface AeadTest {
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
}

function openAead({ key, iv, aad, ct, tag }: AeadTest): string | null {
  return orNull(() => {
    const decipher = createDecipheriv('chacha20-poly1305', hex(key), hex(iv), { authTagLength: 16 });
    decipher.setAuthTag(hex(tag)).setAAD(hex(aad), { plaintextLength: ct.length / 2 });
    return Buffer.concat([decipher.update(hex(ct)), decipher.final()]).toString('hex');
  });
}

function sealAead({ key, iv, aad, msg }: AeadTest): string {
  const cipher = createCipheriv('chacha20-poly1305', hex(key), hex(iv), { authTagLength: 16 });
  cipher.setAAD(hex(aad), { plaintextLength: msg.length / 2 });
  return Buffer.concat([cipher.update(hex(msg)), cipher.final(), cipher.getAuthTag()]).toString('hex');
}

/** ChaCha20-Poly1305 by node:crypto, both ways; where the associated data are text, through `wrapKey` as well. */
export function chachaVectors(folder: string): VectorResult {
  return runWycheproof<{ ivSize: number }, AeadTest>(
    join(folder, 'chacha20_poly1305_test.json'),
    (test, { ivSize }) => {
      // A nonce of another length is refused before the cipher sees it: wrapped keys have one length only.
      if (ivSize !== 96) return test.result === 'invalid';
      const opened = openAead(test);
      if (test.result !== 'valid') return opened === null && isRefusedWrapped(test);
      return opened === test.msg && sealAead(test) === test.ct + test.tag && isSameWrapped(test);
    },
  );
}

function contextOf({ aad }: AeadTest): string | null {
  const text = hex(aad).toString('utf8');
  return Buffer.from(text, 'utf8').toString('hex') === aad ? text : null;
}

function isSameWrapped(test: AeadTest): boolean {
  const context = contextOf(test);
  if (context === null || test.msg === '') return true;
  const key = hex(test.key);
  const wrapped = wrapKey({ key, secret: hex(test.msg), context, nonce: hex(test.iv) });
  const opened = openWrappedKey({ wrapped, key, context });
  const same = Buffer.from(wrapped, 'base64').toString('hex') === test.iv + test.ct + test.tag;
  return same && opened !== null && Buffer.from(opened).toString('hex') === test.msg;
}

function isRefusedWrapped(test: AeadTest): boolean {
  const context = contextOf(test);
  if (context === null) return true;
  const wrapped = hex(test.iv + test.ct + test.tag).toString('base64');
  return openWrappedKey({ wrapped, key: hex(test.key), context }) === null;
}

/** HKDF-SHA256 by node:crypto. */
export function hkdfVectors(folder: string): VectorResult {
  return runWycheproof<unknown, { ikm: string; salt: string; info: string; size: number; okm: string }>(
    join(folder, 'hkdf_sha256_test.json'),
    ({ ikm, salt, info, size, okm, result }) => {
      const made = orNull(() => Buffer.from(hkdfSync('sha256', hex(ikm), hex(salt), hex(info), size)));
      return result === 'valid' ? made?.toString('hex') === okm : made === null;
    },
  );
}

/**
 * Argon2id. RFC 9106 §5.3 uses secret and associated data; the library takes a secret but no associated data, so the
 * vector itself runs on node:crypto (Node 24.7 and later), and the library must then give the same bytes as
 * node:crypto for the same input without associated data, for the cost of our vaults and for several lanes.
 */
export function argon2Vectors(): VectorResult {
  const same = [1, 2, 4].flatMap((lanes) =>
    [1, 3].map((passes) => [`${lanes} lanes, ${passes} passes`, isSameArgon2(lanes, passes)] as const),
  );
  return resultOf([['RFC 9106 §5.3', isRfc9106()], ...same]);
}

function isRfc9106(): boolean {
  const tag = argon2Sync('argon2id', {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    parallelism: 4,
    tagLength: 32,
    memory: 32,
    passes: 3,
  });
  return tag.toString('hex') === '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659';
}

function isSameArgon2(lanes: number, passes: number): boolean {
  const message = Buffer.from('пароль из слов', 'utf8');
  const nonce = Buffer.alloc(16, 9);
  const secret = Buffer.alloc(8, 3);
  const by = argon2Sync('argon2id', {
    message,
    nonce,
    secret,
    parallelism: lanes,
    tagLength: 32,
    memory: 65_536,
    passes,
  });
  const options = { algorithm: 2, version: 1, memoryCost: 65_536, timeCost: passes, parallelism: lanes };
  return hashRawSync(message, { ...options, outputLen: 32, salt: nonce, secret }).equals(by);
}
