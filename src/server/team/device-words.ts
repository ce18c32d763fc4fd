/** A browser and a system in a few words, for whoever looks over their sessions; nothing that tells one machine from another. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg/u, 'Edge'],
  [/\bFirefox\//u, 'Firefox'],
  [/\b(Chrome|Chromium|HeadlessChrome)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/u, 'Android'],
  [/\b(iPhone|iPad)\b/u, 'iOS'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

/**
 * Reads them from the header that browsers send.
 *
 * @param userAgent null: none was sent
 * @example
 * deviceWords('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'); // 'Firefox, Linux'
 */
export function deviceWords(userAgent: string | null): string {
  const named = [BROWSERS, SYSTEMS].flatMap(
    (table) => table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? [],
  );
  return named.join(', ') || 'another program';
}
