/** `onrecord worker`: does the jobs of the queue, on this machine. */
import { jobTools } from '../compose.ts';
import { addForgotten } from '../desk/jobs/add-jobs.ts';
import { runJob } from '../desk/jobs/run-job.ts';
import { untilOutgrown } from '../desk/jobs/until-outgrown.ts';
import { JOB_KINDS, type JobEvent, type JobKind } from '../desk/ports/job-queue.ts';
import { type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { OPERATIONS, operationsOf } from './operations-options.ts';
import { listenForStop } from './stop-signal.ts';
import { threadsOf } from './threads-option.ts';
import { counted, para } from './words.ts';

export const worker: CommandFile = {
  name: 'worker',
  summary: 'do the jobs that wait: take in, read, trace, link',
  description:
    'Takes jobs from the queue and does them, one after another, until it is told to stop: takes in files that were handed in, has texts read, traces reports, links the people on lists. With a record in PostgreSQL any number of workers on any number of machines share the queue; each needs the folder of the vault, which keeps keys and bytes. Files are taken in and texts read by all of them at once, many files in one step; what was named by another meanwhile is not named twice. One traces at a time. With --only a worker takes jobs of some kinds alone. A worker that is killed does no harm: another takes its job after a moment, and what it had done is not done twice. Ctrl-C or SIGTERM ends the step under way, keeps what was done, and leaves the rest to others; a second one ends at once. Every line on standard output is one JSON object about one job: its number, kind, state and how long it took; never a word of a source. With --operations a port of this machine answers /health and /metrics. With --once it ends when nothing waits any more, with exit code 3 when a job failed.',
  args: [],
  options: [
    ['--once', 'end when nothing waits any more'],
    ['--only <kinds>', 'take these kinds alone: intake, propose, trace, link, with commas between'],
    OPERATIONS,
    ['--threads <n>', 'threads that read and compare, 64 at most (else one for each core)'],
  ],
  examples: [
    ['onrecord worker', 'works until Ctrl-C'],
    ['onrecord worker --once', 'does what waits'],
  ],
  usesVault: true,
  async run(call) {
    const { terminal, options } = call;
    const threads = threadsOf(options, 'worker');
    const kinds = kindsOf(options.only);
    const desk = await call.open('work');
    const { queue, spool } = await desk.openJobs();
    const tools = jobTools(desk, spool, threads);
    const stop = listenForStop(() => terminal.err('Stopping: what was done is kept …'));
    const operations = await operationsOf(options, { desk, queue, name: 'worker' });
    const failed = new Set<string>();
    const outgrown = new AbortController();
    stop.signal.addEventListener('abort', () => operations?.drain(), { once: true });
    try {
      const forgotten = await addForgotten(spool, queue);
      if (forgotten > 0)
        terminal.err(...para(`${counted(forgotten, 'file')} that had no job got one.`, terminal.paper));
      await queue.work(
        untilOutgrown((work, signal) => runJob(desk, work, tools, signal), outgrown),
        {
          signal: AbortSignal.any([stop.signal, outgrown.signal]),
          untilEmpty: options.once === true,
          kinds,
          onEvent: (event) => {
            if (event.state === 'failed') failed.add(event.id);
            if (event.state === 'done') failed.delete(event.id);
            operations?.job(event);
            terminal.out(JSON.stringify(lineOf(event, new Date())));
          },
        },
      );
      if (outgrown.signal.aborted) throw outgrown.signal.reason;
      return failed.size > 0 && options.once === true ? EXIT.someFailed : EXIT.ok;
    } finally {
      stop.release();
      await operations?.close();
      await tools.close();
      await queue.close();
    }
  },
};

function kindsOf(only: unknown): readonly JobKind[] {
  if (typeof only !== 'string') return JOB_KINDS;
  return only.split(',').map((word) => {
    const kind = JOB_KINDS.find((each) => each === word.trim());
    if (kind === undefined) throw usageError(`--only takes ${JOB_KINDS.join(', ')}`, 'worker');
    return kind;
  });
}

function lineOf({ id, kind, attempt, state, took, fault }: JobEvent, at: Date) {
  const ms = Math.round(took);
  return { at: at.toISOString(), job: id, kind, attempt, state, ms, ...(fault === null ? {} : { fault }) };
}
