/** Begins one epoch of the sample compartment after the other until it is killed; says each that is stored. */
import { COMPARTMENT, changed } from '../contract/sample-sealed.ts';
import { openVault } from '../vault.ts';

const [dir = ''] = process.argv.slice(2);
const vault = await openVault(dir);
for (let epoch = ((await vault.store.compartment(COMPARTMENT))?.epoch ?? 1) + 1; ; epoch += 1) {
  const keys = await vault.store.recordKeys(COMPARTMENT);
  const wrapped = Buffer.from(`epoch ${epoch}`).toString('base64');
  await vault.store.append([
    changed(
      epoch,
      ['lena'],
      keys.map((key) => ({ ...key, epoch, wrapped })),
    ),
  ]);
  process.stdout.write(`${epoch}\n`);
}
