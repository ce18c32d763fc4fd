/**
 * Opens a backup as docs/methods/backup-format.md says, with none of this program's code: the runtime's ciphers, Argon2id
 * and the age library alone. What this test can read, a stranger can.
 */
import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashRawSync } from '@node-rs/argon2';
import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { ageSecret } from '../../crypto/age-file.ts';
import { restoreBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';
import { freshFolder } from './fixtures/fresh-folder.ts';
import {
  everythingOf,
  groupKey,
  inventedBytes,
  inventedText,
  PASSPHRASE,
} from './fixtures/invented-vault.ts';

const FIXTURE = join(import.meta.dirname, 'fixtures', 'backup-format-1.backup');

interface Wrapped {
  readonly wrapped: string;
  readonly key: Uint8Array;
  readonly context: string;
}

function unwrap({ wrapped, key, context }: Wrapped): Uint8Array {
  const bytes = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv('chacha20-poly1305', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context), { plaintextLength: bytes.length - 28 });
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

interface Envelope {
  readonly kdf: { memoryKib: number; passes: number; lanes: number; salt: string };
  readonly passphrase: string;
}

function masterOf(envelope: Envelope): Uint8Array {
  const { memoryKib, passes, lanes, salt } = envelope.kdf;
  const key = hashRawSync(PASSPHRASE.normalize('NFKC'), {
    algorithm: 2,
    memoryCost: memoryKib,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
    salt: Buffer.from(salt, 'base64'),
  });
  return unwrap({ wrapped: envelope.passphrase, key, context: 'onrecord/master-key/passphrase/v1' });
}

test('the backup of format 1 opens with the passphrase and public tools alone', async () => {
  const file = await readFile(FIXTURE);
  const [first, second] = file.toString('latin1', 0, 120).split('\n');
  expect(first).toBe('onrecord-backup 1');
  const [hash, length] = (second ?? '').split(' ');
  const start = `${first}\n${second}\n`.length;
  const description = file.subarray(start, start + Number(length));
  expect(createHash('sha256').update(description).digest('hex')).toBe(hash);
  const { protection } = JSON.parse(description.toString()) as { protection: { envelope: Envelope } };
  const secret = new Uint8Array(
    hkdfSync('sha256', masterOf(protection.envelope), '', 'onrecord/backup/v1', 32),
  );
  const kinds: Record<string, number> = {};
  let [at, previous, number] = [start + Number(length), '', 0];
  previous = createHash('sha256').update(file.subarray(0, at)).digest('hex');
  while (at < file.length) {
    number += 1;
    const head = file.toString('latin1', at, at + 47);
    const [, told, size, check] = head.trim().split(' ');
    expect(Number(told)).toBe(number);
    const fields = `onrecord-backup 1\n${head.slice(0, 29)}`;
    expect(createHash('sha256').update(fields).digest('hex').slice(0, 16)).toBe(check);
    const end = at + 47 + Number(size);
    const decrypter = new Decrypter();
    decrypter.addIdentity(ageSecret(secret));
    const plain = Buffer.from(await decrypter.decrypt(file.subarray(at + 47, end)));
    let line = plain.indexOf(10);
    expect(JSON.parse(plain.toString('utf8', 0, line))).toEqual({ segment: number, previous });
    for (let from = line + 1; from < plain.length; ) {
      line = plain.indexOf(10, from);
      const part = JSON.parse(plain.toString('utf8', from, line)) as {
        name: {
          kind: string;
          sha256?: string;
          salt?: string;
          agent: string;
          subject: string;
          commitment: string;
        };
        bytes: number;
      };
      const bytes = plain.subarray(line + 1, line + 1 + part.bytes);
      kinds[part.name.kind] = (kinds[part.name.kind] ?? 0) + 1;
      if (part.name.sha256 !== undefined)
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(part.name.sha256);
      if (part.name.kind === 'entry' && part.name.salt) {
        const { salt, agent, subject, commitment } = part.name;
        const opening = createHmac('sha256', Buffer.from(salt, 'hex')).update('onrecord/body/v1').digest();
        const text = `{"agent":${JSON.stringify(agent)},"body":${bytes},"subject":${JSON.stringify(subject)}}`;
        expect(createHmac('sha256', opening).update(text).digest('hex')).toBe(commitment);
      }
      from = line + 1 + part.bytes + 1;
    }
    previous = createHash('sha256').update(file.subarray(at, end)).digest('hex');
    at = end;
  }
  expect(kinds).toEqual({ text: 3, blob: 3, entry: 13, end: 2 });
});

test('the backup that was made with format 1 is restored by every later version', async () => {
  const folder = await freshFolder();
  const dir = join(folder, 'vault');
  let master = new Uint8Array(0);
  const report = await restoreBackup(FIXTURE, dir, {
    groupKey,
    master: async ({ protection }) => {
      if (protection.kind === 'none') return null;
      master = Uint8Array.from(masterOf(protection.envelope));
      return Uint8Array.from(master);
    },
  });
  expect(report).toMatchObject({ entries: 13, missing: [], fault: null, segments: 4 });
  expect(await everythingOf(dir, master)).toMatchObject({
    counts: { entries: 13, sources: 3, claims: { accepted: 2, rejected: 1 } },
    faults: [[], []],
  });
  const vault = await openVault(dir, { master, groupKey });
  const { sha256 } = (await vault.store.captures())[0] ?? {};
  expect(Buffer.from(sha256 === undefined ? [] : ((await vault.blobs.get(sha256)) ?? []))).toEqual(
    inventedBytes(1),
  );
  expect((await vault.store.search(inventedText(3).split(':')[0] ?? '', 5)).hits).toHaveLength(1);
  await vault.close();
});
