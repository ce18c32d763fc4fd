import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import { explanationLines } from '../cli/explain-lines.ts';
import { openTextReader, type TextReader } from '../text/open-text-reader.ts';
import { captureSources } from './capture-sources.ts';
import { explainClaims } from './explain-claims.ts';
import { proposeClaims } from './propose-claims.ts';

const TEXT = 'Police in Kessar said that six people died. The Guard denied that 26 weavers were detained.';
const READER = openTextReader({ attribution: null, gazetteer: null });
const FEATURES = [
  { what: 'cue "said" after a body', weight: 2.25 },
  { what: 'no clause', weight: -0.5 },
];

/** A reader that weighed something. */
const WEIGHING: TextReader = {
  extractor: 'model-1',
  read(input) {
    const reading = READER.read(input);
    const claims = reading.claims.map((claim) => ({
      ...claim,
      explanation: {
        by: 'model',
        rule: 'cue and source by the model',
        confidence: claim.confidence,
        features: FEATURES,
      } as const,
    }));
    return { ...reading, extractor: 'model-1', claims };
  },
};

async function deskReadBy(reader: TextReader) {
  const desk = memoryDesk();
  const files = memoryFiles(new Map([['a.txt', TEXT]]));
  const reported = { files, reader: plainReader({ publisher: 'The Mirror', publishedAt: '2031-04-02' }) };
  for await (const event of captureSources(desk, ['a.txt'], reported)) void event;
  for await (const event of proposeClaims(desk, reader)) void event;
  return desk;
}

test('a rule explains with its words and the confidence that is kept with the claim', async () => {
  const desk = await deskReadBy(READER);
  const [source] = await desk.store.sources();
  const explained = await explainClaims(desk, source?.id ?? '', READER);
  const claims = await desk.store.claims();
  expect(
    explained.map(({ claim, confidence, rule, by, extractor, note }) => [
      claim,
      confidence,
      rule,
      by,
      extractor,
      note,
    ]),
  ).toEqual(
    claims.map(({ id, extraction }) => [
      id,
      extraction?.confidence,
      extraction?.reason,
      'rule',
      READER.extractor,
      null,
    ]),
  );
  expect(explained.length).toBeGreaterThan(1);
  expect(explained[0]?.chain.map(({ named, cue }) => [named, cue])).toEqual([
    ['The Mirror', null],
    ['Police in Kessar', 'said'],
  ]);
});

test('what a model weighed is told again, strongest first, in a terminal', async () => {
  const desk = await deskReadBy(WEIGHING);
  const [claim] = await desk.store.claims();
  const [why] = await explainClaims(desk, claim?.id ?? '', WEIGHING);
  expect(why).toMatchObject({
    by: 'model',
    rule: 'cue and source by the model',
    features: FEATURES,
    note: null,
  });
  if (why === undefined) return;
  const lines = explanationLines(why, { paper: { width: 80, colour: false }, letters: 4 });
  expect(lines.join('\n')).toMatch(/The Mirror → Police in Kessar .*⟨said⟩ “six people died”/s);
  expect(lines.join('\n')).toMatch(/model: cue and source by the model · confidence 0\.\d\d · model-1/);
  expect(lines.filter((line) => /^ +[+−]\d/u.test(line))).toEqual([
    '      +2.25  cue "said" after a body',
    '      −0.50  no clause',
  ]);
});

test('claims of another extractor keep rule and confidence, and say why no more is known', async () => {
  const desk = await deskReadBy(WEIGHING);
  const [capture] = await desk.store.captures();
  const explained = await explainClaims(desk, capture?.id ?? '', READER);
  expect(explained.length).toBeGreaterThan(1);
  for (const { note, features, confidence } of explained) {
    expect(note).toBe(`Read by model-1; the reader is ${READER.extractor} now.`);
    expect(features).toEqual([]);
    expect(confidence).toBeGreaterThan(0);
  }
});

test('a text that reads otherwise by now, or not at all, is told', async () => {
  const desk = await deskReadBy(READER);
  const [claim] = await desk.store.claims();
  const id = claim?.id ?? '';
  const none = { ...READER, read: () => ({ extractor: READER.extractor, language: 'en', claims: [] }) };
  expect((await explainClaims(desk, id, none))[0]?.note).toMatch(/another proposal/);
  const failing = {
    ...READER,
    read: () => ({ notRead: 'Reading took more than 30 seconds and was stopped.' }),
  };
  expect((await explainClaims(desk, id, failing))[0]?.note).toMatch(/30 seconds/);
  await expect(explainClaims(desk, 'clm_zzzz', READER)).rejects.toMatchObject({ code: 'not-found' });
});
