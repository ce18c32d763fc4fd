/** What a workbook says of itself: its sheets, the texts that cells share, and which styles show a number as a date. */
import { Parser } from 'htmlparser2';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { ZipParts } from './zip-parts.ts';

export interface WorkbookPlan {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
  readonly strings: string | null;
  readonly styles: string | null;
}

type Attributes = Readonly<Record<string, string>>;

interface Listener {
  opened?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  closed?(name: string): void;
}

/**
 * A parser of SpreadsheetML that tells local names.
 *
 * @example
 * const parser = xmlParser({ opened: (name) => names.push(name) });
 */
export function xmlParser({ opened, text, closed }: Listener): Parser {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  return new Parser(
    {
      ...(opened === undefined
        ? {}
        : { onopentag: (name: string, given: Attributes) => opened(local(name), given) }),
      ...(text === undefined ? {} : { ontext: text }),
      ...(closed === undefined ? {} : { onclosetag: (name: string) => closed(local(name)) }),
    },
    { xmlMode: true, decodeEntities: true },
  );
}

async function walk(parts: ZipParts, part: string, listener: Listener): Promise<void> {
  const parser = xmlParser(listener);
  for await (const piece of parts.text(part)) parser.write(piece);
  parser.end();
}

/**
 * Reads the plan of a workbook.
 *
 * @throws OnRecordError `unreadable-file` for what is packed alike and no workbook
 * @example
 * (await workbookPlan(parts)).sheets[0]?.name; // 'List'
 */
export async function workbookPlan(parts: ZipParts): Promise<WorkbookPlan> {
  if (!parts.has('xl/workbook.xml'))
    throw new OnRecordError(
      'unreadable-file',
      'This is no .xlsx workbook: save the table as .xlsx, or as CSV in UTF-8.',
    );
  const targets = new Map<string, { readonly type: string; readonly part: string }>();
  if (parts.has('xl/_rels/workbook.xml.rels'))
    await walk(parts, 'xl/_rels/workbook.xml.rels', {
      opened: (name, { Id = '', Type = '', Target = '' }) => {
        if (name !== 'Relationship') return;
        const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
        targets.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part });
      },
    });
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await walk(parts, 'xl/workbook.xml', {
    opened: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const part = targets.get(attributes['r:id'] ?? attributes.id ?? '')?.part ?? '';
      if (parts.has(part)) sheets.push({ name: attributes.name ?? `sheet ${sheets.length + 1}`, part });
    },
  });
  if (sheets.length === 0)
    throw new OnRecordError('unreadable-file', 'This workbook has no sheet with rows.');
  const ofType = (type: string): string | null => {
    const found = [...targets.values()].find((one) => one.type === type)?.part ?? '';
    return parts.has(found) ? found : null;
  };
  return { sheets, from1904, strings: ofType('sharedStrings'), styles: ofType('styles') };
}

/** Characters of all shared texts together. */
const MOST_TEXT = 300_000_000;

/**
 * The texts that cells share, by their number.
 *
 * @throws OnRecordError `too-large`
 * @example
 * const strings = await sharedStrings(parts, plan);
 */
export async function sharedStrings(parts: ZipParts, { strings }: WorkbookPlan): Promise<readonly string[]> {
  const all: string[] = [];
  if (strings === null) return all;
  let text = '';
  let total = 0;
  const inside: string[] = [];
  await walk(parts, strings, {
    opened: (name) => {
      inside.push(name);
      if (name === 'si') text = '';
    },
    // How a text is to be read aloud (rPh) is no part of it.
    text: (piece) => {
      if (inside.at(-1) === 't' && !inside.includes('rPh')) text += piece;
    },
    closed: (name) => {
      inside.pop();
      if (name !== 'si') return;
      total += text.length;
      if (total > MOST_TEXT)
        throw new OnRecordError(
          'too-large',
          'This workbook holds more text than is read at once: save the list as CSV in UTF-8 and import that.',
        );
      all.push(text);
    },
  });
  return all;
}

/** Formats that every workbook knows and that show a day (ECMA-376 §18.8.30, and those of East Asia). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/**
 * Numbers of the cell styles that show a number as a day.
 *
 * @example
 * (await dateStyles(parts, plan)).has(3); // true
 */
export async function dateStyles(parts: ZipParts, { styles }: WorkbookPlan): Promise<ReadonlySet<number>> {
  const dated = new Set<number>();
  if (styles === null) return dated;
  const custom = new Map<number, boolean>();
  let inCells = false;
  let count = 0;
  await walk(parts, styles, {
    opened: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') custom.set(Number(numFmtId), showsDay(formatCode));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(numFmtId);
      if (custom.get(format) ?? BUILT_IN.has(format)) dated.add(count);
      count += 1;
    },
    closed: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dated;
}

/** Whether a format code shows a day or a year; "General" and colours, texts in quotes and hours alone do not. */
function showsDay(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, '');
  return /[dy]/i.test(bare);
}
