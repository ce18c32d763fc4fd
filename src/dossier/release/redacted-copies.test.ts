import { expect, test } from 'vitest';
import { coverOf } from '../../../test/fixtures/cover-of.ts';
import { hashOf, RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import type { CaptureId, SourceId } from '../../record/id.ts';
import { blockedText } from '../../record/redaction.ts';
import { renderDossier } from '../render-dossier.ts';
import { QUOTE_REDACTED, type RedactedCopies, type Redactions } from './redacted-copies.ts';

const TEXT =
  'The mill in Upper Zorvel was searched. Two men were taken from the mill in Upper Zorvel at dawn.';
const SECRET = 'Upper Zorvel';

/** A source about a place that must not be known, and a redacted copy of it. */
function redacted(copyText: string | null, spans: RedactedCopies['spans']) {
  const b = new RecordBuilder();
  const outlet = b.actor('Harbour Radio');
  const source = b.source({ publisher: outlet, title: `Search in ${SECRET}`, text: TEXT });
  const [original] = b.captures.values();
  if (original === undefined) throw new Error('the builder changed');
  const about = b.proposition({
    kind: 'count',
    measure: 'detained',
    text: `men detained in ${SECRET}`,
    scope: { group: 'men', place: SECRET },
  });
  b.claim({
    source,
    proposition: about,
    stance: 'alleges',
    words: `Two men were taken from the mill in ${SECRET} at dawn`,
    quantity: { low: 2, best: 2, high: 2, wording: 'Two men' },
  });
  b.claim({ source, proposition: about, stance: 'alleges', words: 'was searched' });
  const copy = 'cap_copy0000000000000000000000' as CaptureId;
  if (copyText !== null) b.texts.set(hashOf(copyText), copyText);
  b.captures.set(copy, {
    ...original,
    id: copy,
    fileName: 'redacted.txt',
    sha256: hashOf(`bytes of ${copyText}`),
    text:
      copyText === null
        ? null
        : { sha256: hashOf(copyText), normaliser: 'text-1', codePoints: [...copyText].length },
    noTextReason: copyText === null ? 'A picture.' : null,
    copy: 'working',
    derivedFrom: original.id,
  });
  const copies = { text: copyText === null ? null : copy, picture: copyText === null ? copy : null, spans };
  return { b, original, source, redactions: new Map([[source, copies]]) as Redactions };
}

function files(b: RecordBuilder, redactions: Redactions) {
  return renderDossier({
    snapshot: b.snapshot(),
    texts: b.texts,
    assets: [],
    cover: coverOf(b),
    redactions,
    options: {
      title: null,
      includeProposed: true,
      generatedAt: '2031-05-01T12:00:00Z',
      version: '0.1.0',
      head: null,
    },
  });
}

const spansOf = (text: string, words: string) =>
  [...text.matchAll(new RegExp(words, 'gu'))].map(({ index }) => ({
    start: index,
    end: index + words.length,
  }));

test('what was taken out stands in no file: not in the text, a quotation, a title, a proposition or a hash', () => {
  const spans = spansOf(TEXT, SECRET);
  const { b, original, redactions } = redacted(blockedText(TEXT, spans), spans);
  const all = files(b, redactions).map(({ path, content }) => `${path}\n${String(content)}`);
  for (const secret of ['Zorvel', original.sha256, original.text?.sha256 ?? '', original.id])
    expect(
      all.filter((file) => file.includes(secret)),
      secret,
    ).toEqual([]);
  const text = all.join('\n');
  expect(text).toContain('Two men were taken from the mill in ████████████ at dawn');
  expect(text).toContain('men detained in ████████████');
});

test('without a redaction the same look finds it: it can fail', () => {
  const { b } = redacted(blockedText(TEXT, []), null);
  expect(files(b, new Map()).some(({ content }) => String(content).includes('Zorvel'))).toBe(true);
});

test('a copy made by hand: quotations that stand in it stay, others are withheld', () => {
  const { b, redactions } = redacted(
    'The mill in … was searched. Two men were taken from the mill in … at dawn.',
    null,
  );
  const json = JSON.parse(String(files(b, redactions).find(({ path }) => path === 'record.json')?.content));
  const exact = json.claims.map((claim: { passages: { exact: string }[] }) => claim.passages[0]?.exact);
  expect(exact).toEqual([`[${QUOTE_REDACTED}]`, 'was searched']);
  expect(json.claims[0].passages[0].textSha256).toBeNull();
});

test('a picture alone withholds every quotation: nobody knows what lies under its boxes', () => {
  const { b, redactions } = redacted(null, null);
  const json = JSON.parse(String(files(b, redactions).find(({ path }) => path === 'record.json')?.content));
  for (const { passages } of json.claims) expect(passages[0].exact).toBe(`[${QUOTE_REDACTED}]`);
});

test('what another source says, too, is not hidden in a proposition that both tell', () => {
  const spans = spansOf(TEXT, SECRET);
  const { b, redactions } = redacted(blockedText(TEXT, spans), spans);
  const [about] = b.propositions.keys();
  const other: SourceId = b.source({ publisher: null, text: `Men were held in ${SECRET}.` });
  if (about !== undefined)
    b.claim({ source: other, proposition: about, stance: 'alleges', words: 'Men were held' });
  const json = JSON.parse(String(files(b, redactions).find(({ path }) => path === 'record.json')?.content));
  expect(json.propositions[0].text).toBe(`men detained in ${SECRET}`);
});
