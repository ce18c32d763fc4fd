/** Whether a text holds the beginnings of all words that are asked for; case and accents do not matter. */

/**
 * Readies the words once for many texts.
 *
 * @example
 * holdsWords('pol rec')('Police records, 2031'); // true
 */
export function holdsWords(words: string): (text: string) => boolean {
  const wanted = folded(words).split(' ').filter(Boolean);
  return (text) => {
    const held = ` ${folded(text)}`;
    return wanted.every((word) => held.includes(` ${word}`));
  };
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
