/** `onrecord release`: publishing as an act: a profile, gates, a second look, and corrections that keep what was published before. */
import type { OpenDesk, ReleaseTools } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import type { HeldRelease } from '../desk/release/held-releases.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { withGateHints } from './gate-hints.ts';
import { placeFlags } from './place-flags.ts';
import { gateLines, listedLines, releaseLines } from './release-lines.ts';
import { para } from './words.ts';

export const release: CommandFile = {
  name: 'release',
  summary: 'publish: with a profile, gates, a second look, and corrections',
  description:
    'new makes a release from a profile, a JSON file that says what is in it, under which licence and from when: docs/guide/publishing-safely.md lists its fields. It is made from the log as it stands, or up to the position that the profile names. Gates are asked first: proposals that wait for review, names of persons who are not cleared, sources that may not leave any more, redactions, unsigned counts, missing notes on the method, no licence. Each that is closed is told with the command that opens it, and nothing is made. approve lets it be handed out, after making it again and asking the gates anew; where the settings ask for a second person, it must be somebody else. show tells one, with its gates; with --out it writes an approved one, from its day on: always the same bytes, whatever the record became since. correct makes a release that takes the place of an approved one, with the same profile unless another is given, with a reason and a list of what changed; the earlier one stays. list lists them.',
  args: [
    ['<action>', 'new, list, show, approve or correct'],
    [
      '[what]',
      'new: the profile; show, approve, correct: number or id of a release, or the beginning of one',
    ],
  ],
  options: [
    ['--profile <file.json>', 'correct: another profile'],
    ['--out <folder>', 'show, approve: where to write it; a folder that is new or empty'],
    ['--again', 'show: write it although a gate closed since it was approved, to hold a copy against it'],
    ['--note <words>', 'approve: a remark for the log'],
    BY,
    ['--reason <words>', 'correct: what was wrong; it is published'],
  ],
  examples: [
    ['onrecord release new spring.json --by "A. Archivist"', 'makes one, or says what stands in the way'],
    ['onrecord release approve 1 --by "B. Second"', 'lets it be handed out'],
    ['onrecord release show 1 --out ./spring', 'writes it'],
    [
      'onrecord release correct 1 --by "A. Archivist" --reason "one list was counted twice"',
      'makes the release that takes its place',
    ],
  ],
  usesVault: true,
  async run(call) {
    const [action, what] = call.args;
    if (action === 'list') return list(call);
    if (action !== 'new' && action !== 'show' && action !== 'approve' && action !== 'correct')
      throw usageError('The first word after release must be new, list, show, approve or correct', 'release');
    if (what === undefined)
      throw usageError(action === 'new' ? 'new needs a profile' : `${action} needs a release`, 'release');
    if ((action === 'new' || action === 'correct') && wordsOf(call.options, 'out') !== null)
      throw usageError(`${action} writes no files yet: give --out to approve, or to show`, 'release');
    const { releaseTools } = await import('../compose.ts');
    const tools = await releaseTools();
    const run = { show, approve, new: make, correct: make }[action];
    try {
      return await run(call, tools, what);
    } catch (error) {
      throw call.terminal.json ? error : withGateHints(error, call);
    }
  },
};

async function list(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const { heldReleases } = await import('../desk/release/held-releases.ts');
  const held = await heldReleases(await call.open('read'));
  if (terminal.json) terminal.outJson({ releases: held.map(viewOf) });
  else terminal.out(...listedLines(held, terminal.paper));
  return EXIT.ok;
}

function viewOf({ release: { profile, checkpoint: _, ...one }, by, approval, correctedBy }: HeldRelease) {
  return { ...one, title: profile.title, embargo: profile.embargo, by, approval, correctedBy };
}

async function make(call: Call, tools: ReleaseTools, what: string): Promise<ExitCode> {
  const { options, terminal, args } = call;
  const isNew = args[0] === 'new';
  const given = isNew ? what : wordsOf(options, 'profile');
  if (isNew && options.profile !== undefined)
    throw usageError('new takes the profile as its argument', 'release');
  const { makeRelease } = await import('../desk/release/make-release.ts');
  const desk = await call.open('write');
  const profile = given === null ? await profileOf(desk, what) : await readProfile(tools, given);
  const corrects = isNew ? null : { release: what, reason: wordsOf(options, 'reason') };
  const { release: made, gates } = await makeRelease(
    desk,
    { profile, by: byOf(options), corrects },
    await tools.making(),
  );
  if (terminal.json) {
    terminal.outJson({ release: made, gates });
    return EXIT.ok;
  }
  const { paper } = terminal;
  terminal.out(...releaseLines(made, paper), ...gateLines(gates, call, paper), '');
  terminal.out(
    ...para(
      `Made, and not approved yet. Next: onrecord release approve ${made.number}${placeFlags(call)}`,
      paper,
    ),
  );
  return EXIT.ok;
}

/** The same conditions, from the record as it is now. */
async function profileOf(desk: OpenDesk, what: string) {
  const { heldReleases, releaseNamed } = await import('../desk/release/held-releases.ts');
  return { ...releaseNamed(await heldReleases(desk), what).release.profile, position: null };
}

async function readProfile(tools: ReleaseTools, path: string) {
  const { releaseProfile } = await import('../desk/release/read-profile.ts');
  const text = new TextDecoder().decode(await tools.files.read(path));
  try {
    return releaseProfile(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof OnRecordError) throw cause;
    throw new OnRecordError('unreadable-file', `${path} is not JSON: write the profile as one object.`, {
      subject: path,
      cause,
    });
  }
}

async function approve(call: Call, tools: ReleaseTools, what: string): Promise<ExitCode> {
  const { options, terminal } = call;
  const { approveRelease } = await import('../desk/release/approve-release.ts');
  const desk = await call.open('write');
  const making = await tools.making();
  const order = { release: what, by: byOf(options), note: wordsOf(options, 'note') };
  const { release: approved, gates } = await approveRelease(desk, order, making);
  const folder = await written(call, { desk, tools, making, what });
  if (terminal.json) terminal.outJson({ release: approved.id, number: approved.number, gates, folder });
  else
    terminal.out(
      ...para(`Release ${approved.number} is approved.`, terminal.paper),
      ...para(
        folder === null
          ? `Write it with: onrecord release show ${approved.number} --out FOLDER${placeFlags(call)}`
          : folder,
        terminal.paper,
      ),
    );
  return EXIT.ok;
}

async function show(call: Call, tools: ReleaseTools, what: string): Promise<ExitCode> {
  const { terminal } = call;
  const [{ heldReleases, releaseNamed }, { gatesOf }] = await Promise.all([
    import('../desk/release/held-releases.ts'),
    import('../desk/release/approve-release.ts'),
  ]);
  const desk = await call.open('read');
  const making = await tools.making();
  const held = releaseNamed(await heldReleases(desk), what);
  const gates = await gatesOf(desk, held.release, making);
  const folder = await written(call, { desk, tools, making, what });
  if (terminal.json) {
    terminal.outJson({ ...held, gates, folder });
    return EXIT.ok;
  }
  const { paper } = terminal;
  terminal.out(...releaseLines(held.release, paper), ...listedLines([held], paper).slice(2));
  terminal.out(...gateLines(gates, call, paper));
  if (folder !== null) terminal.out('', ...para(`Written: ${folder}`, paper));
  return EXIT.ok;
}

async function written(
  call: Call,
  given: {
    readonly desk: OpenDesk;
    readonly tools: ReleaseTools;
    readonly making: Awaited<ReturnType<ReleaseTools['making']>>;
    readonly what: string;
  },
): Promise<string | null> {
  const out = wordsOf(call.options, 'out');
  if (out === null) return null;
  const { handOutRelease } = await import('../desk/release/hand-out-release.ts');
  const { desk, tools, making, what } = given;
  const folder = await tools.folder();
  const order = { release: what, out, again: call.options.again === true };
  return (await handOutRelease(desk, order, { ...making, folder })).folder;
}
