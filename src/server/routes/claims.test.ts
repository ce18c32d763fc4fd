/** Why a claim was proposed, at the desk: the words of `propose --explain`, from the reader that the desk is handed. */
import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from '../../desk/capture-sources.ts';
import { explainClaims } from '../../desk/explain-claims.ts';
import { proposeClaims } from '../../desk/propose-claims.ts';
import { openTextReader } from '../../text/open-text-reader.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';

const TEXT = 'Police in Kessar said that six people died. A witness said nine men were taken away.';

async function asked() {
  const rules = openTextReader({ attribution: null, gazetteer: null });
  const weighing = {
    extractor: rules.extractor,
    read: (input: Parameters<typeof rules.read>[0]) => {
      const reading = rules.read(input);
      const claims = reading.claims.map((claim) => ({
        ...claim,
        explanation: {
          by: 'rule' as const,
          rule: claim.reason,
          confidence: claim.confidence,
          features: [
            {
              what: 'the trained reader takes “say” for telling: right in 97 of 100 such cases',
              weight: 0.47,
            },
          ],
        },
      }));
      return { ...reading, claims };
    },
  };
  const desk = memoryDesk();
  const files = memoryFiles(new Map([['a.txt', TEXT]]));
  for await (const _ of captureSources(desk, ['a.txt'], { files, reader: plainReader() }));
  for await (const _ of proposeClaims(desk, weighing));
  let opened = 0;
  const { app, cookie } = openApp({
    desk,
    reading: async () => {
      opened += 1;
      return weighing;
    },
  });
  const why = async (id: string) => {
    const response = await app.request(`/api/claims/${id}/why`, { headers: pageHeaders(cookie, 'GET') });
    return { status: response.status, told: (await response.json()) as Record<string, unknown> };
  };
  return { desk, weighing, why, opened: () => opened };
}

test('rule, confidence and what was weighed are told as the command line tells them', async () => {
  const { desk, weighing, why } = await asked();
  const claims = await desk.store.claims();
  expect(claims.length).toBeGreaterThan(1);
  for (const { id } of claims) {
    const [known] = await explainClaims(desk, id, weighing);
    const { status, told } = await why(id);
    expect(status).toBe(200);
    expect(known).toMatchObject(told);
    expect(told).toMatchObject({ by: 'rule', note: null, features: [{ weight: 0.47 }] });
    expect(Object.keys(told).sort()).toEqual(['by', 'confidence', 'extractor', 'features', 'note', 'rule']);
  }
});

test('what is no claim starts no reader', async () => {
  const { why, opened } = await asked();
  expect((await why('clm_00000000000000000000000000')).status).toBe(404);
  expect(opened()).toBe(0);
});
