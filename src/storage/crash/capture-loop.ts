/**
 * Runs as a process of its own in the crash tests: captures invented reports one after the other and says
 * `stored NUMBER` on standard output only when the store has said so.
 *
 *   node src/storage/crash/capture-loop.ts VAULT FIRST COUNT MASTER-KEY
 *
 * The key is hexadecimal, of a vault made for the test; "none" for one without encryption.
 */
import { writeSync } from 'node:fs';
import { sha256Hex } from '../../crypto/sha256.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import {
  captured,
  proposed,
  SAMPLE_ACTORS,
  sampleClaim,
  sampleId,
  sampleProposition,
} from '../contract/sample-record.ts';
import { openVault } from '../vault.ts';

const [, , dir = '', first = '1', count = '1', key = 'none'] = process.argv;

const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const vault = await openVault(dir, { master: key === 'none' ? null : Buffer.from(key, 'hex') });
  for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
    const text = `Report ${number}: ${'twelve fishermen were killed near the old mill. '.repeat(60)}`;
    await vault.blobs.put(Buffer.from(text));
    const passage = {
      textSha256: sha256Hex(text),
      start: 0,
      end: 6,
      exact: text.slice(0, 6),
      prefix: '',
      suffix: '',
    };
    const source = sampleId('source', number);
    const passages = [{ ...passage, capture: sampleId('capture', number) }];
    const claims = [1, 2, 3].map((n) => sampleClaim(number * 10 + n, { source, passages }));
    await vault.store.append([
      captured(number, text, { actors: SAMPLE_ACTORS, capture: { sha256: sha256Hex(text) }, bytes: text }),
      proposed({ claims, propositions: [sampleProposition(1)], capture: number }),
    ]);
    say(`stored ${number}`);
  }
  await vault.close();
} catch (error) {
  say(error instanceof OnRecordError ? `error ${error.code}` : `unexpected ${String(error)}`);
}
