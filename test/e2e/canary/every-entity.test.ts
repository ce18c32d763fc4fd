/**
 * Every entity of the record has an example here with something in every field, and every field that takes words carries a
 * mark; every kind of log entry stands in the marked record. A new entity, field or action without a mark fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../../src/record/log-entry.ts';
import { everyEntity } from './every-entity.ts';
import { ACTIONS_ELSEWHERE, markedEntries } from './marked-record.ts';
import { MARKS } from './marked-words.ts';

const RECORD = join(import.meta.dirname, '../../../src/record');
const anyRow = (path: string): string => path.replace(/\[\d+\]/gu, '[]');

/** Functions that make an entity, as they stand in the files of the record. */
function makers(): readonly string[] {
  return readdirSync(RECORD, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|cases)\.ts$/u.test(name))
    .flatMap((name) => [
      ...readFileSync(join(RECORD, name), 'utf8').matchAll(/^export function (create\w+)\(fields/gmu),
    ])
    .map(([, maker = '']) => maker)
    .sort();
}

test('every entity has an example', () => {
  expect(makers().length).toBeGreaterThan(15);
  expect(everyEntity().map(({ maker }) => maker)).toEqual(makers());
});

test.each(everyEntity())('$maker: every field is filled, and marked where it takes words', ({ examples }) => {
  const filled = new Set(
    examples.flatMap(({ marked, unmarkable }) => [...marked, ...unmarkable].map(anyRow)),
  );
  const isFilled = (path: string): boolean =>
    [...filled].some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`));
  const empty = examples.flatMap((example) => example.empty.map(anyRow)).filter((path) => !isFilled(path));
  expect([...new Set(empty)]).toEqual([]);
});

test('what carries no mark is an id, a time, a number, a hash or a code', () => {
  const bare = everyEntity().flatMap(({ examples }) =>
    examples.flatMap(({ unmarkable }) => unmarkable.map((path) => anyRow(path).split('.').at(-1) ?? '')),
  );
  expect([...new Set(bare)].sort()).toMatchInlineSnapshot(`
    [
      "a",
      "actor",
      "addedAt",
      "address",
      "age",
      "anonymity",
      "answer",
      "answeredAt",
      "asOf",
      "askedAt",
      "at",
      "authors[]",
      "b",
      "basis[]",
      "beside[]",
      "best",
      "bound",
      "by",
      "capture",
      "capturedAt",
      "captures",
      "certainty",
      "chain[]",
      "changedBy",
      "claim",
      "clarity",
      "codePoints",
      "comparator",
      "confidence",
      "connection",
      "copy",
      "counts[]",
      "dates",
      "day",
      "decision",
      "derivedFrom",
      "documents",
      "domains[]",
      "doneAt",
      "dossierSha256",
      "due",
      "edtf",
      "embargo",
      "end",
      "exact",
      "extent",
      "files",
      "force",
      "givenAt",
      "handling",
      "handling[]",
      "headerRow",
      "high",
      "id",
      "imageHashes[]",
      "incident",
      "input",
      "kind",
      "lang",
      "language",
      "languages[]",
      "latitude",
      "level",
      "list",
      "longitude",
      "low",
      "madeAt",
      "max",
      "measure",
      "method",
      "min",
      "naming",
      "narrowerThan",
      "number",
      "of",
      "offset",
      "on",
      "output",
      "pages",
      "partOf",
      "party",
      "people",
      "place",
      "platform",
      "position",
      "property",
      "proposition",
      "propositions[]",
      "publishedAt",
      "publisher",
      "relation",
      "release",
      "retainUntil",
      "reviewedAt",
      "revisionOf",
      "root",
      "row",
      "rule",
      "saidAt",
      "scheme",
      "setBy",
      "sha256",
      "size",
      "source",
      "speaker",
      "stance",
      "start",
      "state",
      "statedBy",
      "status",
      "supersedes",
      "textSha256",
      "to",
      "type",
      "undated[]",
      "unit",
      "unreviewed",
      "used[]",
      "value",
      "version",
      "victim",
      "weight",
      "when",
      "withdrawnAt",
    ]
  `);
});

test('every action of the log stands in the marked record', () => {
  const there = new Set(markedEntries().map(({ body }) => body.action));
  const missing = ACTIONS.filter((action) => !there.has(action) && !ACTIONS_ELSEWHERE.includes(action));
  expect(missing).toEqual([]);
  expect(ACTIONS_ELSEWHERE.filter((action) => there.has(action))).toEqual([]);
});

/** Ends of a value that are words. */
function* wordsOf(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const one of value as readonly unknown[]) yield* wordsOf(one, `${path}[]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* wordsOf(one, `${path}.${key}`);
}

test('every text of the marked record carries a mark, or is an id, a time, a hash or a code', () => {
  const stems = Object.values(MARKS);
  const bare = new Set<string>();
  for (const { body } of markedEntries())
    for (const [path, text] of wordsOf(body, body.action)) {
      if (stems.some((stem) => text.includes(stem))) continue;
      if (/^[a-z]{3}_[0-9a-z]{26}$|^[0-9a-f]{64}$|^\d{4}(?:-\d\d)*(?:T[\d:]+Z)?$/u.test(text)) continue;
      bare.add(`${path}: ${text}`);
    }
  expect([...bare].sort()).toMatchInlineSnapshot(`
    [
      "actors-joined.action: actors-joined",
      "checkpoint-anchored.action: checkpoint-anchored",
      "checkpoint-anchored.how: exported",
      "checkpoint-cosigned.action: checkpoint-cosigned",
      "claim-reviewed.action: claim-reviewed",
      "claim-reviewed.decision: accepted",
      "claims-proposed.action: claims-proposed",
      "claims-proposed.actors[].kind: person",
      "claims-proposed.actors[].kind: public-body",
      "claims-proposed.actors[].names[].kind: alias",
      "claims-proposed.actors[].names[].kind: full",
      "claims-proposed.actors[].names[].lang: en",
      "claims-proposed.claims[].chain[].anonymity: named",
      "claims-proposed.claims[].chain[].connection: unknown",
      "claims-proposed.claims[].chain[].cue.force: neutral",
      "claims-proposed.claims[].chain[].cue.lang: en",
      "claims-proposed.claims[].chain[].cue.lemma: deny",
      "claims-proposed.claims[].chain[].cue.text: denied",
      "claims-proposed.claims[].chain[].cue.text: said",
      "claims-proposed.claims[].chain[].passage.prefix: indlemoorlead stands first. The ",
      "claims-proposed.claims[].chain[].passage.prefix: ovenquistlead stands first. The ",
      "claims-proposed.claims[].chain[].passage.prefix: rumaldinelead stands first. The ",
      "claims-proposed.claims[].extraction.by: rules-en-1",
      "claims-proposed.claims[].passages[].exact: denied it",
      "claims-proposed.claims[].quantity.comparator: exactly",
      "claims-proposed.claims[].quantity.unit: individual",
      "claims-proposed.claims[].stance: alleges",
      "claims-proposed.claims[].stance: denies",
      "claims-proposed.claims[].status: proposed",
      "claims-proposed.claims[].when.extent: within",
      "claims-proposed.extractor: rules-en-1",
      "claims-proposed.propositions[].kind: count",
      "claims-proposed.propositions[].lang: en",
      "claims-proposed.propositions[].measure: detained",
      "claims-regrouped.action: claims-regrouped",
      "claims-regrouped.propositions[].kind: occurrence",
      "claims-regrouped.propositions[].lang: en",
      "clearance-withdrawn.action: clearance-withdrawn",
      "clearance-withdrawn.person.kind: name",
      "custody-recorded.action: custody-recorded",
      "custody-recorded.event.kind: derived",
      "custody-recorded.event.tool.version: 2.1",
      "estimate-recorded.action: estimate-recorded",
      "estimate-recorded.estimate.methods[].method: chao",
      "estimate-recorded.estimate.program: onrecord 0",
      "finding-undone.action: finding-undone",
      "fixity-checked.action: fixity-checked",
      "incident-recorded.action: incident-recorded",
      "incident-recorded.incident.when.extent: within",
      "link-reviewed.action: link-reviewed",
      "link-reviewed.decision: confirmed",
      "links-proposed.action: links-proposed",
      "links-proposed.actors[].kind: media",
      "links-proposed.actors[].names[].kind: alias",
      "links-proposed.actors[].names[].kind: full",
      "links-proposed.actors[].names[].lang: en",
      "links-proposed.extractor: cited-outlet-1",
      "links-proposed.links[].anchors[].kind: passage",
      "links-proposed.links[].certainty: possible",
      "links-proposed.links[].proposal.by: cited-outlet",
      "links-proposed.links[].proposal.version: 1",
      "links-proposed.links[].status: proposed",
      "links-proposed.links[].to.kind: not-held",
      "links-proposed.links[].type: cites",
      "list-imported.action: list-imported",
      "list-imported.list.columns[].dates: dmy",
      "list-imported.list.columns[].lang: en",
      "list-imported.list.columns[].property: died",
      "list-imported.list.columns[].property: id",
      "list-imported.list.columns[].property: name",
      "list-imported.list.columns[].property: note",
      "people-decided.action: people-decided",
      "people-decided.decision.relation: same",
      "people-decision-undone.action: people-decision-undone",
      "person-cleared.action: person-cleared",
      "person-cleared.person.kind: name",
      "place-recorded.action: place-recorded",
      "place-recorded.place.kind: site",
      "place-recorded.place.names[].kind: full",
      "place-recorded.place.names[].lang: en",
      "place-recorded.place.precision.code: 1",
      "place-recorded.place.precision.scheme: ucdp-where-prec",
      "place-recorded.place.siteType.scheme: huridocs-5",
      "proposition-reworded.action: proposition-reworded",
      "proposition-reworded.after.lang: en",
      "proposition-reworded.before.lang: en",
      "propositions-held-apart.action: propositions-held-apart",
      "record-imported.action: record-imported",
      "release-approved.action: release-approved",
      "release-made.action: release-made",
      "release-made.release.profile.captures: none",
      "release-made.release.profile.handling[]: internal",
      "release-made.release.profile.handling[]: public",
      "release-made.release.profile.languages[]: en",
      "release-made.release.profile.unreviewed: refuse",
      "release-made.release.program: onrecord 0",
      "settings-changed.action: settings-changed",
      "settings-changed.settings.outlets[].code: valley-post",
      "settings-changed.settings.outlets[].kind: agency",
      "settings-changed.settings.outlets[].state: FR",
      "source-captured.action: source-captured",
      "source-captured.actors[].kind: media",
      "source-captured.actors[].kind: person",
      "source-captured.actors[].names[].kind: alias",
      "source-captured.actors[].names[].kind: full",
      "source-captured.actors[].names[].lang: en",
      "source-captured.capture.copy: evidentiary",
      "source-captured.capture.mediaType: text/csv",
      "source-captured.capture.mediaType: text/plain",
      "source-captured.capture.method: file",
      "source-captured.capture.text.normaliser: text-1",
      "source-captured.capture.trail.embeds[].platform: telegram",
      "source-captured.source.handling: internal",
      "source-captured.source.handling: public",
      "source-captured.source.handling: sealed",
      "source-captured.source.kind: list",
      "source-captured.source.kind: news-article",
      "source-captured.source.language: en",
      "voices-judged.action: voices-judged",
      "voices-judged.finding.relation: same",
    ]
  `);
});
