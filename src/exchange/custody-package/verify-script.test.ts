import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatVkey, noteSigner } from '../../crypto/note-key.ts';
import { custodyPackage } from './custody-package.ts';
import { FORGERIES } from './forgeries.cases.ts';
import { HAS_PROGRAMS, type LimitedShell, limitedShell, writeFolder } from './limited-shell.cases.ts';
import { localAuthority } from './local-authority.cases.ts';
import { FIRST, sampleParts, stampedParts } from './sample-package.cases.ts';
import { VERIFY_SCRIPT } from './verify-script/verify-script.ts';

let shell: LimitedShell;
let files: Map<string, Uint8Array>;
let authority: ReturnType<typeof localAuthority>;
let stamped: Awaited<ReturnType<typeof sampleParts>>;
let count = 0;

beforeAll(async () => {
  if (!HAS_PROGRAMS) return;
  shell = limitedShell();
  authority = localAuthority();
  stamped = stampedParts(await sampleParts(), authority);
  files = new Map(await custodyPackage(stamped));
  writeFileSync(path.join(shell.folder, 'trusted.sh'), VERIFY_SCRIPT);
});
afterAll(() => {
  if (!HAS_PROGRAMS) return;
  shell.remove();
  authority.remove();
});

/** Writes a changed package and runs the trusted copy of the script over it. */
function checkedFolder(changed: ReadonlyMap<string, Uint8Array>, more = '', before = (_: string) => {}) {
  count += 1;
  const folder = path.join(shell.folder, `package ${count}`);
  writeFolder(folder, changed);
  before(folder);
  const outcome = shell.run(`sh ../trusted.sh . ${more}`, folder);
  rmSync(folder, { recursive: true });
  return outcome;
}

const withPrograms = test.runIf(HAS_PROGRAMS || process.env.CI === 'true');
test.skipIf(HAS_PROGRAMS)('sh, sha256sum or openssl is absent: the printed steps were not run', () => {
  expect(process.env.CI).not.toBe('true');
});

withPrograms('a reader with a shell, sha256sum and openssl checks the whole package', () => {
  const folder = path.join(shell.folder, 'whole');
  writeFolder(folder, files);
  const { code, said } = shell.run('sh verify/verify.sh', folder);
  expect(said).toContain('RESULT: everything in this package agrees: 2 source(s).');
  expect(said).not.toMatch(/DIFFERS|not found|[Ss]yntax/);
  expect(said).toContain('verify/timestamps/1.tst: the checkpoint existed at 20');
  expect(said).toContain('seen by the witness witness.example.net/w1 at 2021-05-03T00:00:00Z');
  expect(code).toBe(0);
});

withPrograms('every printed command works, and prints what the page says', () => {
  const folder = path.join(shell.folder, 'by hand');
  writeFolder(folder, files);
  const lines = Buffer.from(files.get('verify/README.txt') ?? [])
    .toString()
    .split('\n');
  let commands = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('    $ ')) continue;
    commands += 1;
    const { code, said } = shell.run(line.slice(6), folder);
    expect(code, `${line}\n${said}`).toBe(0);
    const expected = (lines[index + 1] ?? '').trim().replace(/^… /, '');
    expect(said).toContain(expected);
  }
  expect(commands).toBeGreaterThan(12);
});

withPrograms('without time-stamps and witnesses the script says less and still agrees', async () => {
  const parts = { ...(await sampleParts()), anchors: [], witnessKeys: [] };
  const { code, said } = checkedFolder(await custodyPackage(parts));
  expect(code).toBe(0);
  expect(said).not.toContain('not later than');
});

withPrograms(
  'a byte changed in any member is found, and the member named',
  () => {
    const missed: string[] = [];
    for (const [index, [name, bytes]] of [...files].entries()) {
      // Every sixth, `SLOW=1` all: each run takes about a second. verifyPackage is tried with all of them.
      if (bytes.length === 0 || (index % 6 !== 0 && process.env.SLOW !== '1')) continue;
      const at = (index * 7919) % bytes.length;
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const { code, said } = checkedFolder(new Map([...files, [name, changed]]));
      const named = said.split('\n').some((line) => line.startsWith('DIFFERS: ') && line.includes(name));
      // A changed list of checksums names itself or the file of the changed line.
      const isList = /manifest-/.test(name);
      if (code !== 1 || !(named || (isList && said.includes('DIFFERS: '))))
        missed.push(`${name} at ${at}: ${said}`);
    }
    expect(missed).toEqual([]);
  },
  120_000,
);

withPrograms(
  'a member taken away or added is named',
  () => {
    for (const name of [...files.keys()].filter((_, index) => index % 9 === 0)) {
      if (name === 'bagit.txt') continue;
      const less = new Map(files);
      less.delete(name);
      const { code, said } = checkedFolder(less);
      expect([code, said]).toEqual([1, expect.stringContaining(name)]);
    }
    const more = checkedFolder(new Map([...files, ['verify/.extra', Uint8Array.of(1)]]));
    expect(more).toMatchObject({
      code: 1,
      said: expect.stringContaining('verify/.extra is in the package, but in no list'),
    });
  },
  60_000,
);

withPrograms.each(FORGERIES)('with new checksums: $what', async ({ forge, script }) => {
  const { code, said } = checkedFolder(await forge(files, stamped));
  expect(said).toMatch(script);
  expect(code).toBe(1);
});

withPrograms('a link, a path outside, another key than the expected one, and no package at all', () => {
  const linked = checkedFolder(files, '', (folder) =>
    symlinkSync('/etc', path.join(folder, 'data/sources/etc')),
  );
  expect(linked).toMatchObject({ code: 1, said: expect.stringContaining('data/sources/etc is a link') });
  const list = `${'0'.repeat(64)}  ../outside.txt\n`;
  const outside = checkedFolder(new Map([...files, ['manifest-sha256.txt', new TextEncoder().encode(list)]]));
  expect(outside).toMatchObject({
    code: 1,
    said: expect.stringContaining('names a path outside the package: ../outside.txt'),
  });
  writeFileSync(path.join(shell.folder, 'mine.vkey'), `${stamped.logKey}\n`);
  writeFileSync(
    path.join(shell.folder, 'other.vkey'),
    `${formatVkey(noteSigner('log.example.org/northwind', new Uint8Array(32)))}\n`,
  );
  expect(checkedFolder(files, '../mine.vkey').code).toBe(0);
  const other = checkedFolder(files, '../other.vkey');
  expect(other).toMatchObject({
    code: 1,
    said: expect.stringContaining('verify/log.vkey is not the key that you gave'),
  });
  mkdirSync(path.join(shell.folder, 'empty'));
  expect(shell.run('sh ../trusted.sh .', path.join(shell.folder, 'empty'))).toMatchObject({
    code: 2,
    said: expect.stringContaining('CANNOT CHECK'),
  });
  expect(checkedFolder(new Map([...files].filter(([name]) => !name.includes(FIRST)))).code).toBe(1);
});
