/**
 * File names that Linux, macOS and Windows keep as they are: ASCII letters, digits, dot, dash and underscore; no name
 * that Windows keeps for devices; no leading dot or dash. The name that a file came with stays in the metadata.
 */

/** Characters; long enough to be told apart, short enough below deep folders on Windows. */
const LONGEST = 80;
const DEVICES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(\.|$)/i;

/**
 * Makes a safe name; never empty.
 *
 * @example
 * safeFileName('../Aussage: Müller?.PDF'); // 'Aussage-Muller.PDF'
 */
export function safeFileName(name: string): string {
  const plain = (name.split(/[/\\]/).pop() ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9._]+/g, '-')
    .replaceAll(/-*\.+-*/g, '.')
    .replaceAll(/[-.]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot >= 0 && plain.length - dot <= 12 ? plain.slice(dot) : '';
  const stem = plain
    .slice(0, plain.length - ending.length)
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST - ending.length);
  const safe = `${stem === '' ? 'original' : stem}${ending}`;
  return DEVICES.test(safe) ? `_${safe}` : safe;
}

/**
 * Safe names for several files of one folder, no two the same on a disk that folds case.
 *
 * @example
 * safeFileNames(['a.txt', 'A.txt']); // ['a.txt', '2-A.txt']
 */
export function safeFileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = safeFileName(name);
    let free = safe;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${n}-${safe}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
