/**
 * Runs as a process of its own in the crash tests of backups: does one thing to a vault and says `started` before and
 * `done` after it on standard output.
 *
 *   node src/storage/crash/backup-step.ts STEP MASTER-HEX PATH…
 */
import { writeSync } from 'node:fs';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { backupVault } from '../backup/write-backup.ts';
import type { GroupKey } from '../projection/projection.ts';
import { rekeyVault } from '../rekey/rekey-vault.ts';
import { restoreBackup } from '../restore/restore-vault.ts';
import { openVault } from '../vault.ts';

const [, , step = '', hex = '', from = '', to = ''] = process.argv;
const master = Uint8Array.from(Buffer.from(hex, 'hex'));
const groupKey: GroupKey = ({ kind, measure, answer }) => `${kind}|${measure ?? ''}|${answer ?? ''}`;
const say = (line: string) => writeSync(1, `${line}\n`);

async function backup(): Promise<void> {
  const vault = await openVault(from, { master, groupKey });
  say('started');
  await backupVault(vault, to);
  await vault.close();
}

async function restore(): Promise<void> {
  say('started');
  await restoreBackup(from, to, { master: async () => Uint8Array.from(master), groupKey });
}

async function rekey(): Promise<void> {
  const recoveryKey = new Uint8Array(32).fill(7);
  const cost = { memoryKib: 65_536, passes: 1, lanes: 1 };
  say('started');
  await rekeyVault(from, {
    master,
    keys: { kind: 'encrypted', passphrase: to, recoveryKey, cost },
    groupKey,
  });
}

try {
  if (step === 'backup') await backup();
  else if (step === 'restore') await restore();
  else await rekey();
  say('done');
} catch (error) {
  say(error instanceof OnRecordError ? `error ${error.code}` : `unexpected ${String(error)}`);
}
