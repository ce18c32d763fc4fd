/**
 * Runs as a process of its own: stores invented sources one after the other in an encrypted vault, and says
 * `stored NUMBER` for each.
 *
 *   node src/storage/crash/source-loop.ts VAULT MASTER-HEX FIRST COUNT
 */
import { writeSync } from 'node:fs';
import { sha256Hex } from '../../crypto/sha256.ts';
import { captured } from '../contract/sample-record.ts';
import { openVault } from '../vault.ts';

const [, , dir = '', hex = '', first = '1', count = '1'] = process.argv;
const vault = await openVault(dir, { master: Uint8Array.from(Buffer.from(hex, 'hex')) });
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const text = `Report ${number}: ${'the ferry was stopped near the old mill. '.repeat(40)}`;
  const bytes = Buffer.from(`<p>${text}</p>`);
  await vault.blobs.put(bytes);
  const capture = { sha256: sha256Hex(bytes), size: bytes.length };
  await vault.store.append([{ ...captured(number, text, { source: { publisher: null }, capture }), bytes }]);
  writeSync(1, `stored ${number}\n`);
}
await vault.close();
