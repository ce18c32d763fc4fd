/** `onrecord jobs`: what waits in the queue; hands work in. */
import { loadExtractor, openFiles } from '../compose.ts';
import { addWork, handIn } from '../desk/jobs/add-jobs.ts';
import { JOB_KINDS, type ListedJob } from '../desk/ports/job-queue.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { GIVEN_OPTIONS, givenOf } from './given-options.ts';
import { placeFlags } from './place-flags.ts';
import { counted, para } from './words.ts';

export const jobs: CommandFile = {
  name: 'jobs',
  summary: 'what waits for a worker; hand files and work in',
  description:
    'Shows the queue of jobs, or adds to it; onrecord worker does them. Without a word, or with list, every job that waits, runs or has failed is shown; those that are done are not: what they did is in the record. add intake FILE… keeps the files safely, encrypted in the vault, to be taken in; what is acknowledged is not lost. add propose has all texts read that were not, add trace has new reports traced, add link has the people on all lists linked and the figures kept. retry ID begins a failed job anew, drop ID takes one out. The queue names things by id alone. Exit code 3 when a file could not be handed in.',
  args: [
    ['[action]', 'list, add, retry or drop'],
    ['[what...]', 'add: intake FILE…, propose, trace or link; retry and drop: the number of the job'],
  ],
  options: [
    ...GIVEN_OPTIONS,
    ['--by <name>', 'add intake: who captures, as it will stand in the log (else ONRECORD_AGENT)'],
  ],
  examples: [
    ['onrecord jobs', 'what waits and what runs'],
    ['onrecord jobs add intake reports/', 'hands a folder in'],
    ['onrecord jobs add propose', 'has everything read that was not'],
  ],
  usesVault: true,
  async run(call) {
    const [action = 'list', ...words] = call.args;
    switch (action) {
      case 'list':
        return list(call);
      case 'add':
        return add(call, words);
      case 'retry':
      case 'drop':
        return change(call, action, words);
      default:
        throw usageError('The first word after jobs must be list, add, retry or drop', 'jobs');
    }
  },
};

async function list(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const desk = await call.open('write');
  const { queue } = await desk.openJobs();
  try {
    const all = await queue.list();
    const [linkage = null] = (await desk.notes?.all('linkage')) ?? [];
    const kept = linkage === null ? null : (JSON.parse(linkage.body) as { entries: number; report: unknown });
    if (terminal.json)
      terminal.outJson({ jobs: all, linkage: kept === null ? null : { at: linkage?.at, ...kept } });
    else {
      for (const job of all) terminal.out(lineOf(job));
      terminal.out(...para(sumOf(all), terminal.paper));
      if (linkage !== null)
        terminal.out(
          ...para(
            `People on the lists were linked on ${linkage.at}, as of entry ${kept?.entries}: onrecord jobs --json shows the figures.`,
            terminal.paper,
          ),
        );
    }
    return EXIT.ok;
  } finally {
    await queue.close();
  }
}

function lineOf({ id, kind, state, attempts, addedAt, fault }: ListedJob): string {
  const tries = attempts > 1 ? `, begun ${attempts} times` : '';
  return `${id.padStart(6)}  ${state.padEnd(8)} ${kind.padEnd(8)} ${addedAt}${tries}${fault === null ? '' : `, last fault: ${fault}`}`;
}

function sumOf(all: readonly ListedJob[]): string {
  if (all.length === 0) return 'No job waits.';
  const of = (state: ListedJob['state']): number => all.filter((job) => job.state === state).length;
  return `${of('waiting')} waiting, ${of('running')} running, ${of('failed')} failed.`;
}

async function add(call: Call, [kind, ...inputs]: readonly string[]): Promise<ExitCode> {
  const known = JOB_KINDS.find((each) => each === kind);
  if (known === undefined) throw usageError(`After add stands what: ${JOB_KINDS.join(', ')}`, 'jobs');
  if ((known === 'intake') !== inputs.length > 0)
    throw usageError(known === 'intake' ? 'The files are missing' : `${known} takes no file`, 'jobs');
  const desk = await call.open('write');
  const { queue, spool } = await desk.openJobs();
  const { terminal } = call;
  try {
    if (known !== 'intake') {
      const { extractor } = await loadExtractor();
      const added = await addWork(known, desk, queue, extractor);
      if (terminal.json) terminal.outJson({ added });
      else terminal.out(...para(`${counted(added, 'job')} added. ${hint(call)}`, terminal.paper));
      return EXIT.ok;
    }
    const files = await openFiles({ leaveOut: [desk.dir], mostMib: null });
    const given = givenOf(call.options, new Date());
    const agent = agentOf(call.options.by);
    const handed = await handIn(inputs, { files, spool, queue, given, agent });
    for (const { shownAs, message } of handed.problems) terminal.err(`✗ ${shownAs}: ${message}`);
    if (terminal.json) terminal.outJson(handed);
    else terminal.out(...para(`${counted(handed.files, 'file')} handed in. ${hint(call)}`, terminal.paper));
    return handed.problems.length === 0 ? EXIT.ok : EXIT.someFailed;
  } finally {
    await queue.close();
  }
}

function hint(call: Call): string {
  return `A worker does it: onrecord worker${placeFlags(call)}`;
}

function agentOf(by: unknown): string | null {
  const name = (typeof by === 'string' ? by : (process.env.ONRECORD_AGENT ?? '')).trim();
  return name === '' ? null : name;
}

async function change(
  call: Call,
  how: 'retry' | 'drop',
  [id, ...more]: readonly string[],
): Promise<ExitCode> {
  if (id === undefined || !/^\d{1,15}$/u.test(id) || more.length > 0)
    throw usageError(`${how} needs the number of one job, as onrecord jobs shows it`, 'jobs');
  const desk = await call.open('write');
  const { queue, spool } = await desk.openJobs();
  const { terminal } = call;
  try {
    const [job] = (await queue.list()).filter((each) => each.id === id);
    const changed = await queue.change(id, how);
    const spooled = job?.key?.startsWith('intake ') === true ? job.key.slice('intake '.length) : null;
    if (changed && how === 'drop' && spooled !== null) await spool.remove(spooled);
    if (terminal.json) terminal.outJson({ changed });
    else terminal.out(...para(changed ? CHANGED[how] : `No job ${id} waits or has failed.`, terminal.paper));
    return changed ? EXIT.ok : EXIT.notFound;
  } finally {
    await queue.close();
  }
}

const CHANGED = { retry: 'It will be begun anew.', drop: 'It was taken out of the queue.' } as const;
