/** The commands on custody over a desk in memory: what they write, what they refuse, what they print for programs. */
import { expect, test } from 'vitest';
import { type MemoryDesk, memoryDesk, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import type { OpenDesk } from '../compose.ts';
import { BYTES, heldSource, mapFiles } from '../desk/custody/custody-fixture.cases.ts';
import type { Call, CommandFile, Options } from './command.ts';
import { copyCommand } from './copy.ts';
import { custodyCommand } from './custody.ts';
import type { CustodyNeeds } from './custody-needs.ts';
import { eraseCommand } from './erase.ts';
import { transferCommand } from './transfer.ts';

const BY = { by: 'A. Archivist' };

function room(desk: MemoryDesk, answer: string | null = null) {
  const files = mapFiles();
  const needs: CustodyNeeds = {
    files: async () => files,
    reader: async () => plainReader(),
    pictures: async () => {
      throw new TypeError('not needed in these tests');
    },
    signing: async () => desk,
    publicRoots: async () => [],
    version: async () => '0.2.0',
    ask: async () => answer,
  };
  const run = async (command: CommandFile, args: readonly string[], options: Options, json = true) => {
    const out: string[] = [];
    const values: unknown[] = [];
    const call = {
      args,
      options,
      vault: './vault',
      database: null,
      terminal: {
        paper: { width: 80, colour: false },
        json,
        redraws: false,
        out: (...lines: readonly string[]) => void out.push(...lines),
        outJson: (value: unknown) => void values.push(value),
        err: (...lines: readonly string[]) => void out.push(...lines),
        errRaw: () => undefined,
      },
      open: async () => desk as unknown as OpenDesk,
    } satisfies Call;
    const code = await command.run(call);
    return { code, text: out.join('\n'), value: values[0] as Record<string, unknown> };
  };
  return { files, needs, run };
}

test('custody prints the chain, writes the page, records a receipt and a remark', async () => {
  const { desk, source } = await heldSource();
  const { files, needs, run } = room(desk);
  const custody = custodyCommand(needs);
  const told = { ...BY, receivedFrom: 'A courier', on: '2031-04-29' };
  expect(await run(custody, [source], told)).toMatchObject({ code: 0, value: { entry: 2 } });
  expect(await run(custody, [source], { ...BY, note: 'seal whole' })).toMatchObject({ value: { entry: 3 } });
  const { code, text } = await run(custody, [source], {}, false);
  expect(code).toBe(0);
  for (const words of ['2. Received from A courier', 'EVERY STEP', 'WHAT IS NOT KNOWN', 'note: seal whole'])
    expect(text).toContain(words);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect((await run(custody, [source], { html: 'page.html' })).value).toMatchObject({ page: '/page.html' });
  expect(new TextDecoder().decode(files.files.get('page.html'))).toContain('Received from A courier');
  for (const options of [{ on: '2031-04-29' }, { ...told, html: 'x.html' }])
    await expect(run(custody, [source], options)).rejects.toMatchObject({ code: 'bad-usage' });
});

test('custody says with its exit code that stored bytes have changed', async () => {
  const { desk, source } = await heldSource();
  const changed = { ...desk, blobs: { ...desk.blobs, get: async () => new Uint8Array([1]) } };
  const { needs, run } = room(changed);
  const { code, text } = await run(custodyCommand(needs), [source], {}, false);
  expect(code).toBe(6);
  expect(text).toContain('CHANGED: the stored bytes give another hash');
});

test('copy takes a copy out and a redacted or converted one in', async () => {
  const { desk, source } = await heldSource();
  const { files, needs, run } = room(desk);
  const copy = copyCommand(needs);
  expect((await run(copy, [source, 'out.html'], { ...BY, to: 'X' })).value).toMatchObject({
    path: '/out.html',
    entry: 2,
  });
  expect(files.files.get('out.html')).toEqual(BYTES);
  files.files.set('a/cut.txt', new TextEncoder().encode('cut'));
  files.files.set('text.txt', new TextEncoder().encode('text'));
  const cut = await run(copy, [source], { ...BY, redacted: 'a/cut.txt', reason: 'names' });
  expect(cut.value).toMatchObject({ entry: 3, derivedFrom: (await desk.store.captures({ source }))[0]?.id });
  const tool = { tool: 'reader', toolVersion: '2', parameter: ['dpi=300'] };
  await run(copy, [source], { ...BY, converted: 'text.txt', reason: 'to read it', ...tool });
  expect(desk.entries.at(-1)?.body).toMatchObject({
    capture: { fileName: 'text.txt', copy: 'working' },
    event: { kind: 'derived', tool: { name: 'reader', version: '2', parameters: { dpi: '300' } } },
  });
  for (const [args, options] of [
    [[source], {}],
    [[source, 'x'], { redacted: 'a/cut.txt' }],
    [[source], { redacted: 'a/cut.txt', tool: 'x' }],
    [[source], { redacted: 'a/cut.txt', tool: 'x', toolVersion: '1', parameter: ['dpi'] }],
  ] as const)
    await expect(run(copy, args, options)).rejects.toMatchObject({ code: 'bad-usage' });
});

test('transfer goes its three steps through files', async () => {
  const [giver, court] = [await heldSource('archive.example/log'), await heldSource('court.example/log')];
  const [here, there] = [room(giver.desk), room(court.desk)];
  const asked = { ...BY, to: 'The court', reason: 'summons 12' };
  const { value } = await here.run(transferCommand(here.needs), [giver.source], asked);
  const [path] = (value.statements as { path: string }[]).map((one) => one.path.slice(1));
  const statement = here.files.files.get(path ?? '') ?? new Uint8Array();
  there.files.files.set('s.txt', statement);
  const signed = await there.run(transferCommand(there.needs), [], {
    by: 'C. Clerk',
    countersign: ['s.txt'],
  });
  here.files.files.set('back.txt', there.files.files.get('s.countersigned.txt') ?? new Uint8Array());
  const receipt = { ...BY, receipt: ['back.txt'], key: String(signed.value.key) };
  expect((await here.run(transferCommand(here.needs), [], receipt)).value).toEqual({
    transferred: [{ source: giver.source, to: 'The court', entry: 3 }],
  });
  for (const options of [{}, { countersign: ['a'], receipt: ['b'] }])
    await expect(here.run(transferCommand(here.needs), [], options)).rejects.toMatchObject({
      code: 'bad-usage',
    });
});

test('erase asks for the id again, and takes no other answer', async () => {
  const { desk, source } = await heldSource();
  const order = { ...BY, reason: 'asked for by the witness' };
  const wrong = room(desk, 'yes');
  for (const [one, options] of [
    [wrong, order],
    [room(desk, null), order],
    [room(desk, source), BY],
    [room(desk, source), { reason: 'asked for', by: undefined }],
  ] as const)
    await expect(one.run(eraseCommand(one.needs), [source], options)).rejects.toMatchObject({
      code: 'bad-usage',
    });
  expect((await wrong.run(eraseCommand(wrong.needs), [source], { dryRun: true })).value).toMatchObject({
    erased: false,
    plan: { sources: [source], counts: { captures: 1, claims: 0 } },
  });
  expect(await desk.store.source(source)).not.toBeNull();
  const right = room(desk, source);
  const { text } = await right.run(eraseCommand(right.needs), [source], order, false);
  expect(text).toContain('Erased. The tombstone is entry 2.');
  expect(text).toContain('Backups, packages and dossiers made before still hold');
  expect(await desk.store.source(source)).toBeNull();
});

test('an empty desk has no such source for any of them', async () => {
  const desk = memoryDesk();
  const { needs, run } = room(desk);
  for (const command of [custodyCommand(needs), eraseCommand(needs)])
    await expect(run(command, ['src_7d2'], { ...BY, reason: 'x', yes: true })).rejects.toMatchObject({
      code: 'not-found',
    });
});
