/**
 * A reporter's afternoon: 30 reports in three languages, from an empty folder to a PDF for the editor. The desk is worked with the
 * keyboard alone. `PICTURES=1` takes the pictures of docs/guide/days/reporter.md. Skipped with a line when no browser starts; fails
 * instead when CI=true.
 */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test, vi } from 'vitest';
import { newPlace, type Place } from '../cli-fixture.ts';
import { type DeskPlan, describeDesk } from '../desk/desk-at-work.ts';
import { axeViolations } from '../desk/page-checks.ts';
import { runAll } from '../desk/served-desk.ts';
import { picture, tabTo } from './day.ts';

vi.setConfig({ testTimeout: 240_000 });
const REPORTS = fileURLToPath(new URL('./reports', import.meta.url));
/** Milliseconds: they only end what hangs. */
const SOON = { timeout: 60_000, interval: 25 };
const WHO = 'M. Reporter';

function startedVault(): Place {
  const place = newPlace();
  const file = place.write('passphrase', 'six words that dice have chosen\n');
  chmodSync(file, 0o600);
  // A person is asked for it; a test has no terminal.
  vi.stubEnv('ONRECORD_PASSPHRASE_FILE', file);
  runAll(place, [['init'], ['capture', REPORTS, '--by', WHO], ['propose'], ['trace']]);
  return place;
}

const PLAN: DeskPlan = { file: 'test/e2e/days/reporter.test.ts', vault: startedVault, args: ['--by', WHO] };

await describeDesk('a reporter’s afternoon', PLAN, (work) => {
  const { page, tally } = {
    page: () => work.page,
    tally: async () =>
      ((await work.asked('/api/record')) as { counts: { claims: Record<string, number> } }).counts.claims,
  };
  const press = (key: string): Promise<void> => page().keyboard.press(key);
  /** Says why in the dialog that is open. */
  const because = async (reason: string): Promise<void> => {
    await page().waitForSelector('dialog[open] textarea');
    await page().keyboard.type(reason);
    await press('Control+Enter');
    await page().waitForSelector('dialog', { state: 'detached' });
  };
  let figure = '';

  test('every proposal of 30 reports is decided with keys alone, from one source to the next', async () => {
    const had = await tally();
    expect(had.proposed).toBeGreaterThan(60);
    await picture(page(), 'reporter-inbox');
    await tabTo(page(), '.sources a');
    await press('Enter');
    let rejected = 0;
    for (let source = 0; source < 40 && new URL(page().url()).pathname !== '/'; source += 1) {
      await page().waitForSelector('.card .act, .beside .empty');
      const id = new URL(page().url()).pathname;
      if (source === 0) await picture(page(), 'reporter-reading');
      for (let at = 0; at < 30 && (await page().locator('.beside .notice.good').count()) === 0; at += 1) {
        const shown = await page().textContent('.card .gut');
        const words = (await page().textContent('.card')) ?? '';
        // What the machine took for a voice and is none.
        const wrong = words.includes('the law');
        await press(wrong ? 'r' : 'a');
        if (wrong) {
          await page().waitForSelector('dialog[open]');
          await press('1');
          rejected += 1;
        }
        await expect
          .poll(
            () =>
              page().evaluate(
                `document.querySelector('.card .gut')?.textContent !== ${JSON.stringify(shown)} || document.querySelector('.beside .notice.good') !== null`,
              ),
            SOON,
          )
          .toBe(true);
      }
      await page().waitForSelector('.state .ok');
      await press('g');
      await page().waitForURL((url) => url.pathname !== id, { waitUntil: 'commit' });
    }
    const now = await tally();
    expect(now.proposed).toBe(0);
    expect(now.rejected).toBe(rejected);
    expect(now.accepted).toBe(had.proposed! - rejected);
  });

  test('what thirty reports say of one night becomes one figure, in one step', async () => {
    await work.openWhole('/propositions/alike');
    await picture(page(), 'reporter-alike');
    const members = page().locator('.alike >> nth=0 >> li');
    const texts = await members.allTextContents();
    expect(texts.length).toBeGreaterThan(15);
    await page().keyboard.press('Tab');
    for (const text of texts) {
      await tabTo(page(), '.alike input');
      // What the ministry says of smugglers is another count; it stays beside.
      if (!/smugglers|контрабандист|مهربين/u.test(text)) await press('Space');
    }
    expect(await axeViolations(page())).toEqual([]);
    await tabTo(page(), '.alike button.yes');
    await press('Enter');
    await because('One night at one market.');
    await expect.poll(async () => (await members.count()) < texts.length, SOON).toBe(true);
    await work.openWhole('/tolls');
    const first = (await page().getAttribute('.tolls a, main li a', 'href')) ?? '';
    expect(first).toContain('prp_');
    figure = /prp_[0-9a-z]+/u.exec(first)?.[0] ?? '';
  });

  test('several names of one body are one voice, and the interval narrows; one range, with who denies', async () => {
    type Origins = { readonly atLeast: number; readonly atMost: number | null };
    const origins = async () => (await work.asked(`/api/propositions/${figure}/origins`)) as Origins;
    const before = await origins();
    await work.openWhole(`/propositions/${figure}/origins`);
    await picture(page(), 'reporter-origins');
    for (const [names, reason] of [
      [/^(Fishers' Union.*|Союз рыбаков|نقابة الصيادين)$/u, 'One union, three languages.'],
      [/^(The Dremna Lantern|Фонарь Дремны)$/u, 'One newspaper.'],
      [
        /^(Ilvar Senk|Ministry of Order|министерство порядка|Министерство порядка|وزارة النظام)$/u,
        'One ministry.',
      ],
    ] as const) {
      const rows = page().locator('.voices > ul >> nth=0 >> li');
      for (const row of await rows.all())
        if (names.test(((await row.locator('bdi').textContent()) ?? '').trim()))
          await row.locator('input').check();
      const chosen = await page().locator('.voices input:checked').count();
      if (chosen < 2) continue;
      await page().click('.voices .row button');
      await because(reason);
      await page().waitForSelector(`.voices >> text=${reason}`);
    }
    expect(await axeViolations(page())).toEqual([]);
    const after = await origins();
    expect(after.atLeast).toBeGreaterThanOrEqual(1);
    expect(after.atMost ?? 99).toBeLessThan(before.atMost ?? 99);
    const { toll } = (await work.asked(`/api/tolls/${figure}`)) as {
      toll: Record<'low' | 'best' | 'high', { readonly value: number } | null>;
    };
    expect([toll.best?.value, toll.high?.value]).toEqual([14, 14]);
    expect(toll.low?.value).toBeLessThanOrEqual(9);
    await work.openWhole(`/propositions/${figure}`);
    expect(await page().textContent('.tags, .stand')).toMatch(/denied|disputed/u);
    await picture(page(), 'reporter-figure');
  });

  test('what was printed is made public in one step and the editor gets a PDF', async () => {
    await work.openWhole('/leaving');
    await page().click('.leaving .row button.plain');
    await page().click('.leaving .row button:not(.plain)');
    await because('Newspapers printed it, offices published it.');
    await expect.poll(() => page().locator('.handling.public').count(), SOON).toBe(30);
    const title = 'Dremna, October 2022';
    const made = work.place.run(['dossier', '--pdf', 'dremna.pdf', '--title', title, '--by', WHO]);
    expect(made.code, made.err).toBe(0);
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(work.place.dir, 'dremna.pdf'))));
    const words = (await extractText(pdf, { mergePages: true })).text.replace(/\s+/gu, ' ');
    expect(words).toContain(title);
    for (const part of [/14/u, /independent origins/u, /den(?:ies|ied)/u, /fish market of Dremna/u])
      expect(words).toMatch(part);
    // Nobody was cleared: officials, too, stand there by what they are.
    expect(words).not.toContain('Ilvar Senk');
    expect(work.place.run(['verify']).code).toBe(0);
  });
});
