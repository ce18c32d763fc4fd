/** The log by person and action, page after page, and what each entry is about. */
import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from '../capture-sources.ts';
import { loggedSettings } from '../change-settings.ts';
import { type LogQuery, listLog } from './list-log.ts';

const ALL: LogQuery = { agent: null, action: null, before: null, limit: 50 };

async function withSources(count: number) {
  const desk = memoryDesk();
  const texts = Array.from({ length: count }, (_, at) => [`${at}.txt`, `Text number ${at}.`] as const);
  const files = memoryFiles(new Map(texts));
  const reader = plainReader({ title: 'A report' });
  const names = texts.map(([name]) => name);
  for await (const _event of captureSources(desk, names, { files, reader }));
  await loggedSettings(desk, { logViews: true }, 'B. Keeper');
  return desk;
}

test('the latest first, page after page, each entry once', async () => {
  const desk = await withSources(5);
  const seen: number[] = [];
  let before: number | null = null;
  do {
    const page = await listLog(desk, { ...ALL, before, limit: 2 });
    expect(page.total).toBe(6);
    seen.push(...page.entries.map(({ seq }) => seq));
    before = page.next;
  } while (before !== null);
  expect(seen).toEqual([6, 5, 4, 3, 2, 1]);
});

test('by part of a name, by action, and with what it is about', async () => {
  const desk = await withSources(2);
  const keeper = await listLog(desk, { ...ALL, agent: 'keep' });
  expect(keeper.entries.map(({ action }) => action)).toEqual(['settings-changed']);
  expect(keeper.next).toBeNull();
  const taken = await listLog(desk, { ...ALL, action: 'source-captured' });
  expect(taken.entries).toHaveLength(2);
  expect(taken.entries[0]?.about).toMatchObject({ title: 'A report', claim: null });
  expect((await listLog(desk, { ...ALL, agent: 'nobody' })).entries).toEqual([]);
});

test('an empty log has no entries', async () => {
  expect(await listLog(memoryDesk(), ALL)).toEqual({ entries: [], next: null, total: 0 });
});
