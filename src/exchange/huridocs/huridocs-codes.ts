/** Codes of the HURIDOCS micro-thesauri by our words (crosswalks in `vocab/`; a test holds both to each other). */
import { polarityOf } from '../../reckon/polarity.ts';
import type { Answer, Measure } from '../../record/proposition.ts';
import type { FiledProposition, RecordIndex } from '../record-file/record-file.ts';

/** List 4. A killing has no code until a person says which kind it was. */
const ACT: Readonly<Partial<Record<Measure, string>>> = {
  detained: '030102',
  abducted: '030104',
  disappeared: '030103',
  tortured: '02011111',
};

/** The code of an act; null: none for the measure alone. */
export function actCode(measure: Measure | null): string | null {
  return measure === null ? null : (ACT[measure] ?? null);
}

/** List 7. */
const UNIT: Readonly<Record<string, string>> = {
  individual: '01',
  family: '02',
  group: '03',
  community: '04',
  'social-group': '05',
  people: '06',
};

/** The code of a counting unit. */
export function unitCode(unit: string | null): string | null {
  return unit === null ? null : (UNIT[unit] ?? null);
}

/** List 19. */
const CONNECTION: Readonly<Record<string, string>> = {
  victim: '0101',
  witness: '0102',
  perpetrator: '0103',
  relative: '0201',
  'third-party': '03',
  reporter: '0301',
  lawyer: '0401',
  medical: '0402',
  ngo: '0404',
};

/** The code of how a speaker knows; null: not said. */
export function connectionCode(connection: string | null): string | null {
  return connection === null ? null : (CONNECTION[connection] ?? null);
}

/** List 27. A refusal has no code of its own; "pending" is a status of list 45. */
const RESPONSE: Readonly<Partial<Record<Answer, string>>> = { granted: '01', declined: '05', silent: '06' };

/** The code of an answer. */
export function responseCode(answer: Answer): string | null {
  return RESPONSE[answer] ?? null;
}

/** List 41, never a code above "likely". */
const STATUS: Readonly<Record<string, string>> = {
  discounted: '02',
  conceded: '04',
  contested: '03',
  corroborated: '03',
  'single-origin': '03',
  'origin-unknown': '03',
};

/** The code of a standing. */
export function statusCode(standing: string): string | null {
  return STATUS[standing] ?? null;
}

/** Propositions above and the proposition itself. */
function lineOf(one: FiledProposition, index: RecordIndex): readonly FiledProposition[] {
  const line: FiledProposition[] = [];
  let at: FiledProposition | undefined = one;
  while (at !== undefined && !line.includes(at)) {
    line.push(at);
    at = at.narrowerThan === null ? undefined : index.propositions.get(at.narrowerThan);
  }
  return line;
}

/**
 * Codes of list 28 for an act: what those who are blamed say of it. 01 for officials, 02 for others: 02 denies the act, 03
 * acknowledges it and denies responsibility, 01 acknowledges it, 05 accepts responsibility. 99 when nobody blamed is known to
 * have spoken.
 *
 * @example
 * attributionCodes(proposition, index); // ['0102']
 */
export function attributionCodes(one: FiledProposition, index: RecordIndex): readonly string[] {
  const sides = new Map<string, Set<string>>();
  for (const at of lineOf(one, index))
    for (const claim of index.claimsOn.get(at.id) ?? []) {
      const speaker = index.actors.get(claim.chain.at(-1)?.speaker ?? '');
      if (
        speaker === undefined ||
        !isBlamed(
          speaker.names.map(({ text }) => text),
          one,
        )
      )
        continue;
      const side = polarityOf(claim.stance);
      if (side === 'aside' || (claim.stance === 'alleges' && at.kind !== 'responsibility')) continue;
      const official = speaker.kind === 'state' || speaker.kind === 'public-body' || speaker.kind === 'unit';
      const question = at.kind === 'responsibility' ? 'responsibility' : 'occurrence';
      const known = sides.get(official ? '01' : '02') ?? new Set();
      sides.set(official ? '01' : '02', known.add(`${question} ${side}`));
    }
  const codes = [...sides].map(([party, said]) => `${party}${codeOf(said)}`);
  return codes.length === 0 ? ['99'] : codes.toSorted();
}

function codeOf(said: ReadonlySet<string>): string {
  if (said.has('occurrence against')) return '02';
  if (said.has('responsibility against')) return '03';
  return said.has('responsibility for') ? '05' : '01';
}

/** Whether a name is that of those whom the proposition blames, as worded. */
function isBlamed(names: readonly string[], { scope }: FiledProposition): boolean {
  const blamed = scope.by?.toLowerCase() ?? null;
  return (
    blamed !== null &&
    names.some((name) => name.toLowerCase() === blamed || blamed.includes(name.toLowerCase()))
  );
}
