/**
 * Two tables of an OpenType font (ISO/IEC 14496-22): which letters it holds (`cmap`, formats 4 and 12) and what it is called (`name`).
 * The parts of one family bear one name in their packages; a painter that is to take a letter from a certain part needs one for each.
 */

interface Table {
  readonly tag: string;
  readonly body: Uint8Array;
}

function tablesOf(font: Uint8Array): readonly Table[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    return {
      tag: String.fromCharCode(...font.subarray(at, at + 4)),
      body: font.subarray(offset, offset + length),
    };
  });
}

/**
 * The letters that a font holds, as code points.
 *
 * @param font unpacked, as `woffToSfnt` gives it
 * @example
 * lettersOf(font).has(0x416); // true: Ж
 */
export function lettersOf(font: Uint8Array): ReadonlySet<number> {
  const letters = new Set<number>();
  const cmap = tablesOf(font).find(({ tag }) => tag === 'cmap')?.body;
  if (cmap === undefined) return letters;
  const view = new DataView(cmap.buffer, cmap.byteOffset, cmap.byteLength);
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const at = view.getUint32(4 + 8 * index + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, letters);
    if (format === 12) readGroups(view, at, letters);
  }
  return letters;
}

/** Format 4: segments of the first 65,536 code points. */
function readSegments(view: DataView, at: number, into: Set<number>): void {
  const twice = view.getUint16(at + 6);
  const ends = at + 14;
  const [starts, deltas, ranges] = [ends + twice + 2, ends + 2 * twice + 2, ends + 3 * twice + 2];
  for (let segment = 0; segment < twice; segment += 2) {
    const [start, end] = [view.getUint16(starts + segment), view.getUint16(ends + segment)];
    const [delta, range] = [view.getUint16(deltas + segment), view.getUint16(ranges + segment)];
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : view.getUint16(ranges + segment + range + 2 * (code - start));
      if (glyph !== 0) into.add(code);
    }
  }
}

/** Format 12: groups of code points. */
function readGroups(view: DataView, at: number, into: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const entry = at + 16 + 12 * group;
    for (let code = view.getUint32(entry); code <= view.getUint32(entry + 4); code += 1) into.add(code);
  }
}

/**
 * The same font under another name.
 *
 * @param family ASCII
 * @example
 * renamed(font, 'onrecord-inter-latin-400-normal');
 */
export function renamed(font: Uint8Array, family: string): Uint8Array {
  const tables = tablesOf(font).map((table) =>
    table.tag === 'name' ? { tag: 'name', body: nameTable(family) } : table,
  );
  const start = 12 + 16 * tables.length;
  const size = tables.reduce((sum, { body }) => sum + padded(body.length), start);
  const made = new Uint8Array(size);
  const view = new DataView(made.buffer);
  made.set(font.subarray(0, 12));
  let at = start;
  for (const [index, { tag, body }] of tables.entries()) {
    made.set(body, at);
    const entry = 12 + 16 * index;
    for (let sign = 0; sign < 4; sign += 1) made[entry + sign] = tag.charCodeAt(sign);
    view.setUint32(entry + 4, sumOf(view, at, body.length));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, body.length);
    at += padded(body.length);
  }
  return made;
}

/** Family, style, full name and PostScript name, for Windows in English. */
function nameTable(family: string): Uint8Array {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family],
  ] as const;
  const head = 6 + 12 * names.length;
  const table = new Uint8Array(head + names.reduce((sum, [, words]) => sum + 2 * words.length, 0));
  const view = new DataView(table.buffer);
  view.setUint16(2, names.length);
  view.setUint16(4, head);
  let at = head;
  for (const [index, [id, words]] of names.entries()) {
    const fields = [3, 1, 0x409, id, 2 * words.length, at - head];
    for (const [field, value] of fields.entries()) view.setUint16(6 + 12 * index + 2 * field, value);
    for (const sign of words) {
      view.setUint16(at, sign.charCodeAt(0));
      at += 2;
    }
  }
  return table;
}

function sumOf(view: DataView, at: number, length: number): number {
  let sum = 0;
  for (let word = at; word < at + padded(length); word += 4) sum = (sum + view.getUint32(word)) >>> 0;
  return sum;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
