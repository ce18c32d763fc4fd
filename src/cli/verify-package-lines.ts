/** What `onrecord verify` says of an exported package: what differs, what it proves, and what no package can prove. */
import type { PackageEntry, PackageHead, PackageReport } from '../exchange/custody-package/package-report.ts';
import type { Paper } from './paper.ts';
import { counted, para } from './words.ts';

/** What a good package leaves open, said every time. */
const NOT_PROVED = [
  'that what the sources say is so: a package proves where words come from and that they were not changed since, nothing more;',
  'who wrote an entry: names in the log are what people called themselves;',
  'that nothing was left out: only what is in the package can be seen. Whether the whole log is one, its vault and its witnesses show.',
] as const;

/**
 * The result of a check of a package.
 *
 * @param pinned the reader brought the key of the log along
 * @example
 * terminal.out(...packageLines(report, { pinned: false, paper: terminal.paper }));
 */
export function packageLines(
  report: PackageReport,
  { pinned, paper }: { readonly pinned: boolean; readonly paper: Paper },
): string[] {
  const { faults, notes, sources, entries, release } = report;
  const say = (words: string): string[] => para(words, paper);
  const lines = faults.flatMap(({ path, message }) =>
    say(`✗ ${path === '' ? 'the package' : path} ${message}`),
  );
  if (faults.length > 0)
    return [
      ...lines,
      ...say(
        `${counted(faults.length, 'difference')} found: the package proves nothing as it is. Ask for it anew, and keep this one as it came.`,
      ),
    ];
  const what =
    release === null
      ? counted(sources.length, 'source')
      : `Release ${release.number} with ${counted(release.files, 'file')}`;
  lines.push(
    ...say(`${what} and ${counted(entries.length, 'log entry', 'log entries')} checked: nothing differs.`),
    ...say('It proves:'),
    ...proved(report, pinned).flatMap((words) => para(`- ${words}`, paper, '  ')),
    ...say('It does not prove:'),
    ...NOT_PROVED.flatMap((words) => para(`- ${words}`, paper, '  ')),
    ...notes.flatMap((note) => say(`Note: ${note}`)),
  );
  return lines;
}

function proved({ logKey, heads, entries, release }: PackageReport, pinned: boolean): readonly string[] {
  const whole = heads[0];
  const opened = entries.filter(({ file }) => file !== null);
  const whose = pinned
    ? 'the log whose key you gave'
    : `the log with the key ${logKey ?? 'in the package'}. Whose key that is, the package cannot tell: compare it with what the organisation published or told you, and give it with --log-key`;
  return [
    release === null
      ? `every file is as it was when the package was made, and every original is what an entry of the log commits to (${counted(opened.length, 'original')});`
      : `the log committed to exactly these ${release.files} files as release ${release.number}, made from its first ${release.position} entries, and to its approval; ${counted(release.sources.length, 'public source')} can be held against it by whoever has the file;`,
    ...(whole === undefined
      ? []
      : [`the entries stand in a log of ${counted(whole.size, 'entry', 'entries')}, signed by ${whose};`]),
    ...heads.flatMap(anchoredWords),
    ...timeWords(entries),
  ];
}

function anchoredWords({ size, stamps, witnesses }: PackageHead): readonly string[] {
  const told = (who: string, time: string): string =>
    `the first ${size} entries were there at ${time}, says ${who};`;
  return [
    ...stamps.map(({ authority, time }) => told(`the time-stamp authority ${authority}`, time)),
    ...witnesses.map(({ name, time }) => told(`the witness ${name}`, time)),
  ];
}

function timeWords(entries: readonly PackageEntry[]): readonly string[] {
  const claimed = entries.map(({ at }) => at).toSorted();
  const anchored = entries.filter(({ notLaterThan }) => notLaterThan !== null).length;
  const [first, last] = [claimed[0], claimed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const clock = `the entries claim times from ${first} to ${last}, by the clock of the computer that wrote them`;
  return [
    anchored === 0
      ? `${clock}; nobody else vouches for these times.`
      : `${clock}; for ${anchored} of ${entries.length} somebody else says no later than when.`,
  ];
}
