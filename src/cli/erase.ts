/** `onrecord erase`: destroys what is held of a source; a tombstone stays. */
import { eraseSource } from '../desk/erase-source.ts';
import { type ErasurePlan, planErasure } from '../desk/plan-erasure.ts';
import { type CommandFile, usageError } from './command.ts';
import type { CustodyNeeds } from './custody-needs.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { counted, para } from './words.ts';

/**
 * The command over what it needs.
 *
 * @example
 * eraseCommand(needs).name; // 'erase'
 */
export function eraseCommand(needs: CustodyNeeds): CommandFile {
  return {
    name: 'erase',
    summary: 'destroy what is held of a source; a tombstone stays',
    description:
      'Destroys the key of a source’s bytes, its texts, its claims, and the content of every log entry that speaks of it. What stays is a tombstone (when, by whom, why) and the proof that something was there. Names of people go unless another source speaks of them. It says what goes and asks for the id once more. It cannot be taken back, and it does not reach backups, packages and dossiers made before.',
    args: [['<source>', 'id of the source or its beginning']],
    options: [
      ['--reason <words>', 'why; it stays readable for ever and must not repeat what is erased'],
      ['--with-parts', 'erase attachments and members of an archive that were taken out of it, too'],
      ['--dry-run', 'only say what would go'],
      ['--yes', 'do not ask'],
      BY,
    ],
    examples: [
      ['onrecord erase src_7d2kq --dry-run', 'says what would go'],
      [
        'onrecord erase src_7d2kq --reason "asked for by the witness" --by "A. Archivist"',
        'asks for the id again, then erases',
      ],
    ],
    usesVault: true,
    async run(call) {
      const { options, terminal } = call;
      const withParts = options.withParts === true;
      const source = call.args[0] ?? '';
      const dryRun = options.dryRun === true;
      const desk = await call.open(dryRun ? 'read' : 'write');
      const plan = await planErasure(desk.store, source, { withParts });
      if (dryRun) {
        if (terminal.json) terminal.outJson({ erased: false, plan });
        else terminal.out(...planLines(plan).flatMap((line) => para(line, terminal.paper)));
        return EXIT.ok;
      }
      const [reason, by] = [wordsOf(options, 'reason'), byOf(options)];
      if (reason === null || reason.trim() === '') throw usageError('Say why: --reason "…"', 'erase');
      if (options.yes !== true) {
        for (const line of planLines(plan)) terminal.err(...para(line, terminal.paper));
        const answer = await needs.ask(`This cannot be taken back. Type ${plan.source} to erase: `);
        if (answer === null)
          throw usageError('Nobody is there to answer: give --yes to erase without being asked', 'erase');
        if (answer.trim() !== plan.source)
          throw usageError('That is another id. Nothing was erased', 'erase');
      }
      const { logged, remains } = await eraseSource(desk, { source: plan.source, reason, by, withParts });
      if (terminal.json)
        terminal.outJson({ erased: true, plan, entries: logged.map(({ seq }) => seq), remains });
      else {
        terminal.out(...para(`Erased. The tombstone is entry ${logged[0]?.seq ?? ''}.`, terminal.paper));
        for (const line of remains) terminal.out(...para(`! ${line}`, terminal.paper));
      }
      return EXIT.ok;
    },
  };
}

function planLines(plan: ErasurePlan): readonly string[] {
  const { counts, parts, containers, unjoined, sources } = plan;
  const { entries, captures, claims, links, listings, actors, propositions } = counts;
  return [
    `This goes: ${sources.join(', ')} with ${counted(captures, 'capture')}, ${counted(claims, 'claim')}, ${links === 0 ? '' : `${counted(links, 'link')} to other reports, `}${listings === 0 ? '' : `${counted(listings, 'listing')} of people, `}${counted(propositions, 'proposition')} and ${counted(actors, 'actor')} that nothing else speaks of; the content of ${counted(entries, 'log entry', 'log entries')}.`,
    ...(parts.length === 0
      ? []
      : [`These were taken out of it and stay (--with-parts erases them): ${parts.join(', ')}.`]),
    ...(containers.length === 0
      ? []
      : [`Its bytes also stand inside ${containers.join(', ')}, which stays.`]),
    ...(unjoined === 0
      ? []
      : [`${counted(unjoined, 'finding')} that two actors or voices are one, or two, will be taken back.`]),
  ];
}
