/** `onrecord people`: how many people stand on the lists, which pairs to decide on, and a person's decisions. */
import { lettersAmong } from '../desk/find-by-id.ts';
import { decidePeople, undoPeople } from '../desk/people/decide-people.ts';
import { type LinkedPeople, linkPeople } from '../desk/people/link-people.ts';
import { peopleQueue } from '../desk/people/people-queue.ts';
import { peopleReport } from '../desk/people/people-report.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, LIMIT, limitOf, REASON, wordsOf } from './figure-options.ts';
import { peopleLines, queueLines } from './people-lines.ts';
import { FREE, peopleOptions, RECALL, SEED, WITHOUT } from './people-options.ts';
import { placeFlags } from './place-flags.ts';
import { para } from './words.ts';

export const people: CommandFile = {
  name: 'people',
  summary: 'people counted once across lists, with every doubt kept',
  description:
    'link compares the listings of all lists and tells how many people they hold, with an interval; it writes nothing and merges nothing. queue shows the pairs whose answer would move that number most, side by side, with what each comparison adds in bits. same A B decides that two listings are one person, different A B that they are two, undo DECISION takes a decision back; decisions lists all. Every decision needs a name and a reason, stands in the log, binds every later count, and leaves both listings with their own lists and files. A linkage is a proposal by a program: it tells nobody who somebody is.',
  args: [
    ['<action>', 'link, queue, same, different, undo or decisions'],
    ['[id...]', 'two listings, or the decision to undo; ids or their beginnings'],
  ],
  options: [FREE, WITHOUT, RECALL, SEED, LIMIT, BY, REASON],
  examples: [
    ['onrecord people link', 'how many people stand on the lists'],
    ['onrecord people queue --limit 5', 'what to decide first'],
    [
      'onrecord people same lsg_9abcd lsg_2cdef --by "A. Archivist" --reason "same mother, same street"',
      'two listings, one person',
    ],
    ['onrecord people undo dcn_4mnpq --by "A. Archivist" --reason "two brothers"', 'takes it back'],
  ],
  usesVault: true,
  async run(call) {
    const [action, ...ids] = call.args;
    switch (action) {
      case 'link':
        return link(call, ids);
      case 'queue':
        return queue(call, ids);
      case 'same':
      case 'different':
        return decide(call, action, ids);
      case 'undo':
        return undo(call, ids);
      case 'decisions':
        return decisions(call, ids);
      default:
        throw usageError(
          'The first word after people must be link, queue, same, different, undo or decisions',
          'people',
        );
    }
  },
};

async function linked(call: Call, action: string, ids: readonly string[]): Promise<LinkedPeople> {
  if (ids.length > 0) throw usageError(`${action} takes no id`, 'people');
  const options = peopleOptions(call.options, 'people');
  const desk = await call.open('read');
  const { peopleEngine } = await import('../compose.ts');
  return linkPeople(desk, peopleEngine(null), options);
}

async function link(call: Call, ids: readonly string[]): Promise<ExitCode> {
  const { terminal } = call;
  const report = peopleReport(await linked(call, 'link', ids), peopleOptions(call.options, 'people'));
  if (terminal.json) terminal.outJson(report);
  else {
    terminal.out(...peopleLines(report, terminal.paper));
    if (report.queue > 0)
      terminal.out(...para(`See them with: onrecord people queue${placeFlags(call)}`, terminal.paper));
  }
  return EXIT.ok;
}

async function queue(call: Call, ids: readonly string[]): Promise<ExitCode> {
  const { options, terminal } = call;
  const { limit } = limitOf(options, { json: terminal.json, name: 'people', usual: 5 });
  const all = await linked(call, 'queue', ids);
  const found = peopleQueue(all, limit ?? null);
  if (terminal.json) {
    terminal.outJson(found);
    return EXIT.ok;
  }
  const { paper } = terminal;
  if (found.waiting === 0) {
    terminal.out(...para('No pair waits: no answer would move the number of people.', paper));
    return EXIT.ok;
  }
  const letters = lettersAmong(all.table.records.length);
  const more = found.waiting - found.pairs.length;
  terminal.out(
    ...queueLines(found, { paper, letters }),
    '',
    ...para(
      `${more > 0 ? `${more} more wait. ` : ''}Decide with: onrecord people same LISTING LISTING${placeFlags(call)} --by "YOUR NAME" --reason "…" (or: people different).`,
      paper,
    ),
  );
  return EXIT.ok;
}

async function decide(
  call: Call,
  relation: 'same' | 'different',
  [a, b, ...more]: readonly string[],
): Promise<ExitCode> {
  const { options, terminal } = call;
  if (a === undefined || b === undefined || more.length > 0)
    throw usageError(`${relation} needs two listings`, 'people');
  const decision = await decidePeople(await call.open('write'), {
    relation,
    a,
    b,
    by: byOf(options),
    reason: wordsOf(options, 'reason'),
  });
  if (terminal.json) terminal.outJson(decision);
  else
    terminal.out(
      ...para(
        `Decided to be ${relation === 'same' ? 'one person' : 'two people'}: ${decision.a.slice(0, 12)}, ${decision.b.slice(0, 12)}. Take it back with: onrecord people undo ${decision.id.slice(0, 12)}${placeFlags(call)} --by "YOUR NAME" --reason "…"`,
        terminal.paper,
      ),
    );
  return EXIT.ok;
}

async function undo(call: Call, [id, ...more]: readonly string[]): Promise<ExitCode> {
  const { options, terminal } = call;
  if (id === undefined || more.length > 0) throw usageError('undo needs one decision', 'people');
  const decision = await undoPeople(await call.open('write'), {
    decision: id,
    by: byOf(options),
    reason: wordsOf(options, 'reason'),
  });
  if (terminal.json) terminal.outJson({ decision, undone: true });
  else terminal.out(`${decision.slice(0, 12)} is taken back.`);
  return EXIT.ok;
}

async function decisions(call: Call, ids: readonly string[]): Promise<ExitCode> {
  const { terminal } = call;
  if (ids.length > 0) throw usageError('decisions takes no id', 'people');
  const desk = await call.open('read');
  const all = (await desk.store.decisions()).toReversed();
  if (terminal.json) {
    terminal.outJson({ decisions: all, fitting: all.length });
    return EXIT.ok;
  }
  const { paper } = terminal;
  if (all.length === 0) terminal.out('Nothing was decided on people.');
  for (const { id, relation, a, b, reason, by, at, undone } of all)
    terminal.out(
      ...para(
        `${id.slice(0, 12)} ${a.slice(0, 12)} ${relation === 'same' ? '=' : '≠'} ${b.slice(0, 12)}, by ${by} on ${at.slice(0, 10)}: ${reason}${undone === null ? '' : ` (taken back by ${undone.by} on ${undone.at.slice(0, 10)}: ${undone.reason})`}`,
        paper,
      ),
    );
  return EXIT.ok;
}
