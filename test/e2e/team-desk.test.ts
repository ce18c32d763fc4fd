/**
 * A team's desk in a real browser: an invitation accepted with a passkey, signing out and in, inviting somebody else, who accepts with
 * passphrase and code; what each sees. Skipped with a line when no browser starts; fails instead when CI=true.
 */

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadPageFiles } from '../../src/compose/page-files.ts';
import { codeAt } from '../../src/crypto/one-time-code.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { invite } from '../../src/desk/team/invitations.ts';
import { beginSession } from '../../src/desk/team/sessions.ts';
import type { Team } from '../../src/desk/team/team.ts';
import { type SmallProvider, startSmallProvider } from '../../src/engine/outside/fixtures/small-provider.ts';
import { openOutsideDoor } from '../../src/engine/outside/open-outside-door.ts';
import { openPasskeys } from '../../src/engine/passkeys/open-passkeys.ts';
import { openApp } from '../../src/server/fixtures/open-app.ts';
import type { RunningServer } from '../../src/server/start-server.ts';
import { levelsDesk, WORDS } from '../../src/server/team/fixtures/levels-desk.ts';
import { makeAccount, testTeam } from '../../src/server/team/fixtures/open-team.ts';
import { COOKIE } from '../../src/server/team/signed-in.ts';
import { startTeamServer } from '../../src/server/team/start-team-server.ts';
import { addressReader } from '../../src/server/team/team-room.ts';
import { freePort } from '../fixtures/free-port.ts';
import { clippedWords, tooWide } from './desk/page-checks.ts';
import { watchedPages } from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';
import { looksRight, PICTURES, TEAM_WIDE } from './desk/team-pages.ts';

const browser = await startBrowser('test/e2e/team-desk.test.ts');

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe.skipIf(browser === null)('the desk of a team', () => {
  let team: Team;
  let server: RunningServer;
  let origin: string;
  let provider: SmallProvider;
  let record: Desk;
  /** Milliseconds that the team's clock is ahead. */
  let ahead = 0;

  beforeAll(async () => {
    const { desk } = await levelsDesk();
    record = desk;
    provider = await startSmallProvider();
    const pages = await loadPageFiles();
    const { room } = openApp({ desk, pages });
    const port = await freePort();
    const publicAddress = new URL(`http://localhost:${port}`);
    origin = publicAddress.origin;
    team = testTeam({ clock: () => new Date(Date.now() + ahead) });
    const people = {
      team,
      passkeys: openPasskeys(publicAddress, 'kessar'),
      outside: openOutsideDoor({
        issuer: provider.issuer,
        client: 'onrecord',
        secretFile: null,
        secret: 'a heron never tells',
        name: 'the institute',
        acr: [],
        amr: ['otp'],
        redirect: `${origin}/outside`,
      }),
      publicAddress,
      addressOf: addressReader(null),
    };
    server = await startTeamServer(room, people, {
      port,
      listen: '127.0.0.1',
      onUnexpected: (kind) => expect.unreachable(kind),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await provider?.stop();
  });

  /** A browser of somebody, with a device that makes passkeys. */
  async function somebody() {
    const pages = await watchedPages(browser!, new URL(origin).host, { viewport: TEAM_WIDE });
    const page = await pages.newPage();
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return { pages, page };
  }

  test('in by invitation and passkey; out, in again; another one invited, who sees less', async () => {
    const { page, pages } = await somebody();
    await page.goto(origin);
    await page.waitForSelector('h1:text("Sign in")');
    await looksRight(page, 'sign-in');
    const { token } = await invite(
      team,
      { name: 'Oren', roles: ['reviewer', 'custodian', 'auditor'], clearance: 'sealed' },
      'onrecord team',
    );
    await page.goto(`${origin}/join#${token}`);
    await page.waitForSelector('text=Oren: reviewer, custodian, auditor; sees all sources.');
    expect(new URL(page.url()).hash).toBe('');
    await looksRight(page, 'join');
    await page.click('button:text("Make a passkey")');
    await page.waitForSelector(`text=A ${WORDS.sealed} report`);
    await page.click('.state a:text("Oren")');
    await page.waitForSelector('text=first passkey');
    await looksRight(page, 'account');
    await page.click('button:text("Sign out")');
    await page.waitForSelector('h1:text("Sign in")');
    await page.click('button:text("With a passkey")');
    await page.waitForSelector(`text=A ${WORDS.sealed} report`);

    await page.click('nav a:text("Team")');
    await page.click('summary:text("Invite somebody")');
    await page.fill('details input[type=text]', 'Mira');
    await looksRight(page, 'team');
    await page.click('details button.yes');
    const address = (await page.textContent('.notice pre')) ?? '';
    expect(address).toMatch(new RegExp(`^${origin}/join#[\\w-]{43}$`, 'u'));

    const other = await somebody();
    await other.page.goto(address);
    const secret = ((await other.page.textContent('.secret')) ?? '').replaceAll(' ', '');
    await other.page.fill('input[autocomplete=new-password]', 'seven herons over the weir');
    await other.page.fill('input[autocomplete=one-time-code]', codeAt(secret, Date.now()));
    await other.page.click('button:text("Go in")');
    await other.page.waitForSelector(`text=A ${WORDS.internal} report`);
    expect(await other.page.textContent('main')).not.toContain(WORDS.sealed);
    await other.page.click(`a:has-text("A ${WORDS.internal} report")`);
    await other.page.waitForSelector('text=weavers were killed');

    // Oren ends what Mira has open; her page asks her to sign in again, over what she had.
    await page.reload();
    await page.waitForSelector('tr:has-text("Mira")');
    await page.click('tr:has-text("Mira") button');
    await page.click('button:text("End all sessions")');
    await other.page.waitForSelector('dialog:has-text("the session has ended")', { timeout: 20_000 });
    await looksRight(other.page, 'sign-in-again');

    // Who saw it is told by name.
    await page.reload();
    await page.selectOption('.filters select >> nth=1', 'read');
    await page.waitForSelector('.accesses li:has-text("Mira")');
    await looksRight(page, 'accesses');
    expect([...pages.elsewhere, ...other.pages.elsewhere]).toEqual([]);
    expect([...pages.complaints, ...other.pages.complaints]).toEqual([]);
  });

  test('what only a team has stands in Russian and from right to left, wide and on a small telephone', async () => {
    const account = await makeAccount(team, {
      name: 'Vera',
      roles: ['reviewer', 'custodian', 'auditor', 'publisher'],
      clearance: 'sealed',
    });
    const { secret } = await beginSession(team, account.id, { device: 'a test' });
    const { page, pages } = await somebody();
    await pages.context.addCookies([
      { name: COOKIE, value: secret, url: origin.replace('http:', 'https:'), secure: true, httpOnly: true },
    ]);
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      for (const size of [
        { width: 1280, height: 860 },
        { width: 360, height: 740 },
      ]) {
        await page.setViewportSize(size);
        const over = await tooWide(page);
        faults.push(...(over > 0 ? [`${name} ${size.width}: ${over} pixels too wide`] : []));
        faults.push(...(await clippedWords(page)).map((one) => `${name} ${size.width}: ${one}`));
        if (PICTURES !== null && size.width === 360)
          await page.screenshot({ path: `${PICTURES}/${name.replaceAll('/', '-')}.png`, fullPage: true });
      }
    };
    for (const language of ['ru', 'pseudo']) {
      for (const path of ['/team', '/account', '/together', '/releases']) {
        await page.goto(`${origin}${path}?lang=${language}`);
        await page.waitForSelector('main h1');
        await page.waitForLoadState('networkidle');
        if (path === '/team') await page.click('details summary');
        await look(`${language}${path}`);
      }
      await pages.context.clearCookies();
      await page.goto(`${origin}/?lang=${language}`);
      await page.waitForSelector('.door h1');
      await look(`${language}/sign-in`);
      const { token } = await invite(
        team,
        { name: `Nils ${language}`, roles: ['reader'], clearance: 'public' },
        'Oren',
      );
      await page.goto(`${origin}/join?lang=${language}#${token}`);
      await page.waitForSelector('.secret');
      await look(`${language}/join`);
      await pages.context.addCookies([
        { name: COOKIE, value: secret, url: origin.replace('http:', 'https:'), secure: true, httpOnly: true },
      ]);
    }
    expect(faults).toEqual([]);
    expect(pages.complaints).toEqual([]);
    await page.close();
  });

  test('with the organisation’s sign-in: invited, a code on top, out and in again from another site, proved in another tab', async () => {
    const { page, pages } = await somebody();
    const { token } = await invite(
      team,
      { name: 'Lena', roles: ['reader', 'custodian'], clearance: 'internal' },
      'Oren',
    );
    provider.atPage = { subject: '4f2c', claims: {} };
    await page.goto(`${origin}/join#${token}`);
    await page.click('button:text("With the institute")');
    await page.waitForSelector('text=It did not see a second factor');
    expect(page.url()).toBe(`${origin}/outside`);
    await looksRight(page, 'outside-code');
    const secret = ((await page.textContent('.secret')) ?? '').replaceAll(' ', '');
    await page.fill('input[autocomplete=one-time-code]', codeAt(secret, Date.now()));
    await page.click('button:text("Go in")');
    await page.waitForSelector(`text=A ${WORDS.internal} report`);
    await page.click('.state a:text("Lena")');
    await page.waitForSelector('text=It opens this account.');
    await looksRight(page, 'outside-account');
    await page.click('button:text("Sign out")');
    await page.waitForSelector('a:text("Sign out of the institute, too")');
    // Looks at the record anew, as it does now and then: no page of signing in goes over this one.
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await page.waitForLoadState('networkidle');
    await page.click('a:text("Sign in")');

    provider.atPage = { subject: '4f2c', claims: { amr: ['pwd', 'otp'] } };
    await page.click('button:text("With the institute")');
    await page.waitForSelector(`text=A ${WORDS.internal} report`);

    // Ten minutes later a change asks once more; the page that asked stays, and goes on by itself.
    ahead = 700_000;
    await page.click('nav a:text("Team")');
    await page.click('label:has-text("A claim made by hand")');
    await page.click('dialog button:text("With the institute")');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.click('a:text("Open the sign-in of the institute in a new tab")'),
    ]);
    await tab.waitForSelector('text=Done. Go back to the other tab');
    await expect.poll(async () => (await record.store.settings()).secondPerson).toBe(true);
    await page.waitForSelector('dialog', { state: 'detached' });
    const there = provider.issuer.replace('localhost', '127.0.0.1');
    expect(pages.elsewhere.filter((address) => !address.startsWith(there))).toEqual([]);
    expect(pages.complaints).toEqual([]);
  });
});
