/**
 * A casualty recorder's day: five lists in two scripts, from an empty folder to a release. `PICTURES=1` takes the pictures of
 * docs/guide/days/casualty-recorder.md. Skipped with a line when no browser starts; fails instead when CI=true.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { newPlace, type Place } from '../cli-fixture.ts';
import { type DeskPlan, describeDesk } from '../desk/desk-at-work.ts';
import { axeViolations } from '../desk/page-checks.ts';
import { runAll } from '../desk/served-desk.ts';
import { inventedLists } from '../three-lists.ts';
import { picture } from './day.ts';

vi.setConfig({ testTimeout: 300_000 });
const REPORTS = fileURLToPath(new URL('./reports', import.meta.url));
const WHO = 'R. Recorder';
const BY = ['--by', WHO] as const;
const SOON = { timeout: 60_000, interval: 50 };
const { lists, listed, people } = inventedLists(5);

interface Range {
  readonly people: { readonly low: number; readonly high: number };
}

function listedVault(): Place {
  const place = newPlace();
  runAll(place, [['init', '--no-encryption'], ['capture', REPORTS, ...BY], ['propose']]);
  for (const { name, file, csv } of lists) {
    place.write(file, csv);
    runAll(place, [
      ['list', 'import', file, '--name', name, '--dry-run'],
      ['list', 'import', file, '--name', name, '--agree', ...BY],
    ]);
  }
  runAll(place, [
    ['people', 'link'],
    ['accept', '--measure', 'killed', ...BY],
  ]);
  return place;
}

const PLAN: DeskPlan = {
  file: 'test/e2e/days/casualty-recorder.test.ts',
  vault: listedVault,
  args: BY,
};

await describeDesk('a casualty recorder’s day', PLAN, (work) => {
  const told = <T>(args: readonly string[]): T => {
    const { code, out, err } = work.place.run([...args, '--json']);
    expect(code, err).toBe(0);
    return JSON.parse(out);
  };

  test('five lists in two scripts: a range, and a queue that is decided with keys and narrows it', async () => {
    const { people: before } = told<Range>(['people', 'link']);
    // Names and a year alone: the range is not proved to hold the truth (README), but it is near, and far from the rows.
    expect(Math.abs(before.low - listed)).toBeLessThan(listed / 5);
    expect(before.high).toBeGreaterThanOrEqual(listed);
    expect(before.high).toBeLessThan(lists.reduce((rows, { persons }) => rows + persons.length, 0) / 1.5);
    await work.openWhole('/people');
    await work.page.waitForSelector('table.pair');
    await work.page.locator('table.pair').evaluate((pair) => pair.scrollIntoView());
    // Below the bar that stays.
    await work.page.evaluate('window.scrollBy(0, -64)');
    await picture(work.page, 'recorder-people');
    expect(await axeViolations(work.page)).toEqual([]);
    const decided = async (): Promise<number> =>
      ((await work.asked('/api/people/decisions?limit=50')) as { fitting: number }).fitting;
    for (let at = 1; at <= 4; at += 1) {
      await work.page.keyboard.press('s');
      await work.page.waitForSelector('dialog[open]');
      await work.page.keyboard.press('1');
      await expect.poll(decided, SOON).toBe(at);
      await work.page.waitForSelector('dialog', { state: 'detached' });
      await work.page.keyboard.press('j');
    }
    const { people: after } = told<Range>(['people', 'link']);
    expect(after.high - after.low).toBeLessThanOrEqual(before.high - before.low);
  });

  test('the toll of what is claimed, and an estimate of those on no list, or why there is none', async () => {
    const { code, out, err } = work.place.run([
      ...['estimate', '--from-lists', '--draws', '20', '--steps', '1000'],
      ...['--record', 'people killed in the district', ...BY],
    ]);
    expect(code, err).toBe(0);
    const [, low, high] = /average over graphs and linkages +\d+ +(\d+) to (\d+)/.exec(out) ?? [];
    if (low === undefined) expect(out).toMatch(/no figure/iu);
    else {
      // The lists are linked from names and years; what it is held to is to be near, not to hold the truth.
      expect(Number(low)).toBeLessThan(people * 1.2);
      expect(Number(high)).toBeGreaterThan(people * 0.8);
    }
    await work.openWhole('/tolls');
    await picture(work.page, 'recorder-tolls');
    expect(await work.page.textContent('main')).toContain('people killed in the district');
    expect(await axeViolations(work.page)).toEqual([]);
  });

  test('a release: closed gates say what to do; open, it can be verified, and names nobody', async () => {
    const profile = {
      title: 'Dremna, the dead of October',
      publisher: 'The Lowland Archive',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      unreviewed: 'leave-out',
    };
    const write = (methodNotes: readonly object[]): string =>
      work.place.write('profile.json', JSON.stringify({ ...profile, methodNotes }));
    write([]);
    const closed = work.place.run(['release', 'new', 'profile.json', ...BY]);
    expect(closed.code).not.toBe(0);
    expect(closed.err).toMatch(/method/iu);
    write([{ lang: 'en', text: 'Five lists and thirty reports were read. Radio was left out.' }]);
    expect(work.place.run(['release', 'new', 'profile.json', '--out', 'out', ...BY]).err).toMatch(
      /no\s+files\s+yet/,
    );
    const steps = [
      ['release', 'new', 'profile.json', ...BY],
      ['release', 'approve', '1', '--by', 'S. Second', '--out', 'out'],
      ['verify', 'out'],
    ];
    for (const args of steps) {
      const { code, err } = work.place.run(args);
      expect(code, err).toBe(0);
    }
    // Who stands on a list is nobody's to publish.
    const published = readdirSync(join(work.place.dir, 'out'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.(html|json|js|txt|xml)$/u.test(one.name))
      .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
      .join('\n');
    const names = (lists[1]?.csv ?? '')
      .split('\n')
      .slice(1, 12)
      .map((row) => row.split(';').slice(1, 3).join(' '));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => published.includes(name))).toEqual([]);
  });
});
