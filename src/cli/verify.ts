/** `onrecord verify`: checks every byte, text, passage and log entry. */
import { openReader } from '../compose.ts';
import { verifyVault } from '../desk/verify-vault.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { openProgress } from './progress.ts';
import { counted, para } from './words.ts';

export const verify: CommandFile = {
  name: 'verify',
  summary: 'check every byte, text and log entry',
  description:
    'Checks the whole vault: stored bytes against their hashes, the log against its chain, the tables against the log, the texts against the bytes they were read from, and every quoted passage against its text. Changes nothing. Exit code 6 when anything differs.',
  args: [],
  options: [],
  examples: [['onrecord verify --json', 'prints every difference for a program']],
  usesVault: true,
  async run(call) {
    const { terminal } = call;
    const desk = await call.open('read');
    const progress = openProgress(terminal, () => performance.now());
    const reader = await openReader();
    try {
      const report = await verifyVault(desk, {
        reader,
        onProgress: (done, total) => progress.tell(`${done} of ${total} captures checked`),
      });
      progress.end();
      const { checked, faults, head } = report;
      if (terminal.json) terminal.outJson({ ok: faults.length === 0, ...report });
      else {
        for (const fault of faults)
          terminal.out(...para(`✗ ${fault.check} ${fault.item}: ${fault.message}`, terminal.paper));
        const sum = `${counted(checked.captures, 'capture')}, ${counted(checked.texts, 'text')}, ${counted(checked.claims, 'claim')} and ${counted(checked.entries, 'log entry', 'log entries')} checked`;
        terminal.out(
          `${sum}: ${faults.length === 0 ? 'nothing differs.' : `${counted(faults.length, 'difference')} found. Restore from a backup, or keep this vault as it is and ask for help.`}`,
        );
        if (report.newerReader > 0)
          terminal.out(
            `${counted(report.newerReader, 'text')} were read by another version of the reader: their bytes are unchanged, their texts were not compared.`,
          );
        if (head !== null)
          terminal.out(
            `The log ends at entry ${head.seq}, ${head.entrySha256}. Keep this line elsewhere: it proves later that nothing was changed.`,
          );
      }
      return faults.length === 0 ? EXIT.ok : EXIT.differs;
    } finally {
      progress.end();
      await reader.close();
    }
  },
};
