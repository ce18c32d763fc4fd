/** `onrecord doctor`: says whether this machine and vault are fit to work. */
import { loadExtractor, machineFacts } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import { examineMachine, examineVault, type Finding } from '../desk/examine-vault.ts';
import { examineJobs } from '../desk/jobs/examine-jobs.ts';
import type { CommandFile } from './command.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes.ts';
import { oneLine, wrap } from './paper.ts';

export const doctor: CommandFile = {
  name: 'doctor',
  summary: 'say whether this machine and vault are fit to work',
  description:
    'Looks at Node, the database engine, the free disk space and, when there is one, the vault: what is unread, what waits for review, whether it can be written, whether the object store that holds its bytes answers, and how a team stands that works on it. Quick; changes nothing. For a full check use verify.',
  args: [],
  options: [],
  examples: [['onrecord doctor', 'looks at this machine and ./onrecord-vault']],
  usesVault: true,
  async run(call) {
    const { terminal } = call;
    const findings: Finding[] = [...examineMachine(await machineFacts(call.vault))];
    let exit: ExitCode = findings.some(({ state }) => state === 'bad') ? EXIT.unexpected : EXIT.ok;
    try {
      const desk = await call.open('read');
      const { extractor } = await loadExtractor();
      const examined = await examineVault(desk, { dir: desk.dir, readOnly: desk.unwritable, extractor });
      findings.push(...examined.findings, ...examineJobs(await desk.listJobs(), Date.now()));
      findings.push(...((await desk.examineTeam()) ?? []));
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      const none = error.code === 'no-vault';
      findings.push({ state: none ? 'note' : 'bad', what: 'vault', message: error.message });
      if (!none) exit = exitCodeOf(error.code);
    }
    if (findings.some(({ what, state }) => what === 'log' && state === 'bad')) exit = EXIT.damaged;
    const away = findings.some(({ what, state }) => what === 'bytes' && state === 'bad');
    if (away && exit === EXIT.ok) exit = exitCodeOf('unreachable');
    if (terminal.json) terminal.outJson({ ok: exit === EXIT.ok, findings });
    else
      for (const one of findings)
        terminal.out(
          ...wrap(terminal.paper, oneLine(`${SIGNS[one.state]} ${one.what}: ${one.message}`), {
            first: '',
            rest: '    ',
          }),
        );
    return exit;
  },
};

const SIGNS: Readonly<Record<Finding['state'], string>> = { good: '✓', note: '!', bad: '✗' };
