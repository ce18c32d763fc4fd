/**
 * Reads and weighs a handful of reports without a record: nothing is stored, nobody has reviewed anything, and what comes out says
 * so. For a page in a browser, a script, a first look.
 */
import { type WeighedProposition, weighingContext, weighProposition } from '../reckon/weigh-proposition.ts';
import type { Actor } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId, NewId, Sha256, SourceId } from '../record/id.ts';
import { shippedOutlets } from '../record/shipped-outlets.ts';
import { createSource, type Source } from '../record/source.ts';
import { utteranceOf } from '../record/utterance.ts';
import type { TextReader } from '../text/open-text-reader.ts';
import { openActorBook } from './actor-book.ts';
import { claimsOfReading } from './claims-of-reading.ts';
import { openGrouping } from './group-drafts.ts';

/** A report as somebody has it at hand. */
export interface ReportText {
  readonly text: string;
  /** Who published it; null when unknown. */
  readonly outlet: string | null;
  /** EDTF day; null when unknown: "last week" is then not resolved. */
  readonly publishedAt: string | null;
  /** BCP 47; null: told from the text. */
  readonly language: string | null;
}

/** What weighing needs from outside. */
export interface WeighingTools {
  readonly reader: TextReader;
  readonly newId: NewId;
  /** SHA-256 of the text's UTF-8 bytes as lower-case hexadecimal: claims say which text their passages lie in. */
  readonly sha256: (text: string) => Sha256 | Promise<Sha256>;
}

/** A report with what it was read as. */
export interface WeighedReport {
  readonly source: Source;
  /** As passages count in it: Unicode NFC, line ends as LF. */
  readonly text: string;
  /** Null: a language that cannot be read; it then has no claims. */
  readonly language: string | null;
  /** In the order of the text. All are proposals. */
  readonly claims: readonly Claim[];
}

export interface WeighedReports {
  /** In the order given. */
  readonly reports: readonly WeighedReport[];
  /** The most spoken-of first. */
  readonly propositions: readonly WeighedProposition[];
  readonly actors: ReadonlyMap<ActorId, Actor>;
}

/**
 * Reads reports, puts their claims to propositions and weighs each: origins, standing, positions, toll.
 *
 * @throws OnRecordError `invalid-record` for a day that is no EDTF or a language that is no BCP 47
 * @example
 * import { idMaker, openTextReader, weighReports } from 'onrecord';
 * const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
 * const tools = {
 *   reader: openTextReader({ attribution: null, gazetteer: null }),
 *   newId: idMaker((count) => crypto.getRandomValues(new Uint8Array(count))),
 *   sha256: async (text) => hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
 * };
 * const given = { outlet: 'The Valley Post', publishedAt: '2031-04-02', language: 'en' };
 * const weighed = await weighReports([{ ...given, text: 'Police said that 26 people were killed in Dol.' }], tools);
 * weighed.propositions[0].toll.low.value; // 26
 */
export async function weighReports(
  reports: readonly ReportText[],
  { reader, newId, sha256 }: WeighingTools,
): Promise<WeighedReports> {
  const empty = { actorsNamed: async () => [], propositions: async () => [] };
  const book = openActorBook(empty, newId, shippedOutlets());
  const grouping = openGrouping({ store: empty, newId });
  const read: WeighedReport[] = [];
  for (const report of reports) {
    const text = report.text.normalize('NFC').replace(/\r\n?/gu, '\n').toWellFormed();
    const outlet = report.outlet === null ? null : await book.actorFor(report.outlet, 'media');
    const source = sourceOf(report, newId('source'), outlet);
    const reading = reader.read({ ...report, text });
    const claims = await claimsOfReading(reading, {
      capture: newId('capture'),
      textSha256: await sha256(text),
      text,
      source,
      outlet,
      book,
      grouping,
      newId,
    });
    read.push({ source, text, language: reading.language, claims });
  }
  const actors = new Map(book.takeMade().map((actor) => [actor.id, actor]));
  const all = grouping.takeMade();
  const utterances = read.flatMap(({ claims }) => claims.map(utteranceOf));
  const context = weighingContext({ all, utterances, actors });
  const propositions = all
    .map((proposition) => weighProposition(proposition, context))
    .toSorted((a, b) => b.utterances.length - a.utterances.length);
  return { reports: read, propositions, actors };
}

function sourceOf(report: ReportText, id: SourceId, outlet: Actor | null): Source {
  return createSource({
    id,
    kind: 'unknown',
    title: null,
    publisher: outlet?.id ?? null,
    authors: [],
    publishedAt: report.publishedAt,
    language: report.language,
    url: null,
    handling: 'internal',
    revisionOf: null,
  });
}
