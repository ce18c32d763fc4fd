import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FoundInput, InputFile } from '../desk/ports/input-files.ts';
import { MOST_BYTES, openInputFiles } from './input-files.ts';

const MAKE_PIPE = 'mkfifo';
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'onrecord-input-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function* noInput(): AsyncGenerator<Uint8Array> {}

async function find(
  inputs: readonly string[],
  options: { mostBytes?: number; leaveOut?: readonly string[]; stdin?: AsyncIterable<Uint8Array> } = {},
): Promise<readonly FoundInput[]> {
  const files = openInputFiles({ mostBytes: MOST_BYTES, leaveOut: [], stdin: noInput(), ...options });
  const found: FoundInput[] = [];
  for await (const one of files.find(inputs)) found.push(one);
  return found;
}

function put(name: string, text = 'Two men.'): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

function shown(found: readonly FoundInput[]): readonly string[] {
  return found.map((one) => {
    const name = one.found === 'file' ? one.file.shownAs : `${one.problem.code} ${one.problem.shownAs}`;
    return name.replaceAll(`${dir}/`, '');
  });
}

function fileIn(found: readonly FoundInput[]): InputFile {
  const file = found.find((one) => one.found === 'file')?.file;
  if (file === undefined) throw new Error(`no file among ${shown(found).join(', ')}`);
  return file;
}

describe('links', () => {
  test('loops of folders are entered once, loops of links are named', async () => {
    mkdirSync(join(dir, 'a', 'b'), { recursive: true });
    put('a/one.txt');
    symlinkSync(join(dir, 'a'), join(dir, 'a', 'b', 'up'));
    symlinkSync('.', join(dir, 'a', 'self'));
    symlinkSync(join(dir, 'a', 'y'), join(dir, 'a', 'x'));
    symlinkSync(join(dir, 'a', 'x'), join(dir, 'a', 'y'));
    const found = await find([join(dir, 'a')]);
    expect(shown(found)).toEqual(['a/one.txt', 'unreadable-file a/x', 'unreadable-file a/y']);
    expect(JSON.stringify(found)).toMatch(/lead in a circle/);
    expect(shown(await find([join(dir, 'a', 'x')]))).toEqual(['unreadable-file a/x']);
  });

  test('a link out of the folder is not followed; to a file or to nowhere it is said', async () => {
    mkdirSync(join(dir, 'in'));
    mkdirSync(join(dir, 'in-beside'));
    put('in/one.txt');
    put('in-beside/secret.txt');
    symlinkSync(join(dir, 'in-beside'), join(dir, 'in', 'folder'));
    symlinkSync(join(dir, 'in-beside', 'secret.txt'), join(dir, 'in', 'file.txt'));
    symlinkSync(join(dir, 'nowhere'), join(dir, 'in', 'dangling'));
    symlinkSync(join(dir, 'in', 'one.txt'), join(dir, 'in', 'same.txt'));
    expect(shown(await find([join(dir, 'in')]))).toEqual([
      'not-found in/dangling',
      'unreadable-file in/file.txt',
      'in/one.txt',
    ]);
  });

  test('the vault is left out, also behind a link and in a pattern', async () => {
    mkdirSync(join(dir, 'vault'));
    put('vault/record.db');
    put('one.txt');
    symlinkSync(join(dir, 'vault'), join(dir, 'my-vault'));
    const leaveOut = [join(dir, 'my-vault')];
    expect(shown(await find([dir], { leaveOut }))).toEqual(['one.txt']);
    expect(shown(await find([join(dir, '**')], { leaveOut }))).toEqual(['one.txt']);
  });
});

test('a file that vanishes between finding and reading', async () => {
  const path = put('one.txt');
  const file = fileIn(await find([dir]));
  rmSync(path);
  await expect(file.read()).rejects.toMatchObject({
    code: 'file-vanished',
    subject: path,
    message: expect.stringMatching(/vanished.*Run the same command/),
  });
});

test.skipIf(process.getuid?.() === 0)(
  'an unreadable file, folder and sidecar: no permission, said so',
  async () => {
    const path = put('one.txt');
    mkdirSync(join(dir, 'closed'));
    put('two.txt');
    chmodSync(put('two.txt.yaml', 'title: Two'), 0);
    chmodSync(path, 0);
    chmodSync(join(dir, 'closed'), 0);
    const found = await find([dir]);
    chmodSync(join(dir, 'closed'), 0o700);
    expect(shown(found)).toEqual(['unreadable-file closed', 'one.txt', 'two.txt']);
    await expect(fileIn(found).read()).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/no permission/),
    });
    const two = found[2];
    await expect(two?.found === 'file' ? two.file.sidecar() : null).rejects.toMatchObject({
      code: 'unreadable-file',
    });
  },
);

describe.skipIf(process.platform === 'win32')('pipes and devices', () => {
  test('are refused with what to do, named or in a folder', async () => {
    execFileSync(MAKE_PIPE, [join(dir, 'pipe')]);
    put('one.txt');
    expect(shown(await find([dir]))).toEqual(['one.txt', 'unreadable-file pipe']);
    expect(shown(await find([join(dir, 'pipe'), '/dev/zero']))).toEqual([
      'unreadable-file pipe',
      'unreadable-file /dev/zero',
    ]);
  });

  test('a pipe that takes the place of a file or sidecar does not keep the reader waiting', async () => {
    const path = put('one.txt');
    const file = fileIn(await find([dir]));
    rmSync(path);
    execFileSync(MAKE_PIPE, [path, `${path}.yaml`]);
    await expect(file.read()).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/no ordinary file/),
    });
    await expect(file.sidecar()).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/beside it/),
    });
  });
});

describe('limits', () => {
  test('a huge file is refused before a byte of it is read', async () => {
    const path = put('huge.warc');
    truncateSync(path, MOST_BYTES + 1);
    const before = process.memoryUsage.rss();
    await expect(fileIn(await find([path])).read()).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/512 MiB.*Split it/),
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  test('a file whose size the system does not tell is counted while it is read', async () => {
    const file = fileIn(await find(['/proc/self/maps'], { mostBytes: 10 }));
    await expect(file.read()).rejects.toMatchObject({ code: 'too-large' });
  });

  test('standard input is counted while it comes, and given once', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield new Uint8Array(1000);
    }
    const found = await find(['-', '-'], { mostBytes: 5000, stdin: endless() });
    expect(shown(found)).toEqual(['-']);
    await expect(fileIn(found).read()).rejects.toMatchObject({ code: 'too-large' });
  });

  test('standard input that breaks off is one clear fault', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw Object.assign(new Error('read'), { code: 'EIO' });
    }
    const file = fileIn(await find(['-'], { stdin: broken() }));
    await expect(file.read()).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/Standard input cannot be read \(EIO\)/),
    });
    expect(await file.sidecar()).toBeNull();
  });

  test('a sidecar above its limit is a fault, not a silence', async () => {
    put('one.txt.yaml', 'x'.repeat(1_100_000));
    await expect(fileIn(await find([put('one.txt')])).sidecar()).rejects.toMatchObject({ code: 'too-large' });
  });
});

test('sidecars: found by both names, no file of their own, missing ones are null', async () => {
  put('a.html');
  put('a.html.yaml', 'title: A');
  put('b.html');
  put('b.yml', 'title: B');
  put('c.html');
  put('alone.yaml', 'title: a list of its own');
  const found = await find([dir]);
  expect(shown(found)).toEqual(['a.html', 'alone.yaml', 'b.html', 'c.html']);
  const sidecars = await Promise.all(found.map((one) => (one.found === 'file' ? one.file.sidecar() : null)));
  expect(sidecars.map((sidecar) => sidecar?.name ?? null)).toEqual(['a.html.yaml', null, 'b.yml', null]);
  expect(shown(await find([join(dir, '*')]))).toEqual(shown(found));
});

test('what is not there, and what was given before', async () => {
  const path = put('one.txt');
  expect(shown(await find([join(dir, 'none'), join(dir, '*.pdf'), path, path, dir]))).toEqual([
    'not-found none',
    'not-found *.pdf',
    'one.txt',
  ]);
});
