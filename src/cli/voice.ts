/** `onrecord voice`: a person finds that two voices are one, or that they are two. */
import { judgeVoices, undoFinding } from '../desk/judge-voices.ts';
import { type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, PROPOSITION, REASON, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';

export const voice: CommandFile = {
  name: 'voice',
  summary: 'find that two voices are one, or two',
  description:
    'same A B finds that two voices are one, distinct A B that they are two, undo FINDING takes such a finding back. A voice is an actor, a source (its own voice), a claim (its unnamed speaker) or a link (the text it cites). "distinct" raises what is counted at least: give the reason that a court could check. Different names or outlets prove nothing.',
  args: [
    ['<action>', 'same, distinct or undo'],
    ['<id...>', 'two voices, or the finding to undo'],
  ],
  options: [PROPOSITION, BY, REASON],
  examples: [
    [
      'onrecord voice same act_9abcd act_2cdef --by "A. Archivist" --reason "one desk"',
      'two names, one voice',
    ],
    [
      'onrecord voice distinct clm_k3v9q clm_7h2ab --by "A. Archivist" --reason "met both"',
      'two unnamed people',
    ],
    ['onrecord voice undo fnd_4mnpq --by "A. Archivist" --reason "mistaken"', 'takes a finding back'],
  ],
  usesVault: true,
  async run(call) {
    const { args, options, terminal } = call;
    const [action, a = '', b, ...more] = args;
    const decision = { by: byOf(options), reason: wordsOf(options, 'reason') };
    if (action === 'undo') {
      if (b !== undefined) throw usageError('undo needs one finding', 'voice');
      const finding = await undoFinding(await call.open('write'), { ...decision, finding: a });
      if (terminal.json) terminal.outJson({ finding, undone: true });
      else terminal.out(`${finding.slice(0, 12)} is taken back.`);
      return EXIT.ok;
    }
    if (action !== 'same' && action !== 'distinct')
      throw usageError('The first word after voice must be same, distinct or undo', 'voice');
    if (b === undefined || more.length > 0) throw usageError(`${action} needs two voices`, 'voice');
    const finding = await judgeVoices(await call.open('write'), {
      ...decision,
      relation: action,
      a,
      b,
      proposition: wordsOf(options, 'proposition'),
    });
    if (terminal.json) terminal.outJson(finding);
    else
      terminal.out(
        `Found ${action === 'same' ? 'to be one voice' : 'to be two voices'}: ${finding.a.slice(0, 12)}, ${finding.b.slice(0, 12)}. Take it back with: onrecord voice undo ${finding.id.slice(0, 12)}${placeFlags(call)} --reason "…"`,
      );
    return EXIT.ok;
  },
};
