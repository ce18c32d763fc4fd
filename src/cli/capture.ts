/** `onrecord capture`: takes in files, folders, globs and standard input. */
import { openFiles, openReader } from '../compose.ts';
import { captureSources } from '../desk/capture-sources.ts';
import { captureReport } from './capture-report.ts';
import type { CommandFile } from './command.ts';
import { usageError } from './command.ts';
import { GIVEN_OPTIONS, givenOf } from './given-options.ts';
import { listenForStop } from './stop-signal.ts';

export const capture: CommandFile = {
  name: 'capture',
  summary: 'take in files, folders, globs or standard input',
  description:
    'Stores the bytes of every file, reads its text, and notes what the file says about itself. The same bytes are never stored twice. Ctrl-C stops after the current file; the same command goes on where it stopped. A file "report.html.yaml" or "report.yaml" beside "report.html" may say what the file does not: title, publisher, author, date, lang, url, kind, handling.',
  args: [['<input...>', 'files, folders, globs in quotes, or "-" for standard input']],
  options: [
    ...GIVEN_OPTIONS,
    ['--by <name>', 'who captures, as it will stand in the log (else ONRECORD_AGENT, else "machine")'],
    ['--max-mib <number>', 'refuse files larger than this many MiB (512 when not given)'],
  ],
  examples: [
    ['onrecord capture reports/', 'takes in a folder with all folders below it'],
    [
      'onrecord capture "saved/*.html" --publisher "The Valley Post" --lang en',
      'says what the files do not say',
    ],
    ['pbpaste | onrecord capture - --kind social-post', 'takes in standard input'],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const given = givenOf(options, new Date());
    const mostMib = mibOf(options.maxMib);
    const desk = await call.open('write');
    const report = captureReport(terminal, call.vault);
    const stop = listenForStop(() => report.stopping());
    const reader = await openReader();
    try {
      const files = await openFiles({ leaveOut: [desk.dir], mostMib });
      const agent = agentOf(options.by);
      const told = { files, reader, given, signal: stop.signal, ...(agent === null ? {} : { agent }) };
      for await (const event of captureSources(desk, call.args, told)) report.event(event);
    } catch (error) {
      report.broken();
      throw error;
    } finally {
      stop.release();
      await reader.close();
    }
    return report.end();
  },
};

function mibOf(value: unknown): number | null {
  if (value === undefined) return null;
  const mib = Number(value);
  if (!Number.isFinite(mib) || mib <= 0)
    throw usageError('--max-mib must be a number greater than 0', 'capture');
  return mib;
}

/** Capturing decides nothing, so the program's own name will do when none is given. */
function agentOf(by: unknown): string | null {
  const name = (typeof by === 'string' ? by : (process.env.ONRECORD_AGENT ?? '')).trim();
  return name === '' ? null : name;
}
