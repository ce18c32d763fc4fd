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
        const say = (words: string): void => terminal.out(...para(words, terminal.paper));
        for (const fault of faults)
          terminal.out(...para(`✗ ${fault.check} ${fault.item}: ${fault.message}`, terminal.paper));
        const sum = `${counted(checked.captures, 'capture')}, ${counted(checked.texts, 'text')}, ${counted(checked.claims, 'claim')} and ${counted(checked.entries, 'log entry', 'log entries')} checked`;
        const found = `${counted(faults.length, 'difference')} found. Change nothing in this vault, compare it with a backup, and find out who could write to it.`;
        say(`${sum}: ${faults.length === 0 ? 'nothing differs.' : found}`);
        if (report.newerReader > 0)
          say(
            `${counted(report.newerReader, 'text')} ${report.newerReader === 1 ? 'was' : 'were'} read by another version of the reader: the texts were not compared.`,
          );
        if (head !== null && faults.length === 0)
          say(
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
