/**
 * Two members at one desk, each in a real browser: one sees the other's decision, comment and mention without asking, nothing that is
 * typed is lost by it, and two wordings of one proposition become one. Skipped with a line when no browser starts; fails when CI=true.
 */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadPageFiles } from '../../src/compose/page-files.ts';
import { reviewClaims } from '../../src/desk/review-claim.ts';
import { beginSession } from '../../src/desk/team/sessions.ts';
import { openPasskeys } from '../../src/engine/passkeys/open-passkeys.ts';
import { openApp } from '../../src/server/fixtures/open-app.ts';
import type { RunningServer } from '../../src/server/start-server.ts';
import { type LevelThings, levelsDesk } from '../../src/server/team/fixtures/levels-desk.ts';
import { makeAccount, testTeam } from '../../src/server/team/fixtures/open-team.ts';
import { COOKIE } from '../../src/server/team/signed-in.ts';
import { startTeamServer } from '../../src/server/team/start-team-server.ts';
import { addressReader } from '../../src/server/team/team-room.ts';
import { freePort } from '../fixtures/free-port.ts';
import { watchedPages } from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';
import { looksRight, PICTURES, TEAM_WIDE } from './desk/team-pages.ts';

const browser = await startBrowser('test/e2e/team-together.test.ts');

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(browser === null)('two members of a team', () => {
  let server: RunningServer;
  let origin: string;
  let things: LevelThings;
  let mira: Awaited<ReturnType<typeof somebody>>;
  let oren: Awaited<ReturnType<typeof somebody>>;
  const team = testTeam({ clock: () => new Date() });

  beforeAll(async () => {
    const levels = await levelsDesk();
    things = levels.things.internal;
    const again = { decision: 'reopened', allThatFit: null, by: 'A. Archivist', reason: null } as const;
    await reviewClaims(levels.desk, { ...again, claims: [things.claim] });
    const { room } = openApp({
      desk: { ...levels.desk, clock: () => new Date() },
      pages: await loadPageFiles(),
    });
    const port = await freePort();
    const publicAddress = new URL(`http://localhost:${port}`);
    origin = publicAddress.origin;
    server = await startTeamServer(
      room,
      {
        team,
        passkeys: openPasskeys(publicAddress, 'kessar'),
        publicAddress,
        outside: null,
        addressOf: addressReader(null),
      },
      { port, listen: '127.0.0.1', onUnexpected: (kind) => expect.unreachable(kind) },
    );
    mira = await somebody('Mira');
    oren = await somebody('Oren');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function somebody(name: string) {
    const account = await makeAccount(team, { name, roles: ['reviewer'], clearance: 'internal' });
    const { secret } = await beginSession(team, account.id, { device: 'a test' });
    const pages = await watchedPages(browser!, new URL(origin).host, { viewport: TEAM_WIDE });
    await pages.context.addCookies([
      { name: COOKIE, value: secret, url: origin.replace('http:', 'https:'), secure: true, httpOnly: true },
    ]);
    return { pages, page: await pages.newPage() };
  }

  test('one decides, the other sees it where they are, and what they typed stays; a comment mentions, and is told', async () => {
    const address = `${origin}/read/${things.source}`;
    for (const { page } of [mira, oren]) {
      await page.goto(address);
      await page.waitForSelector('.card button:has-text("Accept")');
    }
    const field = oren.page.locator('aside .comment-field textarea');
    await field.click();
    await field.pressSequentially('Is this the same raid? ');
    await mira.page.keyboard.press('a');
    await oren.page.waitForSelector('.state :text("1 new decision by another")');
    await oren.page.waitForSelector('.card :text("accepted by Mira")');
    expect(await field.inputValue()).toBe('Is this the same raid? ');
    expect(await oren.page.evaluate("document.activeElement?.matches('aside .comment-field textarea')")).toBe(
      true,
    );

    await field.pressSequentially('@mi');
    await oren.page.waitForSelector('.offered [role=option]:has-text("Mira")');
    await looksRight(oren.page, 'mention-offered');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('Is this the same raid? @Mira ');
    await field.press('Control+Enter');
    await mira.page.waitForSelector('aside .comments .said:text("Is this the same raid?")');
    await mira.page.waitForSelector('.state a:text("1 mention")');
    expect(await field.inputValue()).toBe('');

    await mira.page.click('article .within-team button:text("Give it to somebody")');
    await mira.page.selectOption('article .within-team select', { label: 'Oren' });
    await mira.page.fill('article .within-team input[type=date]', '2031-05-09');
    await mira.page.fill('article .within-team .record-form textarea', 'Ask the weavers’ union.');
    await looksRight(mira.page, 'reading-together');
    await mira.page.click('article .within-team button:text-is("Give")');
    await oren.page.waitForSelector('article .within-team :text("Given to Oren by Mira")');
    await oren.page.click('nav a:text("To do")');
    await oren.page.waitForSelector('.together :text("Ask the weavers’ union.")');
    await looksRight(oren.page, 'to-do');
    await mira.page.click('.state a:text("1 mention")');
    await mira.page.waitForSelector('.together :text("Oren mentions you")');
    await mira.page.click('button:text("I have seen them")');
    await mira.page.waitForSelector('.state a:text("1 mention")', { state: 'detached' });
  });

  test('both word one proposition anew: the second sees both, and nothing is lost', async () => {
    for (const { page } of [mira, oren]) {
      await page.goto(`${origin}/propositions/${things.proposition}`);
      await page.click('button:text("Word it anew")');
      await page.waitForSelector('dialog[open]');
    }
    await oren.page.waitForSelector('dialog :text("Mira has just begun to change this.")');
    const reword = async (page: Page, text: string, why: string): Promise<void> => {
      await page.fill('dialog textarea >> nth=0', text);
      await page.fill('dialog textarea >> nth=1', why);
      await page.click('dialog button.yes >> nth=-1');
    };
    await reword(mira.page, 'Women weavers killed in Intholm', 'who they were');
    await mira.page.waitForSelector('dialog[open]', { state: 'detached' });
    await reword(oren.page, 'Weavers killed near Intholm', 'where it was');
    await oren.page.waitForSelector('.versions :text("Mira worded it anew")');
    await looksRight(oren.page, 'versions');
    await oren.page.click('.versions button.yes');
    expect(await oren.page.inputValue('dialog textarea >> nth=0')).toBe('Women weavers killed near Intholm');
    expect(await oren.page.inputValue('dialog textarea >> nth=1')).toBe('where it was');
    await oren.page.click('dialog button.yes >> nth=-1');
    await mira.page.waitForSelector('h1:text("Women weavers killed near Intholm")');
    if (PICTURES !== null) {
      await mira.page.goto(`${origin}/read/${things.source}?lang=pseudo`);
      await mira.page.waitForSelector('.comments .said');
      await mira.page.screenshot({ path: `${PICTURES}/right-to-left.png`, fullPage: true });
    }
    expect([...mira.pages.elsewhere, ...oren.pages.elsewhere]).toEqual([]);
    expect([...mira.pages.complaints, ...oren.pages.complaints]).toEqual([]);
  });
});
