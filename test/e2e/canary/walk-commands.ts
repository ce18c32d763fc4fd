/** The walk over the command line: what a member sees, every command, every fault, everything that is published. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXCHANGE_FORMATS } from '../../../src/exchange/formats.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { commandLines } from './command-lines.ts';
import type { OutputKind } from './may-show.ts';
import { HERS, MARK, SECRETS, type SealedWalk } from './sealed-vault.ts';

/** What a member sees must hold the mark: else the walk looks for what is not there. */
export async function memberSees({ place, scanner, ids }: SealedWalk): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (const args of [
    ['case', 'show', ids.sealedCase],
    ['case', 'list'],
    ['case', 'search', MARK.slice(0, 8).concat('*')],
  ]) {
    const { out } = await place.run([...args, ...HERS]);
    if (scanner.inText(args.join(' '), out).length === 0) unseen.push(args.slice(0, 2).join(' '));
  }
  await place.run(['case', 'get', ids.sealedCase, ids.document, 'got.txt', ...HERS]);
  if (!readFileSync(join(place.work, 'got.txt'), 'utf8').includes(MARK)) unseen.push('case get');
  return unseen;
}

/** Runs every line without a member's passphrase, with and without --json by turns, and looks through what it says. */
export async function everyCommand(walk: SealedWalk): Promise<void> {
  const { place } = walk;
  for (const [at, line] of (await commandLines(walk.ids)).entries()) {
    const { out, err } = await place.run(at % 2 === 0 ? line : [...line, '--json']);
    const told = line.join(' ');
    lookThrough(walk, told, out + err);
    // Files are called by their names to whoever hands them in.
    if (line[0] !== 'capture') walk.found.push(...walk.table.text('told', told, err));
    walk.found.push(...walk.table.text('the person at the desk', told, out));
  }
  for (const folder of ['pages', 'package', 'tables', 'onrecord-example'])
    walk.found.push(...walk.scanner.below(join(place.work, folder)));
  walk.found.push(...walk.scanner.below(join(place.vault, '..', 'restored')));
}

/** Faults provoked over the open compartment: spoilt cases, wrong passphrases, unknown ids. None repeats a word. */
export async function everyFault(walk: SealedWalk): Promise<readonly (number | null)[]> {
  const { place, ids } = walk;
  const word = SECRETS.faulty;
  const inputs: readonly (readonly [readonly string[], string])[] = [
    [['case', 'change', ids.sealedCase, '-'], `${word}: [${word}`],
    [['case', 'change', ids.sealedCase, '-'], `${word}: ${word}`],
    [
      ['case', 'change', ids.sealedCase, '-'],
      `{"risk": {"level": "${word}"}, "journey": [{"when": "${word}"}]}`,
    ],
    [['case', 'change', ids.sealedCase, '-'], `needs: &${word} [x]\nhousehold: *${word}`],
    [['case', 'change', ids.sealedCase, '-'], `needs: !!js/function "${word}"\nrisk: ${word}`],
    [['case', 'change', ids.sealedCase, '-', '--version', '99'], `needs: [${word}]`],
    [['case', 'new', '-'], `pseudonym: ${word}\nretainUntil: ${word}`],
    [['case', 'new', '-'], `\u0000\ufffd${word}`],
    [['case', 'get', ids.sealedCase, 'doc_00', 'nowhere.txt'], ''],
    [['case', 'get', ids.sealedCase, ids.document, 'no-folder/nowhere.txt'], ''],
    [['case', 'attach', ids.sealedCase, 'nothing-there.txt'], ''],
    [['case', 'show', 'cas_00'], ''],
  ];
  const codes: (number | null)[] = [];
  for (const [args, input] of inputs) {
    const { code, out, err } = await place.run([...args, ...HERS], { input });
    codes.push(code);
    lookThrough(walk, args.join(' '), out + err);
  }
  for (const secret of ['wrong', 'article.txt']) {
    const { code, out, err } = await place.run(['case', 'list', '--member-passphrase-file', secret]);
    codes.push(code);
    lookThrough(walk, `${secret} as passphrase`, out + err);
  }
  const again = await place.run(['case', 'list', ...HERS]);
  if (again.code !== 0) throw new Error(`the right passphrase opens no more: ${again.err}`);
  return codes;
}

/** Who gets what, and with which options: what `may-show.ts` says of it. */
const PACKAGES: readonly (readonly [kind: OutputKind, source: number, more: readonly string[]])[] = [
  ['package of a public source', 1, []],
  ['package of an internal source', 2, ['--to', 'A partner']],
];

/** Single files for the public. Letters of a PDF and of a PNG are drawn: what is found there is names, titles, descriptions. */
const PICTURES: readonly (readonly [file: string, args: readonly string[]])[] = [
  ['dossier.pdf', ['dossier', '--include-proposed', '--pdf']],
  ...[1, 2].map(
    (number) =>
      [
        `card-${number}.svg`,
        ['card', sampleId('proposition', number), '--include-proposed', '--svg'],
      ] as const,
  ),
];

/** Refused: an internal source to nobody who is named, a sealed one, the file of a list. */
const REFUSED: readonly (readonly [source: number, more: readonly string[]])[] = [
  [2, []],
  [3, ['--to', 'A partner']],
  [4, ['--to', 'A partner']],
];

/** Writes everything that can be published or handed over, and holds it against the table and for words of cases. */
export async function everyPublication(walk: SealedWalk): Promise<void> {
  const { place, table, scanner } = walk;
  const write = async (kind: OutputKind, name: string, args: readonly string[]): Promise<void> => {
    const { code, out, err } = await place.run([...args, '--out', name]);
    if (code !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${code}: ${err}`);
    lookThrough(walk, args.join(' '), out + err);
    const folder = join(place.work, name);
    walk.found.push(...table.text('told', args.join(' '), out + err));
    walk.found.push(...table.below(kind, folder), ...scanner.below(folder));
  };
  mkdirSync(join(place.work, 'pictures'), { recursive: true });
  await write('published', 'dossier', ['dossier', '--include-proposed']);
  await write('published', 'dossier-reviewed', ['dossier']);
  for (const { name } of EXCHANGE_FORMATS)
    await write('published', `in-${name}`, ['exchange', '--as', name, '--include-proposed']);
  const source = (number: number): string => sampleId('source', number);
  for (const [name, args] of PICTURES) {
    const { code, out, err } = await place.run([...args, join('pictures', name)]);
    if (code !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${code}: ${err}`);
    walk.found.push(...table.text('published', args.join(' '), out), ...table.text('told', name, err));
  }
  walk.found.push(...table.below('published', join(place.work, 'pictures')));
  for (const [kind, number, more] of PACKAGES)
    await write(kind, `package-${number}`, ['export', source(number), ...more, '--by', 'Somebody']);
  for (const [number, more] of REFUSED) {
    const args = ['export', source(number), ...more, '--by', 'Somebody', '--out', `refused-${number}`];
    const { code, out, err } = await place.run(args);
    if (code === 0) throw new Error(`onrecord ${args.join(' ')} was not refused`);
    lookThrough(walk, args.join(' '), out + err);
    walk.found.push(...table.text('told', args.join(' '), out + err));
    walk.found.push(...scanner.below(join(place.work, `refused-${number}`)));
    walk.found.push(...table.below('told', join(place.work, `refused-${number}`)));
  }
}

function lookThrough(walk: SealedWalk, what: string, text: string): void {
  walk.looked.outputs += 1;
  walk.found.push(...walk.scanner.inText(what, text));
}
