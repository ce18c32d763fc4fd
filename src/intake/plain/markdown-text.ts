/**
 * Markdown to text: marks of headings, emphasis, quotations, lists, tables and code go, their words stay; a link
 * becomes its words, a picture its description. Line ends inside a paragraph become spaces. Covers what people write in
 * notes (CommonMark core and pipe tables), not every corner of the standard.
 */

const FENCE = /^\s{0,3}(```+|~~~+)/;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/;
const UNDERLINE = /^\s{0,3}(=+|-{2,})\s*$/;
const RULE = /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/;
const REFERENCE = /^\s{0,3}\[[^\]]+\]:\s+\S+/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/;

/** Inline marks of one paragraph. */
function inline(text: string): string {
  const held: string[] = [];
  const hold = (kept: string): string => `\uE000${held.push(kept) - 1}\uE001`;
  return text
    .replace(/`+([^`]+)`+/g, (_, code: string) => hold(code))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => hold(mark))
    .replace(/!\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/\[([^\]]+)\]\((?:<[^>]*>|[^)\s]*)(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/\[([^\]]+)\]\[[^\]]*\]/g, '$1')
    .replace(/<((?:https?|mailto):[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*\*|\*\*|\*)(?=\S)([^*]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(___|__|_)(?=\S)([^_]*?\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~(?=\S)[^~]*?\S~~/g, '')
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => held[Number(index)] ?? '');
}

function tableRow(line: string): string {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inline(cell.trim()))
    .join(' | ');
}

/**
 * Reads the words of a Markdown text.
 *
 * @example
 * markdownText('# Two detained\n\nThe *Courier* [reports](https://courier.example).') // 'Two detained\n\nThe Courier reports.'
 */
export function markdownText(markdown: string): string {
  const blocks: string[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  const flush = (): void => {
    if (lines.length > 0) blocks.push(inline(lines.join(' ')));
    lines = [];
  };
  for (const raw of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const opening = FENCE.exec(raw)?.[1]?.slice(0, 3) ?? null;
    if (fence !== null || opening !== null) {
      if (fence === null) flush();
      if (fence !== null && opening === fence) {
        blocks.push(lines.join('\n'));
        lines = [];
        fence = null;
      } else if (fence === null) fence = opening;
      else lines.push(raw);
      continue;
    }
    const line = raw.replace(/^(\s{0,3}>\s?)+/, '');
    const heading = HEADING.exec(line);
    if (line.trim() === '' || REFERENCE.test(line) || (raw.startsWith('>') && line.trim() === '')) flush();
    else if (UNDERLINE.test(line) && lines.length > 0) flush();
    else if (RULE.test(line) || TABLE_RULE.test(line)) flush();
    else if (heading !== null) {
      flush();
      blocks.push(inline(heading[1] ?? ''));
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      flush();
      blocks.push(tableRow(line));
    } else {
      if (LIST_ITEM.test(line)) flush();
      lines.push(line.replace(LIST_ITEM, '').trim());
      if (/ {2,}$|\\$/.test(line)) lines[lines.length - 1] = `${lines.at(-1)?.replace(/\\$/, '') ?? ''}\n`;
    }
  }
  flush();
  return blocks
    .map((block) => block.replace(/\n /g, '\n'))
    .filter((block) => block.trim() !== '')
    .join('\n\n');
}
