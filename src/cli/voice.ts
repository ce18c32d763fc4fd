/** `onrecord voice`: the voices behind a proposition, and a person's finding that two of them are one, or that they are two. */
import { idLetters } from '../desk/find-by-id.ts';
import { judgeVoices, undoFinding } from '../desk/judge-voices.ts';
import { type CountedVoice, type FindingView, listVoices } from '../desk/list-voices.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, INCLUDE_PROPOSED, PROPOSITION, REASON, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';
import { heading, type Page, para, shortId } from './words.ts';

export const voice: CommandFile = {
  name: 'voice',
  summary: 'list voices; find that two are one, or two',
  description:
    'list PROPOSITION shows the voices behind a proposition with their ids, and what was found about them; list alone shows all findings. same A B… finds that two voices or more are one, distinct A B that they are two, undo FINDING takes such a finding back. A voice is an actor, a source (its own voice), a claim (its unnamed speaker) or a link (the text it cites). "distinct" raises what is counted at least: give the reason that a court could check. Different names or outlets prove nothing.',
  args: [
    ['<action>', 'list, same, distinct or undo'],
    ['[id...]', 'list: a proposition; otherwise two voices or more, or the finding to undo'],
  ],
  options: [PROPOSITION, INCLUDE_PROPOSED, BY, REASON],
  examples: [
    ['onrecord voice list prp_2cdef', 'who stands behind one proposition, with ids'],
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
    const [action, ...ids] = call.args;
    if (action === 'list') return list(call, ids);
    if (action === 'undo') return undo(call, ids);
    if (action === 'same' || action === 'distinct') return judge(call, action, ids);
    throw usageError('The first word after voice must be list, same, distinct or undo', 'voice');
  },
};

async function undo(call: Call, [id, ...more]: readonly string[]): Promise<ExitCode> {
  const { options, terminal } = call;
  if (id === undefined || more.length > 0) throw usageError('undo needs one finding', 'voice');
  const decision = { by: byOf(options), reason: wordsOf(options, 'reason') };
  const finding = await undoFinding(await call.open('write'), { ...decision, finding: id });
  if (terminal.json) terminal.outJson({ finding, undone: true });
  else terminal.out(`${finding.slice(0, 12)} is taken back.`);
  return EXIT.ok;
}

async function judge(
  call: Call,
  relation: 'same' | 'distinct',
  voices: readonly string[],
): Promise<ExitCode> {
  const { options, terminal } = call;
  if (voices.length < 2 || (relation === 'distinct' && voices.length > 2))
    throw usageError(`${relation} needs two voices${relation === 'same' ? ' or more' : ''}`, 'voice');
  const findings = await judgeVoices(await call.open('write'), {
    by: byOf(options),
    reason: wordsOf(options, 'reason'),
    relation,
    voices,
    proposition: wordsOf(options, 'proposition'),
  });
  if (terminal.json) terminal.outJson({ findings });
  for (const finding of terminal.json ? [] : findings)
    terminal.out(
      `Found ${relation === 'same' ? 'to be one voice' : 'to be two voices'}: ${finding.a.slice(0, 12)}, ${finding.b.slice(0, 12)}. Take it back with: onrecord voice undo ${finding.id.slice(0, 12)}${placeFlags(call)} --reason "…"`,
    );
  return EXIT.ok;
}

async function list(call: Call, [id, ...more]: readonly string[]): Promise<ExitCode> {
  const { options, terminal } = call;
  if (more.length > 0) throw usageError('list takes one proposition', 'voice');
  const desk = await call.open('read');
  const proposition = id ?? wordsOf(options, 'proposition');
  const includeProposed = options.includeProposed === true;
  const found = await listVoices(desk, { proposition, includeProposed });
  if (terminal.json) {
    terminal.outJson({ ...found, includeProposed });
    return EXIT.ok;
  }
  const { paper } = terminal;
  const page = { paper, letters: idLetters(await desk.store.counts()) };
  if (proposition !== null) {
    terminal.out(...heading('Voices', paper));
    if (found.voices.length === 0)
      terminal.out(
        ...para('None: no claim on it counts yet. Add --include-proposed to count proposals too.', paper),
      );
    for (const one of found.voices) terminal.out(...voiceLines(one, page));
  }
  terminal.out(...heading('Findings', paper));
  if (found.findings.length === 0) terminal.out('None.');
  for (const one of found.findings) terminal.out(...findingLines(one, page));
  return EXIT.ok;
}

const KIND_WORDS: Readonly<Record<CountedVoice['kind'], string>> = {
  report: 'publishes a report',
  actor: 'is cited',
  anonymous: 'is not named',
  document: 'a document',
};

function voiceLines({ id, name, kind, origin, held }: CountedVoice, page: Page): string[] {
  const words = held ? KIND_WORDS[kind] : 'is cited, its report is not held';
  return para(
    `${shortId(id, page)} ${name}: ${words}${origin ? '; knowledge may start here' : ''}`,
    page.paper,
    '  ',
  );
}

function findingLines(
  { id, relation, a, b, by, at, reason, undone, proposition }: FindingView,
  page: Page,
): string[] {
  const { paper } = page;
  const where = proposition === null ? '' : ` (only for ${shortId(proposition, page)})`;
  const words = relation === 'same' ? 'one voice' : 'two voices';
  return [
    ...para(
      `${shortId(id, page)} ${words}: ${a.name} (${shortId(a.id, page)}), ${b.name} (${shortId(b.id, page)})${where}`,
      paper,
      '  ',
    ),
    ...para(`found by ${by} on ${at.slice(0, 10)}: ${reason}`, paper, '      '),
    ...(undone === null
      ? []
      : para(`taken back by ${undone.by} on ${undone.at.slice(0, 10)}: ${undone.reason}`, paper, '      ')),
  ];
}
