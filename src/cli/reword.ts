/** `onrecord reword`: the neutral words of a proposition, with every wording it had. */
import { earlierWordings, rewordProposition, undoRewording } from '../desk/reword-proposition.ts';
import { type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, REASON, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';

export const reword: CommandFile = {
  name: 'reword',
  summary: 'word a proposition anew, or see how it was worded',
  description:
    'Gives a proposition another neutral sentence: no speaker, no cue, no number. What it is about and its claims stay, and so do the wordings before, with who changed them and why. With neither --text nor --undo it lists them and changes nothing. --undo takes the last rewording back.',
  args: [['<proposition>', 'id of the proposition or its beginning']],
  options: [
    ['--text <words>', 'the new sentence'],
    ['--lang <tag>', 'its language, such as en or ru; that of the words before when not given'],
    ['--undo', 'take the last rewording back'],
    BY,
    REASON,
  ],
  examples: [
    [
      'onrecord reword prp_2cdef --text "weavers killed in Kessar" --by "A. Archivist" --reason "names the group"',
      'words it anew',
    ],
    ['onrecord reword prp_2cdef --undo --by "A. Archivist"', 'gives it the words before back'],
  ],
  usesVault: true,
  async run(call) {
    const { terminal, options } = call;
    const proposition = call.args[0] ?? '';
    const text = wordsOf(options, 'text');
    const undo = options.undo === true;
    if (text === null && !undo) {
      const desk = await call.open('read');
      const earlier = await earlierWordings(desk, proposition);
      if (terminal.json) terminal.outJson({ earlier });
      else if (earlier.length === 0) terminal.out('It was never worded anew.');
      for (const one of terminal.json ? [] : earlier)
        terminal.out(`until ${one.until.slice(0, 10)}: ${one.text} (changed by ${one.by}: ${one.reason})`);
      return EXIT.ok;
    }
    if (text !== null && undo) throw usageError('Give --text or --undo, not both', 'reword');
    const decision = { proposition, by: byOf(options), reason: wordsOf(options, 'reason') };
    const desk = await call.open('write');
    const outcome =
      text === null
        ? await undoRewording(desk, decision)
        : await rewordProposition(desk, { ...decision, text, lang: wordsOf(options, 'lang') });
    if (terminal.json) terminal.outJson(outcome);
    else {
      const short = outcome.proposition.slice(0, 12);
      if (outcome.cue !== null)
        terminal.err(`“${outcome.cue}” attributes: a neutral sentence says what is claimed, not that it is.`);
      terminal.out(
        `Worded anew: ${outcome.after.text}. Take it back with: onrecord reword ${short} --undo${placeFlags(call)}`,
      );
    }
    return EXIT.ok;
  },
};
