/** `onrecord link`: the links between reports, and a person's decision whether one rests on another. */
import { decideLinks } from '../desk/decide-link.ts';
import { idLetters, lettersAmong } from '../desk/find-by-id.ts';
import { LINK_STATUSES, LINK_TYPES, type LinkQuery, listLinks } from '../desk/list-links.ts';
import { type Call, type CommandFile, type Options, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, LIMIT, limitOf, REASON, wordsOf } from './figure-options.ts';
import { linkLines } from './link-lines.ts';
import { placeFlags } from './place-flags.ts';
import { counted, para } from './words.ts';

const DECISIONS = { confirm: 'confirmed', cut: 'cut', undo: 'undone' } as const;
const CERTAINTIES = ['certain', 'possible'] as const;

export const link: CommandFile = {
  name: 'link',
  summary: 'list, confirm, cut or undo links between reports',
  description:
    'list shows what rests on what: all links, or those of one proposition, source or link, each with its state, who found it and why, the exact words, and what was decided. confirm LINK settles that a report rests on what the link names; cut LINK settles that it does not; undo LINK takes the last decision back. Several links can be decided on for one reason: all of them, or none. Every step needs a name and a reason, stands in the log and can be taken back.',
  args: [
    ['<action>', 'list, confirm, cut or undo'],
    ['[ids...]', 'list: a proposition, a source or a link; otherwise links; ids or their beginnings'],
  ],
  options: [
    ['--status <status>', 'list: only links that stand so', LINK_STATUSES],
    ['--type <type>', 'list: only links of this type', LINK_TYPES],
    ['--certainty <certainty>', 'list: as they were proposed', CERTAINTIES],
    LIMIT,
    BY,
    REASON,
  ],
  examples: [
    ['onrecord link list prp_2cdef --status proposed', 'what waits for a decision on one proposition'],
    ['onrecord link confirm lnk_9abcd --by "A. Archivist" --reason "credit line"', 'settles one link'],
    ['onrecord link undo lnk_9abcd --by "A. Archivist" --reason "wrong edition"', 'takes the decision back'],
  ],
  usesVault: true,
  async run(call) {
    const [action = '', ...ids] = call.args;
    if (action === 'list') return list(call, ids);
    if (!(action in DECISIONS))
      throw usageError('The first word after link must be list, confirm, cut or undo', 'link');
    if (ids.length === 0) throw usageError(`${action} needs at least one link`, 'link');
    return decide(call, action as keyof typeof DECISIONS, ids);
  },
};

async function decide(
  call: Call,
  action: keyof typeof DECISIONS,
  links: readonly string[],
): Promise<ExitCode> {
  const { options, terminal } = call;
  const desk = await call.open('write');
  const decision = DECISIONS[action];
  const decided = await decideLinks(desk, {
    links,
    decision,
    by: byOf(options),
    reason: wordsOf(options, 'reason'),
  });
  if (terminal.json) {
    terminal.outJson({ links: decided });
    return EXIT.ok;
  }
  for (const { link: id, status } of decided) terminal.out(`${id.slice(0, 12)} is ${status} now.`);
  const ids = decided.filter(({ status }) => status !== 'proposed').map(({ link: id }) => id.slice(0, 12));
  if (ids.length > 0)
    terminal.out(
      ...para(
        `Take it back with: onrecord link undo ${ids.join(' ')}${placeFlags(call)} --by "YOUR NAME" --reason "…"`,
        terminal.paper,
      ),
    );
  return EXIT.ok;
}

async function list(call: Call, ids: readonly string[]): Promise<ExitCode> {
  const { options, terminal } = call;
  if (ids.length > 1) throw usageError('list takes one proposition, source or link', 'link');
  const limit = limitOf(options, { json: terminal.json, name: 'link', usual: 20 });
  const desk = await call.open('read');
  const found = await listLinks(desk, { ...conditionsOf(options, ids[0]), ...limit });
  if (terminal.json) {
    terminal.outJson(found);
    return EXIT.ok;
  }
  const { links, fitting, byStatus } = found;
  const { paper } = terminal;
  if (fitting === 0) {
    terminal.out(...para(`No links fit. Look for them with: onrecord trace${placeFlags(call)}`, paper));
    return EXIT.ok;
  }
  const letters = Math.max(idLetters(await desk.store.counts()), lettersAmong(fitting));
  terminal.out(...linkLines(links, { paper, letters }), '');
  const states = LINK_STATUSES.filter((status) => byStatus[status] > 0)
    .map((status) => `${byStatus[status]} ${status}`)
    .join(', ');
  const more = fitting - links.length;
  terminal.out(
    ...para(
      `${counted(fitting, 'link')}: ${states}${more > 0 ? `; ${more} not shown: add --limit ${fitting}` : ''}.`,
      paper,
    ),
  );
  if (byStatus.proposed > 0)
    terminal.out(
      ...para(
        `A proposed link counts both ways, as there and as not there. Decide with: onrecord link confirm LINK${placeFlags(call)} --by "YOUR NAME" --reason "…" (or: link cut).`,
        paper,
      ),
    );
  return EXIT.ok;
}

function conditionsOf(options: Options, about: string | undefined): LinkQuery {
  const status = LINK_STATUSES.find((one) => one === options.status);
  const type = LINK_TYPES.find((one) => one === options.type);
  const certainty = CERTAINTIES.find((one) => one === options.certainty);
  return {
    ...(about === undefined ? {} : { about }),
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...(certainty === undefined ? {} : { certainty }),
  };
}
