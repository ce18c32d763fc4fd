/**
 * Names of files inside a bag (RFC 8493 §2.1.3 and §5.2): how a manifest writes them, and which of them lead out of
 * the bag on any system, Windows included. A name that does is never opened, not even to look.
 */

/** Characters of one name on the disks in use (NTFS, APFS, ext4), and of a whole path that is told in a sentence. */
const [LONGEST_NAME, LONGEST_PATH] = [255, 1_000];

/** Why a name must not be followed; null: it stays inside the bag. */
export function bagPathFault(path: string): string | null {
  if (path === '') return 'it is empty';
  if (/\p{Cc}/u.test(path)) return 'it holds control characters';
  if (path.includes('\\')) return 'it holds a backslash, which is a folder mark on Windows';
  if (path.startsWith('/')) return 'it starts at the top of the disk';
  if (/^[A-Za-z]:/.test(path)) return 'it names a drive';
  if (path.startsWith('~')) return 'it starts in a home folder';
  if (/^[%$]\{?[A-Za-z_]+[%}]/.test(path)) return 'it starts with a variable of the system';
  const parts = path.split('/');
  if (parts.includes('..')) return 'it climbs out of its folder with ".."';
  if (parts.includes('.') || parts.includes('')) return 'it has an empty step or a "." step';
  if (path.length > LONGEST_PATH || parts.some(({ length }) => length > LONGEST_NAME))
    return 'it is longer than disks hold';
  return null;
}

/**
 * Reads a name as a manifest writes it: LF and CR (and, since version 1.0, the percent sign) are percent-encoded; any
 * other percent sign stands for itself.
 *
 * @example
 * decodeBagPath('data/a%0Ab%7E', '1.0'); // 'data/a\nb%7E'
 */
export function decodeBagPath(written: string, version: string): string {
  const encoded = version === '1.0' ? /%(0A|0D|25)/gi : /%(0A|0D)/gi;
  return written.replaceAll(encoded, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Writes a name for a manifest of version 1.0.
 *
 * @example
 * encodeBagPath('data/100%.txt'); // 'data/100%25.txt'
 */
export function encodeBagPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

/** One name for all spellings that a disk may take for the same file (case, Unicode normal form). */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}
