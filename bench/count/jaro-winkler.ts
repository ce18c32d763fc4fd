/** Jaro–Winkler similarity, 0 to 1, as record linkage commonly uses it: what the learned costs are compared with. */

/**
 * Winkler 1990: prefix of up to four letters, weight 0.1.
 *
 * @example
 * jaroWinkler('martha', 'marhta'); // 0.961…
 */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return a === b ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const left: string[] = [];
  for (let i = 0; i < a.length; i += 1)
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      left.push(a[i] ?? '');
      break;
    }
  if (left.length === 0) return 0;
  const right = [...b].filter((_, j) => taken[j]);
  const moved = left.filter((letter, at) => letter !== right[at]).length / 2;
  return (left.length / a.length + left.length / b.length + (left.length - moved) / left.length) / 3;
}
