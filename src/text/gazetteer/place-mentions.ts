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

const CAP = String.raw`\p{Lu}(?:[\p{L}\p{M}ʻ]|['’](?=\p{L})(?!s(?!\p{L})))*`;
const JOIN =
  '(?:-|[ -](?:de|del|di|da|do|dos|la|le|les|el|al|as|ash|ad|ar|ez|es|en|sur|upon|am|und|ul)[ -]| )';
const RUN = new RegExp(
  String.raw`(?:(?:al|el|an|as|ash|ad|ar|az)-)?${CAP}(?:(?<=St)\.)?(?:${JOIN}${CAP}){0,4}`,
  'uy',
);
const TYPES =
  'city|town|village|suburb|port|settlement|hamlet|capital|camp|island|province|region|district|oblast|governorate|county|prefecture|department|republic|state|municipality|neighbourhood|neighborhood';
const LEADS = new Set(
  'in near outside around across throughout inside within into from to at of toward towards through between off over'.split(
    ' ',
  ),
);
const TYPE_WORDS = new Set(TYPES.split('|'));
/** Words that may stand between a preposition and the name of a place. */
const SETTING =
  /^(?:the|a|an|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central|upper|lower|nearby|neighbou?ring|besieged|occupied|coastal|downtown|\p{L}+-(?:held|controlled|occupied|ruled|administered))$/u;
const TYPE_AFTER = new RegExp(
  String.raw`[ -](${TYPES}|Province|Region|District|Oblast|Governorate|County|Prefecture|Department|City|State)(?!\p{L})`,
  'uy',
);
const TYPE_INSIDE = / (Province|Region|District|Oblast|Krai|Governorate|County|Prefecture|Department|City)$/u;
const DATELINE = /^[ \t]*(\p{Lu}{2}[\p{Lu}' -]{1,30}?)(?=, | \(|(?: ?[–—]| -)[ -])/gmu;
const SURE = /^(?:in|near|outside|around|across|throughout|inside|within|into|through)$/;
/** "in Homs, Hama and Idlib", "Nigeria's Kano": goes on from the name before. */
const ON = /^(?:,|,? (?:and|AND)|['’][sS]) $/;
const START = /(?<=[ \n(“"‘]|^)(?:(?:al|el|an|as|ash|ad|ar|az)-)?\p{Lu}/gu;
const REACH = 7;

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

interface Before {
  readonly lead: string;
  readonly type: string | null;
}

/** The word that ends right before a space, and where it begins; null at a mark or the start of the text. */
function wordBefore(text: string, space: number): { readonly word: string; readonly from: number } | null {
  if (text[space] !== ' ') return null;
  let from = space;
  while (from > 0 && /[\p{L}-]/u.test(text[from - 1] ?? '')) from -= 1;
  return from === space ? null : { word: text.slice(from, space), from };
}

/** The preposition before a name, over words that only set it: "in the besieged city of Hama" is "in", a city. */
function leadBefore(text: string, at: number): Before | null {
  let space = at - 1;
  let type: string | null = null;
  let of = false;
  for (let count = 0; count < REACH; count += 1) {
    const before = wordBefore(text, space);
    if (before === null) break;
    const word = before.word.toLowerCase();
    const plain = before.word === word || before.word === before.word.toUpperCase() || LEADS.has(word);
    if (!plain && !SETTING.test(before.word)) break;
    if (word === 'of' && count <= 1) of = true;
    else if (of && type === null && TYPE_WORDS.has(word)) type = word;
    else if (LEADS.has(word)) return of && type === null ? { lead: 'of', type: null } : { lead: word, type };
    else if (type === null && !SETTING.test(word)) break;
    space = before.from - 1;
  }
  return of ? { lead: 'of', type } : null;
}

/** The lead of a list reaches over it. */
function goesOn(text: string, at: number, before: PlaceUse | undefined): Before | null {
  if (before === undefined || at - before.end > 6 || at <= before.end) return null;
  return ON.test(text.slice(before.end, at)) ? { lead: before.lead, type: null } : null;
}

function datelines(text: string): PlaceUse[] {
  return [...text.matchAll(DATELINE)].map((match) => {
    const name = (match[1] ?? '').trim();
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return { start, end: start + name.length, name, lead: '', type: null, sure: true };
  });
}

/**
 * The names that a text uses as places, in order. `capitals`: the whole text is in capitals; a name then is a run of
 * words of which the first ones may be the place.
 *
 * @example
 * placeUses('killed near Hama and Homs', false).map(({ name }) => name); // ['Hama', 'Homs']
 */
export function placeUses(text: string, capitals: boolean): PlaceUse[] {
  const found: PlaceUse[] = [];
  for (const match of text.matchAll(START)) {
    const at = match.index;
    const last = found.at(-1);
    if (!capitals && last !== undefined && at < last.end) continue;
    const around = goesOn(text, at, last) ?? leadBefore(text, at);
    const use = around === null ? null : useAt(text, at, around);
    if (use !== null && !(capitals && LEADS.has(use.name.toLowerCase()))) found.push(use);
  }
  return capitals ? found : [...datelines(text), ...found].sort((a, b) => a.start - b.start);
}
