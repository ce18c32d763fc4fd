/**
 * Where a text uses a name as a place: after "in", "near", "from", in a list that goes on from there ("in Homs, Hama and
 * Idlib"), beside a word for a kind of place ("the city of Hama", "Kunar province"), or at the head of a dispatch. A name
 * alone is no place: it may be a person or a word.
 */

/** A name used as a place. All positions UTF-16 code units, 0-based, end exclusive. */
export interface PlaceUse {
  readonly start: number;
  readonly end: number;
  /** The name without a word for the kind of place. */
  readonly name: string;
  /** The preposition, lower case: "near"; empty in a dateline. */
  readonly lead: string;
  /** The kind of place that the text says it is: "city", "province"; null when it does not. */
  readonly type: string | null;
  /** After "in" or "near"; "from", "to" and "of" say less. */
  readonly sure: boolean;
}

const CAP = String.raw`\p{Lu}(?:[\p{L}\p{M}ʻ]|['’](?!s(?!\p{L})))*`;
const JOIN =
  '(?:-|[ -](?:de|del|di|da|do|dos|la|le|les|el|al|as|ash|ad|ar|ez|es|en|sur|upon|am|und|ul)[ -]| )';
const RUN = new RegExp(
  String.raw`(?:(?:al|el|an|as|ash|ad|ar|az)-)?${CAP}(?:(?<=St)\.)?(?:${JOIN}${CAP}){0,4}`,
  'uy',
);
const TYPES =
  'city|town|village|suburb|port|settlement|hamlet|capital|camp|island|province|region|district|oblast|governorate|county|prefecture|department|republic|state|municipality|neighbourhood|neighborhood';
const LEADS =
  'in near outside around across throughout inside within into from to at of toward towards through between off over';
const SOFT = LEADS.split(' ')
  .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
  .join('|');
const NEXT = String.raw`(?=(?:(?:al|el|an|as|ash|ad|ar|az)-)?\p{Lu})`;
/** "in Homs, Hama and Idlib", "Nigeria's Kano": goes on from the name before. */
const ON = String.raw`(,|,? and|,? AND|['’]s|['’]S)`;
const HELD = String.raw`\p{Lu}\p{Ll}+-(?:held|controlled|occupied|ruled|administered)`;
const LEAD = new RegExp(
  `(?<![\\p{L}-])(${SOFT}) ((?:(?:[\\p{Ll}-]+|${HELD}) ){0,5})${NEXT}|${ON} ${NEXT}`,
  'gu',
);
/** Capitals throughout: a lead, words up to "OF", and the name among the words that follow. */
const LOUD = new RegExp(
  String.raw`(?<![\p{L}-])(${LEADS.toUpperCase().replaceAll(' ', '|')}) ((?:THE )?(?:(?:[\p{Lu}-]+ ){1,3}?OF (?:THE )?)?)(?=\p{Lu})|${ON} (?=\p{Lu})`,
  'gu',
);
const TYPE_BEFORE = new RegExp(`(?:^|[ -])(${TYPES}) of (?:the )?$`, 'u');
const TYPE_AFTER = new RegExp(
  String.raw`[ -](${TYPES}|Province|Region|District|Oblast|Governorate|County|Prefecture|Department|City|State)(?!\p{L})`,
  'uy',
);
const TYPE_INSIDE = / (Province|Region|District|Oblast|Krai|Governorate|County|Prefecture|Department|City)$/u;
const DATELINE = /^[ \t]*(\p{Lu}{2}[\p{Lu}' -]{1,30}?)(?=, | \(|(?: ?[–—]| -)[ -])/gmu;
const SURE = /^(?:in|near|outside|around|across|throughout|inside|within|into|through)$/;
const SETTING =
  /^(?:(?:the|a|an|north|south|east|west|central|upper|lower|eastern|western|northern|southern|north-?eastern|north-?western|south-?eastern|south-?western|northeast|northwest|southeast|southwest|nearby|neighbou?ring|besieged|occupied|[a-z]+-(?:held|controlled|occupied|ruled|administered)|coastal|downtown) )*$/;

function runAt(text: string, at: number): string | null {
  RUN.lastIndex = at;
  return RUN.exec(text)?.[0] ?? null;
}

function typeAfter(text: string, at: number): string | null {
  TYPE_AFTER.lastIndex = at;
  return TYPE_AFTER.exec(text)?.[1]?.toLowerCase() ?? null;
}

function useAt(
  text: string,
  at: number,
  around: { readonly lead: string; readonly type: string | null },
): PlaceUse | null {
  const run = runAt(text, at);
  if (run === null) return null;
  const inside = TYPE_INSIDE.exec(run);
  const name = inside === null ? run : run.slice(0, -inside[0].length);
  const end = at + name.length;
  const type = around.type ?? inside?.[1]?.toLowerCase() ?? typeAfter(text, end);
  return { start: at, end, name, lead: around.lead, type, sure: SURE.test(around.lead) || type !== null };
}

/** The lead of a list reaches over it. */
function leadOf(match: RegExpExecArray, before: PlaceUse | undefined): string | null {
  if (match[1] !== undefined) return match[1].toLowerCase();
  return before !== undefined && match.index === before.end ? before.lead : null;
}

function datelines(text: string): PlaceUse[] {
  return [...text.matchAll(DATELINE)].map((match) => {
    const name = (match[1] ?? '').trim();
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return { start, end: start + name.length, name, lead: '', type: null, sure: true };
  });
}

function scan(text: string, pattern: RegExp, found: PlaceUse[]): void {
  const loud = pattern === LOUD;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const words = (match[2] ?? '').toLowerCase();
    const type = TYPE_BEFORE.exec(` ${words}`)?.[1] ?? null;
    const lead = leadOf(match, found.at(-1));
    const plain = type !== null || SETTING.test(words);
    const at = match.index + match[0].length;
    const use = lead === null || !plain ? null : useAt(text, at, { lead, type });
    if (use === null) {
      pattern.lastIndex = match.index + (match[1] ?? match[3] ?? ' ').length;
      continue;
    }
    found.push(use);
    pattern.lastIndex = loud ? use.start + (use.name.split(' ')[0]?.length ?? 1) : use.end;
  }
}

/**
 * The names that a text uses as places, in order. `capitals`: the whole text is in capitals; a name then is a run of
 * words of which the first ones may be the place.
 *
 * @example
 * placeUses('killed near Hama and Homs', false).map(({ name }) => name); // ['Hama', 'Homs']
 */
export function placeUses(text: string, capitals: boolean): PlaceUse[] {
  const found = capitals ? [] : datelines(text);
  scan(text, capitals ? LOUD : LEAD, found);
  return found.sort((a, b) => a.start - b.start);
}
