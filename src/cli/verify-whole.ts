/** `onrecord verify` of the whole vault: once, once if due, or again and again; logged when asked. */

import type { OpenDesk, VerifyTools } from '../compose.ts';
import { MACHINE } from '../desk/desk.ts';
import { durationWords } from '../desk/duration-words.ts';
import { reviewerName } from '../desk/reviewer.ts';
import { fixityDue, logFixity } from '../desk/verify/log-fixity.ts';
import { type VerifyReport, verifyVault } from '../desk/verify-vault.ts';
import { type Call, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { byOf } from './figure-options.ts';
import { openProgress } from './progress.ts';
import { listenForStop, type StopSignal } from './stop-signal.ts';
import { briefLines, stageWords, vaultLines } from './verify-lines.ts';
import { hoursOf, repeatEvery } from './verify-watch.ts';
import { para } from './words.ts';

interface Checking {
  readonly call: Call;
  readonly desk: OpenDesk;
  readonly tools: VerifyTools;
  readonly stop: StopSignal;
  /** Name under which it is logged; null: it is not. */
  readonly agent: string | null;
}

/**
 * Checks the whole vault as the flags ask.
 *
 * @example
 * await verifyWhole(call, await verifyTools());
 */
export async function verifyWhole(call: Call, tools: VerifyTools): Promise<ExitCode> {
  const { terminal } = call;
  const [every, due] = [flagHours(call, 'watch'), flagHours(call, 'onceIfDue')];
  if (every !== null && due !== null)
    throw usageError('--watch repeats by itself; give --once-if-due without it', 'verify');
  const logs = call.options.log === true || every !== null || due !== null;
  const by = byOf(call.options);
  const agent = logs ? (by === null ? MACHINE : reviewerName(by)) : null;
  const desk = await call.open(logs ? 'write' : 'read');
  if (due !== null) {
    const { due: isDue, last } = await fixityDue(desk, due);
    if (!isDue) return notDue(call, last);
  }
  const stop = listenForStop(() => {
    if (!terminal.json) terminal.err('Stopping after this item …');
  });
  const checking: Checking = { call, desk, tools, stop, agent };
  try {
    if (every === null) return await checkOnce(checking);
    let worst: ExitCode = EXIT.ok;
    let first = true;
    const check = async (): Promise<void> => {
      const code = await checkOnce(checking, !first);
      first = false;
      if (code === EXIT.differs) worst = code;
      if (!terminal.json && !stop.signal.aborted)
        terminal.err(
          ...para(`Next check in ${durationWords(every * 3_600_000)}. Ctrl-C ends it.`, terminal.paper),
        );
    };
    await repeatEvery(every, check, { signal: stop.signal, now: () => desk.clock().getTime() });
    return worst;
  } finally {
    stop.release();
  }
}

function flagHours({ options }: Call, name: 'watch' | 'onceIfDue'): number | null {
  const value = options[name];
  if (value === undefined) return null;
  const hours = hoursOf(String(value));
  const flag = name === 'watch' ? '--watch' : '--once-if-due';
  if (hours === null) throw usageError(`${flag} takes a number of hours, at most a year of them`, 'verify');
  return hours;
}

function notDue({ terminal }: Call, last: string | null): ExitCode {
  if (terminal.json) terminal.outJson({ ok: true, checked: null, last });
  else
    terminal.out(
      ...para(`Not due: the last check was logged on ${last}. Nothing was checked.`, terminal.paper),
    );
  return EXIT.ok;
}

/** @param brief tell the result and what is wrong, nothing else */
async function checkOnce({ call, desk, tools, stop, agent }: Checking, brief = false): Promise<ExitCode> {
  const { terminal } = call;
  const progress = openProgress(terminal, () => performance.now());
  const reader = await tools.reader();
  let report: VerifyReport;
  try {
    report = await verifyVault(desk, {
      reader,
      publicRoots: await tools.publicRoots(),
      signal: stop.signal,
      onProgress: (stage) => progress.tell(stageWords(stage)),
    });
  } finally {
    progress.end();
    await reader.close();
  }
  const { faults, stopped } = report;
  const logged = agent === null || stopped ? null : (await logFixity(desk, report, agent)).seq;
  if (terminal.json) terminal.outJson({ ok: faults.length === 0 && !stopped, ...report, logged });
  else {
    terminal.out(...(brief ? briefLines(report, terminal.paper) : vaultLines(report, call, terminal.paper)));
    if (logged !== null) terminal.out(...para(`This check is entry ${logged} of the log.`, terminal.paper));
    else if (agent !== null) terminal.out(...para('It was stopped, and so is not logged.', terminal.paper));
  }
  if (faults.length > 0) return EXIT.differs;
  return stopped ? EXIT.someFailed : EXIT.ok;
}
