import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
const [address, ...pages] = process.argv.slice(2);
const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : await sparticuz.executablePath();
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });
const state = '/tmp/w2/state.json';
const ctx = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme: 'light', ...(existsSync(state) ? { storageState: state } : {}) });
const page = await ctx.newPage();
page.on('console', (m) => console.log('console', m.type(), m.text()));
page.on('pageerror', (e) => console.log('pageerror', e.message));
if (!existsSync(state)) { await page.goto(address!); await page.waitForTimeout(800); await ctx.storageState({ path: state }); }
const base = new URL(address!).origin;
for (const one of pages) {
  const [name, path, mode = '', js = ''] = one.split('|');
  await page.emulateMedia({ colorScheme: mode.includes('d') ? 'dark' : 'light' });
  await page.setViewportSize(mode.includes('n') ? { width: 390, height: 800 } : { width: 1280, height: 860 });
  await page.goto(base + path);
  await page.waitForTimeout(1800);
  if (js === 'first') { await page.click('.counts a'); await page.waitForTimeout(1500); }
  if (js.startsWith('press:')) { for (const k of js.slice(6).split(',')) { await page.keyboard.press(k); await page.waitForTimeout(500); } }
  if (js.startsWith('click:')) { for (const k of js.slice(6).split(',')) { await page.click(k); await page.waitForTimeout(1500); } }
  await page.screenshot({ path: `/tmp/shots/w2-${name}.png`, fullPage: true });
  console.log(name, page.url());
}
await browser.close();
