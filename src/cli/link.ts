/** `onrecord link`: a person decides whether one report rests on another. */
import { decideLink } from '../desk/decide-link.ts';
import { type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, REASON, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';

const DECISIONS = { confirm: 'confirmed', cut: 'cut', undo: 'undone' } as const;

export const link: CommandFile = {
  name: 'link',
  summary: 'confirm, cut or undo a link between reports',
  description:
    'confirm LINK settles that a report rests on what the link names; cut LINK settles that it does not; undo LINK takes the last decision back. Every step needs a name and a reason, stands in the log and can be taken back. The links of a proposition stand in: onrecord origins PROPOSITION.',
  args: [
    ['<action>', 'confirm, cut or undo'],
    ['<link>', 'the link, by its id or the beginning of it'],
  ],
  options: [BY, REASON],
  examples: [
    ['onrecord link confirm lnk_9abcd --by "A. Archivist" --reason "credit line"', 'settles one link'],
    ['onrecord link undo lnk_9abcd --by "A. Archivist" --reason "wrong edition"', 'takes the decision back'],
  ],
  usesVault: true,
  async run(call) {
    const { args, options, terminal } = call;
    const [action = '', id = ''] = args;
    if (!(action in DECISIONS))
      throw usageError('The first word after link must be confirm, cut or undo', 'link');
    const desk = await call.open('write');
    const decided = await decideLink(desk, {
      link: id,
      decision: DECISIONS[action as keyof typeof DECISIONS],
      by: byOf(options),
      reason: wordsOf(options, 'reason'),
    });
    if (terminal.json) terminal.outJson(decided);
    else {
      const short = decided.link.slice(0, 12);
      const back = `Take it back with: onrecord link undo ${short}${placeFlags(call)} --reason "…"`;
      terminal.out(`${short} is ${decided.status} now.${decided.status === 'proposed' ? '' : ` ${back}`}`);
    }
    return EXIT.ok;
  },
};
