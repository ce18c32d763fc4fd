/** Cleaning of what files say about themselves: names, languages, addresses. Nothing is added or guessed. */

/**
 * One line of well-formed text; null when empty or not text.
 *
 * @example
 * statedLine('  The\n Courier ') // 'The Courier'
 */
export function statedLine(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value
    .slice(0, 2000)
    .toWellFormed()
    .replace(/[\p{Cc}\u00AD\uFEFF\s]+/gu, ' ');
  const trimmed = line.trim().normalize('NFC');
  return trimmed === '' ? null : trimmed;
}

/**
 * Canonical BCP 47; null when the statement is no language tag.
 *
 * @example
 * statedLanguage('EN_us') // 'en-US'
 */
export function statedLanguage(value: unknown): string | null {
  const line = statedLine(value)?.split(',')[0]?.trim().replaceAll('_', '-');
  if (line === undefined || line.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(line)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * An absolute http(s) address, unchanged but for whitespace; null for anything else. Never fetched.
 *
 * @example
 * statedUrl('https://courier.example/a') // 'https://courier.example/a'
 */
export function statedUrl(value: unknown): string | null {
  const line = statedLine(value);
  if (line === null || !/^https?:\/\//i.test(line)) return null;
  return URL.canParse(line) ? line : null;
}

/**
 * Names without repetition, in order. A leading "By " goes.
 *
 * @example
 * statedNames(['By Ana Ruiz', 'Ana Ruiz']) // ['Ana Ruiz']
 */
export function statedNames(values: readonly unknown[]): readonly string[] {
  const names = values
    .map((value) => statedLine(value)?.replace(/^by\s+/i, '') ?? null)
    .filter((name): name is string => name !== null && name.length <= 200 && !/^https?:\/\//i.test(name));
  return [...new Set(names)];
}

/**
 * Splits "By A, B and C" into names, where no name is cut that holds a comma of its own form ("Ruiz, Jr.").
 *
 * @example
 * splitByline('By Ana Ruiz and Ben Ode') // ['Ana Ruiz', 'Ben Ode']
 */
export function splitByline(line: string): readonly string[] {
  const parts = line.replace(/^by\s+/i, '').split(/\s*(?:,|;|\band\b|&)\s+/i);
  const clean = parts.map((part) => part.trim()).filter((part) => part !== '');
  return clean.some((part) => /^(jr|sr|ph\.?d)\.?$/i.test(part)) ? [line.replace(/^by\s+/i, '')] : clean;
}
