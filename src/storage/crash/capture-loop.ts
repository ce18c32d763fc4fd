/**
 * Runs as a process of its own in the crash tests: captures invented reports one after the other and says
 * `stored NUMBER` on standard output only when the store has said so.
 *
 *   node src/storage/crash/capture-loop.ts VAULT FIRST COUNT MASTER-KEY
 *
 * The key is hexadecimal, of a vault made for the test; "none" for one without encryption.
 */
import { writeSync } from 'node:fs';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { loopReport } from '../contract/loop-report.ts';
import { openVault } from '../vault.ts';

const [, , dir = '', first = '1', count = '1', key = 'none'] = process.argv;

const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const vault = await openVault(dir, { master: key === 'none' ? null : Buffer.from(key, 'hex') });
  for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
    const { text, entries } = loopReport(number);
    await vault.blobs.put(Buffer.from(text));
    await vault.store.append(entries);
    say(`stored ${number}`);
  }
  await vault.close();
} catch (error) {
  say(error instanceof OnRecordError ? `error ${error.code}` : `unexpected ${String(error)}`);
}
