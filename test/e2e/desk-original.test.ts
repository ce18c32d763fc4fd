/**
 * Originals that may be hard to bear or mean harm, beside the text: a PDF on the page of the claim's words, drawn in a frame without
 * origin and network; its pictures, and picture files, covered until asked for. Skipped with a line when no browser starts; fails
 * instead when CI=true.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newPlace } from './cli-fixture.ts';
import { type DeskPlan, describeDesk } from './desk/desk-at-work.ts';
import { axeViolations } from './desk/page-checks.ts';
import { pdfFile } from './desk/pdf-file.ts';
import { runAll } from './desk/served-desk.ts';

/** A machine with much to do needs its time. */
const SOON = { timeout: 20_000 };

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = pdfFile([
  ['The yearbook of the harbour, a preface of no interest.', 'It was printed in Velin.'],
  [
    'The Sorev Courier reported that 11 weavers had been killed in Kes-',
    'sar. The Interior Guard denied the report.',
  ],
  ['A table of tides and nothing else.'],
]);
/** Pixels that are red through and through: only the picture is. */
const RED = `(() => {
  const drawn = document.querySelector('canvas');
  const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height);
  let red = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] > 240 && data[at + 1] < 20 && data[at + 2] < 20) red += 1;
  return red;
})()`;

const PLAN: DeskPlan = {
  file: 'test/e2e/desk-original.test.ts',
  vault: () => {
    const place = newPlace();
    writeFileSync(join(place.dir, 'a.pdf'), PDF);
    writeFileSync(join(place.dir, 'b.png'), PNG);
    writeFileSync(join(place.dir, 'c.pdf'), PDF.subarray(0, 900));
    runAll(place, [['init', '--no-encryption'], ['capture', 'a.pdf', 'b.png', 'c.pdf'], ['propose']]);
    return place;
  },
  viewport: { width: 1400, height: 900 },
};

await describeDesk('originals beside the text', PLAN, (work) => {
  const sources = new Map<string, string>();

  beforeAll(async () => {
    const { sources: all } = (await asked('/api/sources')) as { sources: { id: string }[] };
    for (const { id } of all) {
      const { captures } = (await asked(`/api/sources/${id}`)) as { captures: { fileName: string }[] };
      sources.set(captures[0]?.fileName ?? '', id);
    }
  });

  const { asked } = work;

  async function original(file: string): Promise<Frame> {
    await work.open(`/read/${sources.get(file)}`);
    await work.page.waitForSelector('article h1');
    await work.page.waitForTimeout(300);
    await work.page.keyboard.press('o');
    const frame = await (await work.page.waitForSelector('.original iframe')).contentFrame();
    return frame!;
  }

  test('a PDF opens on the page of the claim, its words framed, its pictures covered; one can go on and back', async () => {
    const frame = await original('a.pdf');
    await work.page.waitForSelector('.original [role=status] >> text=page 2 of 3');
    expect(await work.page.locator('.original >> text=not found').count()).toBe(0);
    expect(await frame.evaluate(RED)).toBe(0);
    const yellow = `(() => {
      const drawn = document.querySelector('canvas');
      const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height);
      for (let at = 0; at < data.length; at += 4) if (data[at] > 240 && data[at + 2] < 200) return true;
      return false;
    })()`;
    expect(await frame.evaluate(yellow)).toBe(true);
    expect(await axeViolations(work.page)).toEqual([]);
    await work.page.click('.original p.row button >> nth=0');
    await work.page.waitForSelector('.original [role=status] >> text=page 1 of 3');
    expect(await frame.evaluate(yellow)).toBe(false);
    await work.page.click('.original >> text=To the words of the claim');
    await work.page.waitForSelector('.original [role=status] >> text=page 2 of 3');
  });

  test('its pictures are drawn when somebody asks, and covered again', async () => {
    const frame = work.page.frames().at(-1)!;
    await work.page.click('.original button[aria-pressed=false]');
    await expect.poll(() => frame.evaluate(RED), SOON).toBeGreaterThan(1_000);
    await work.page.click('.original button[aria-pressed=true]');
    await expect.poll(() => frame.evaluate(RED), SOON).toBe(0);
    expect(work.pages.complaints).toEqual([]);
  });

  test('the frame has no origin, no network, no storage and no page around it; the file’s own scripts and links do nothing', async () => {
    const frame = work.page.frames().at(-1)!;
    expect(await frame.evaluate('self.origin')).toBe('null');
    const refused = `Promise.all([
      fetch('/api/record').then(() => 'answered', () => 'refused'),
      fetch('http://192.0.2.1/').then(() => 'answered', () => 'refused'),
      Promise.resolve().then(() => parent.document.title).catch(() => 'refused'),
      Promise.resolve().then(() => localStorage.length).catch(() => 'refused'),
    ])`;
    expect(await frame.evaluate(refused)).toEqual(Array.from({ length: 4 }, () => 'refused'));
    expect(
      await frame.evaluate('document.querySelectorAll("a, form, iframe, embed, object, input").length'),
    ).toBe(0);
    const policy = await work.page.evaluate(
      async (src) => (await fetch(src)).headers.get('content-security-policy'),
      (await work.page.getAttribute('.original iframe', 'src')) ?? '',
    );
    expect(policy).toMatch(/default-src 'none'.*sandbox allow-scripts$/);
    expect(policy).not.toMatch(/connect-src|unsafe/);
  });

  test('a picture file is covered until asked for; a damaged PDF is told in words', async () => {
    const frame = await original('b.png');
    await expect.poll(() => frame.evaluate('document.images.length'), SOON).toBe(0);
    await work.page.click('.original button[aria-pressed=false]');
    await expect.poll(() => work.page.frames().at(-1)?.evaluate('document.images.length'), SOON).toBe(1);
    await original('c.pdf');
    await work.page.waitForSelector('.original >> text=/damaged|page 1 of/');
  });

  test('no request left the machine', () => {
    expect(work.pages.elsewhere.filter((one) => !one.startsWith('http://192.0.2.1/'))).toEqual([]);
    expect(work.desk.connections()).toEqual([]);
  });
});
