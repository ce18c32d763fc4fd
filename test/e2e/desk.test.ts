/**
 * The desk in a real browser over the real command line: the examples are captured and read, a person decides with keys only,
 * the desk is killed in the middle and started again. Skipped with a line when no browser starts; fails instead when CI=true.
 */

import { expect, test } from 'vitest';
import { newPlace } from './cli-fixture.ts';
import { type DeskPlan, describeDesk } from './desk/desk-at-work.ts';
import { exampleVault, serveDesk } from './desk/served-desk.ts';

const WHO = 'A. Archivist';

/** A page that tries to run, load, frame and lead away. */
const HOSTILE = `<!doctype html><html><head><title>A hostile page</title><meta http-equiv="refresh" content="0;url=http://192.0.2.1/"></head>
<body onload="top.document.title='taken over'"><script>top.document.title='taken over'</script>
<article><h1>A hostile page</h1><p onclick="x()">Nine weavers were taken from the market of Sorev on Monday, residents said.</p>
<p><img src="http://192.0.2.1/x.png"><img alt="The yard" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">
<a href="http://192.0.2.1/">more of it</a> and so on, said the residents of the street behind the market.</p>
<iframe src="http://192.0.2.1/"></iframe><form action="http://192.0.2.1/"><input name="a"></form></article></body></html>`;

interface LogEntry {
  readonly seq: number;
  readonly agent: string;
  readonly action: string;
}

const PLAN: DeskPlan = {
  file: 'test/e2e/desk.test.ts',
  vault: () => exampleVault({ 'hostile.html': HOSTILE }),
  args: [],
  unopened: true,
};

await describeDesk('the desk, from an article to decisions in the log', PLAN, (work) => {
  const { asked } = work;

  /** Entries of the log that came after a place, oldest first, as the desk itself tells them. */
  async function logSince(seq: number): Promise<readonly LogEntry[]> {
    const { entries } = (await asked('/api/log?limit=100')) as { entries: LogEntry[] };
    return entries.filter((entry) => entry.seq > seq).toReversed();
  }

  async function tally(): Promise<Record<string, number>> {
    return ((await asked('/api/record')) as { counts: { claims: Record<string, number> } }).counts.claims;
  }

  async function head(): Promise<number> {
    return ((await asked('/api/record')) as { head: { seq: number } }).head.seq;
  }

  const saved = (): Promise<unknown> => work.page.waitForSelector('.state .ok');
  const shownNumber = async (): Promise<string> => (await work.page.textContent('.card .gut')) ?? '';

  test('the address opens the inbox, once', async () => {
    await work.page.goto(work.desk.address);
    await work.page.waitForSelector('.sources li');
    expect(new URL(work.page.url()).pathname).toBe('/');
    expect(work.page.url()).not.toContain('t=');
    const second = await work.browser.newPage();
    const answer = await second.goto(work.desk.address);
    expect(answer?.status()).toBe(403);
    expect(await second.textContent('h1')).toBe('This address opens nothing any more');
    await second.close();
  });

  test('accept, reject, take back and change, with keys only, and the log says who', async () => {
    await work.page.focus('.skip');
    for (
      let steps = 0;
      steps < 20 && !(await work.page.evaluate('document.activeElement.closest(".sources") !== null'));
      steps += 1
    )
      await work.page.keyboard.press('Tab');
    await work.page.keyboard.press('Enter');
    await work.page.waitForSelector('.card .act');
    const before = await head();
    const had = await tally();
    const first = await shownNumber();

    await work.page.keyboard.press('a');
    await work.page.waitForSelector('dialog[open]');
    await work.page.keyboard.type(WHO);
    await work.page.keyboard.press('Enter');
    await expect.poll(shownNumber).not.toBe(first);
    await saved();

    await work.page.keyboard.press('w');
    await work.page.waitForSelector('.why-proposed code');
    expect(await work.page.textContent('.why-proposed')).toMatch(/Decided by .*confidence \d\.\d\d/s);
    await work.page.keyboard.press('w');
    await work.page.waitForSelector('.why-proposed', { state: 'detached' });

    await work.page.keyboard.press('r');
    await work.page.waitForSelector('dialog[open]');
    await work.page.keyboard.press('3');
    await work.page.waitForSelector('dialog', { state: 'detached' });
    await saved();
    await work.page.keyboard.press('u');
    await saved();
    await work.page.keyboard.press('e');
    await work.page.waitForSelector('.claim-form');
    await work.page.keyboard.press('Control+Enter');
    await work.page.waitForSelector('.claim-form', { state: 'detached' });
    await saved();

    const entries = await logSince(before);
    expect(entries.map(({ action }) => action)).toEqual([
      'claim-reviewed',
      'claim-reviewed',
      'claim-reviewed',
      'claims-proposed',
      'claim-reviewed',
    ]);
    expect(new Set(entries.map(({ agent }) => agent))).toEqual(new Set([WHO]));
    const now = await tally();
    expect(now.accepted).toBe(had.accepted! + 2);
    expect(now.superseded).toBe(had.superseded! + 1);
    expect(now.rejected).toBe(had.rejected);
  });

  test('a claim from words that a person marked; undone, it no longer counts', async () => {
    const had = await tally();
    await work.page.keyboard.press('n');
    await work.page.waitForSelector('.beside [role=status]');
    await work.page.dblclick('.text p >> nth=0', { position: { x: 120, y: 14 } });
    const marked = await work.page.evaluate('String(document.getSelection()).trim()');
    expect(marked).not.toBe('');
    await work.page.keyboard.press('n');
    await work.page.waitForSelector('.claim-form blockquote');
    expect(await work.page.textContent('.claim-form blockquote')).toContain(marked);
    await work.page.fill('.claim-form textarea', 'People were taken from the market of Kessar.');
    await work.page.keyboard.press('Control+Enter');
    await work.page.waitForSelector('.claim-form', { state: 'detached' });
    await saved();
    expect((await tally()).accepted).toBe(had.accepted! + 1);
    await work.page.keyboard.press('u');
    await expect.poll(tally).toEqual({ ...had, rejected: had.rejected! + 1 });
  });

  test('undo gives a changed proposal its place back', async () => {
    const had = await tally();
    await work.page.keyboard.press('e');
    await work.page.waitForSelector('.claim-form');
    await work.page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await tally()).superseded).toBe(had.superseded! + 1);
    await work.page.waitForSelector('.claim-form', { state: 'detached' });
    await work.page.keyboard.press('u');
    await expect.poll(tally).toEqual({ ...had, rejected: had.rejected! + 1 });
  });

  test('the original beside the text: sanitised, without origin, its pictures covered; a copy is saved and logged', async () => {
    const source = new URL(work.page.url()).pathname;
    const hostile = ((await asked('/api/sources?q=hostile&limit=1')) as { sources: { id: string }[] })
      .sources[0]!;
    await work.page.goto(work.at(`/read/${hostile.id}`));
    await work.page.waitForSelector('.text p');
    await work.page.keyboard.press('o');
    const frame = await (await work.page.waitForSelector('.original iframe')).contentFrame();
    await frame!.waitForSelector('p');
    expect(await frame!.textContent('body')).toContain('Nine weavers');
    expect(await frame!.evaluate('self.origin')).toBe('null');
    expect(
      await frame!.evaluate('[...document.querySelectorAll("script, img, a, iframe, form")].length'),
    ).toBe(0);
    expect(await work.page.title()).not.toBe('taken over');
    await work.page.click('.original [aria-pressed=false]');
    await expect.poll(async () => work.page.frames().at(-1)?.evaluate('document.images.length')).toBe(1);
    const before = await head();
    const [download] = await Promise.all([
      work.page.waitForEvent('download'),
      work.page.click('.original button:not([aria-pressed])'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^cap_[a-z0-9]+$/u);
    expect((await logSince(before)).map(({ action }) => action)).toEqual(['custody-recorded']);
    const direct = await work.page.evaluate(async (id) => {
      const told = await fetch(`/api/captures/${id}/original`);
      return [told.headers.get('content-security-policy'), told.headers.get('content-type')];
    }, download.suggestedFilename());
    expect(direct[0]).toContain('sandbox');
    expect(direct[1]).toContain('text/html');
    await work.page.goto(work.at(source));
    await work.page.waitForSelector('.card .act');
  });

  test('killed in the middle: the page says so in words, and nothing that was decided is lost', async () => {
    const had = await tally();
    const before = await head();
    await work.page.keyboard.press('a');
    await saved();
    await expect.poll(async () => (await tally()).accepted).toBe(had.accepted! + 1);
    await work.desk.end('SIGKILL');
    await work.page.keyboard.press('a');
    await work.page.waitForSelector('main .notice.warn');
    expect(await work.page.textContent('main .notice.warn')).toContain('The desk does not answer');

    work.desk = await serveDesk(work.place.dir, ['--port', String(work.desk.port)]);
    await work.page.waitForFunction(
      "document.querySelector('main .notice.warn')?.textContent.includes('started again')",
    );
    const other = await work.pages.newPage();
    await other.goto(work.desk.address);
    await other.waitForSelector('.sources li');
    await other.close();
    await work.page.waitForSelector('main .notice.warn', { state: 'detached' });
    await saved();
    expect((await tally()).accepted).toBe(had.accepted! + 2);
    const entries = await logSince(before);
    expect(entries.map(({ action }) => action)).toEqual(['claim-reviewed', 'claim-reviewed']);
    expect(entries.map(({ agent }) => agent)).toEqual([WHO, WHO]);
    expect(work.place.run(['verify']).code).toBe(0);
  });

  test('no request left the machine, nothing broke the content policy, Ctrl-C ends with 0', async () => {
    expect(work.pages.elsewhere).toEqual([]);
    expect(work.pages.complaints).toEqual([]);
    expect(work.desk.connections()).toEqual([]);
    expect(await work.desk.end('SIGINT')).toBe(0);
  });
});

test('demo --once only prints', async () => {
  const place = newPlace();
  const { code, out } = place.run(['demo', '--once']);
  place.remove();
  expect(code).toBe(0);
  expect(out).not.toContain('127.0.0.1');
});
