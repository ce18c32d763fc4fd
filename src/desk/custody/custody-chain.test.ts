import { expect, test } from 'vitest';
import { NOW, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { addCosignature } from '../../crypto/cosignature.ts';
import { ED25519_COSIGNATURE, formatVkey, noteSigner } from '../../crypto/note-key.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { describeSource } from '../describe-source.ts';
import { eraseSource } from '../erase-source.ts';
import { NOTHING_GIVEN } from '../given-metadata.ts';
import { copyOut } from './copy-out.ts';
import { custodyChain } from './custody-chain.ts';
import { BYTES, heldSource, mapFiles, TEXT } from './custody-fixture.cases.ts';
import { custodyPage } from './custody-page.ts';
import {
  logCustody,
  NO_EVENT,
  recordDerivation,
  recordReceipt,
  recordRemark,
  recordView,
} from './record-custody.ts';
import { storeCopy } from './store-copy.ts';

const BY = 'A. Archivist';
const CUT = new TextEncoder().encode('The Guard took 26 people.');
const NO_ROOTS = { publicRoots: [] };

test('every step stands in order with its entry, agent, leaf, tool and hashes', async () => {
  const { desk, source } = await heldSource();
  await recordReceipt(desk, { source, from: 'A courier', on: '2031-04-29', note: 'at the market', by: BY });
  await describeSource(desk, { source, given: { ...NOTHING_GIVEN, title: 'Letter' }, by: BY });
  const files = mapFiles();
  await copyOut(desk, { id: source, path: 'out.html', to: 'The translator', note: null, by: BY }, files);
  const cut = {
    source,
    kind: 'redacted',
    bytes: CUT,
    fileName: 'cut.txt',
    tool: null,
    reason: 'trade of the people',
    by: BY,
  } as const;
  const { capture } = await storeCopy(desk, cut, plainReader());
  const checkpoint = await desk.store.checkpoint();
  const exported = { ...NO_EVENT, kind: 'exported', to: 'The court' } as const;
  await desk.store.append([
    {
      at: NOW,
      agent: BY,
      subject: 'log',
      body: {
        action: 'checkpoint-anchored',
        how: 'exported',
        size: checkpoint?.size ?? 0,
        checkpoint: checkpoint?.note ?? '',
        token: null,
        authority: null,
        anchoredAt: null,
        to: 'The court',
      },
    },
  ]);
  await logCustody(desk, { source, by: BY, event: exported });
  const chain = await custodyChain(desk, source, NO_ROOTS);
  expect(chain.steps.map(({ seq, agent, detail }) => [seq, agent, detail.kind])).toEqual([
    [1, 'machine', 'captured'],
    [1, 'machine', 'derived'],
    [2, BY, 'received'],
    [3, BY, 'described'],
    [4, BY, 'copied'],
    [5, BY, 'redacted'],
    [5, BY, 'derived'],
    [7, BY, 'exported'],
  ]);
  expect(chain.steps.map(({ leaf }) => leaf)).toEqual(
    chain.steps.map(({ seq }) => desk.log.entries[seq - 1]?.leaf),
  );
  expect(chain.steps[1]?.detail).toMatchObject({
    tool: { name: 'onrecord normaliser html', version: '3' },
    input: sha256Hex(BYTES),
    output: sha256Hex(TEXT),
  });
  expect(chain.steps[3]?.detail).toEqual({ kind: 'described', fields: ['title'], reason: null });
  expect(chain.steps[5]?.detail).toMatchObject({
    input: sha256Hex(BYTES),
    output: sha256Hex(CUT),
    copy: capture,
  });
  expect(chain.steps[7]?.detail).toMatchObject({ to: 'The court', checkpointSize: 5 });
  expect(chain.captures.map(({ capture: one, unchanged }) => [one.copy, unchanged])).toEqual([
    ['evidentiary', true],
    ['working', true],
  ]);
  expect(capture.derivedFrom).toBe(chain.captures[0]?.capture.id);
  expect(chain.captures[0]?.sha512).toMatch(/^[0-9a-f]{128}$/);
  expect(files.files.get('out.html')).toEqual(BYTES);
});

test('what nobody recorded is said, and no longer once it is recorded', async () => {
  const { desk, source } = await heldSource();
  const before = (await custodyChain(desk, source, NO_ROOTS)).unknown;
  for (const gap of [
    'Nobody recorded from whom this file was received.',
    'Nobody gave a name when the file was taken into the vault: the log says "machine".',
    'Not known: publisher.',
    'Who opened the source is not recorded in this vault.',
    'No time-stamp authority or witness has confirmed entry 1 yet: for it there is only the clock of this computer.',
  ])
    expect(before).toContain(gap);
  await recordReceipt(desk, { source, from: 'A courier', on: null, note: null, by: BY });
  const after = (await custodyChain(desk, source, NO_ROOTS)).unknown;
  expect(after).not.toContain('Nobody recorded from whom this file was received.');
  expect(after).toContain('Nobody recorded on which day it was received.');
});

test('a witness proves an interval; a clock set back and a stranger’s signature are told', async () => {
  let now = '2031-05-01T12:00:00.000Z';
  const { desk, source } = await heldSource('archive.example/log', { clock: () => new Date(now) });
  const witness = noteSigner('witness.example', new Uint8Array(32).fill(3), ED25519_COSIGNATURE);
  const stranger = noteSigner('stranger.example', new Uint8Array(32).fill(4), ED25519_COSIGNATURE);
  const settings = {
    authorities: [],
    witnesses: [{ name: 'W', vkey: formatVkey(witness) }],
    logViews: false,
  };
  await desk.store.append([
    { at: now, agent: BY, subject: 'log', body: { action: 'settings-changed', settings } },
  ]);
  const anchor = async (signer: typeof witness, seconds: number): Promise<void> => {
    const head = await desk.store.checkpoint();
    const signed = addCosignature(head?.note ?? '', signer, seconds);
    if (head === null || !signed.ok) throw new TypeError('no checkpoint');
    const body = {
      action: 'checkpoint-anchored',
      how: 'witnessed',
      size: head.size,
      checkpoint: signed.note,
      token: null,
      authority: 'W',
      anchoredAt: null,
      to: null,
    } as const;
    await desk.store.append([{ at: now, agent: BY, subject: 'log', body }]);
  };
  await anchor(witness, Date.parse('2031-05-01T12:30:00Z') / 1000);
  now = '2030-01-01T00:00:00.000Z';
  await recordRemark(desk, { source, on: null, note: 'The seal was whole.', by: BY });
  await anchor(stranger, 5);
  const { steps, unknown } = await custodyChain(desk, source, NO_ROOTS);
  expect(steps[0]).toMatchObject({
    notBefore: null,
    notAfter: { at: '2031-05-01T12:30:01.000Z', authority: 'witness.example' },
  });
  expect(steps.at(-1)).toMatchObject({ notBefore: { at: '2031-05-01T12:29:59.000Z' }, notAfter: null });
  expect(steps.at(-1)?.timeFault).toContain('before the earliest one possible');
  expect(unknown.join('\n')).toContain('claims an earlier time than entry 1 before it');
  expect(unknown.join('\n')).toContain('proves nothing here: no witness of this record signed it.');
});

test('an erased source shows its tombstone and nothing of its content', async () => {
  const { desk, source } = await heldSource();
  await recordReceipt(desk, { source, from: 'A courier', on: '2031-04-29', note: null, by: BY });
  await eraseSource(desk, { source, reason: 'asked for by the witness', by: BY, withParts: false });
  const chain = await custodyChain(desk, source.slice(0, 12), NO_ROOTS);
  expect(chain.identity).toBeNull();
  expect(chain.steps.map(({ agent, detail }) => [agent, detail.kind])).toEqual([
    [null, 'gone'],
    [null, 'gone'],
    [BY, 'erased'],
  ]);
  const page = custodyPage(chain, '0');
  for (const words of ['Kessar', 'courier', 'letter.html', sha256Hex(BYTES)]) {
    expect(JSON.stringify(chain)).not.toContain(words);
    expect(page).not.toContain(words);
  }
  expect(page).toContain('asked for by the witness');
});

test('the page is one file without script that loads nothing, and hostile words stay words', async () => {
  const { desk, source } = await heldSource();
  await recordReceipt(desk, {
    source,
    from: '<script>alert(1)</script>',
    on: null,
    note: '"><img src=x onerror=y>',
    by: BY,
  });
  const chain = await custodyChain(desk, source, NO_ROOTS);
  const page = custodyPage(chain, '0.2.0');
  expect(page).not.toMatch(/<script|<img|<link|url\(|javascript:|https?:\/\/(?!courier\.example)/u);
  expect(page).toContain('<bdi>Letter from &lt;Kessar&gt; שלום</bdi>');
  const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? '';
  expect(page).toContain(`'sha256-${Buffer.from(sha256Hex(style), 'hex').toString('base64')}'`);
  for (const must of [
    sha256Hex(BYTES),
    chain.log.vkey,
    chain.log.fingerprint,
    'Name and signature',
    'sha256sum',
    chain.steps[0]?.leaf ?? 'no leaf',
  ])
    expect(page).toContain(must);
  for (const gap of chain.unknown) expect(page).toContain(gap.replaceAll('"', '&quot;'));
});

test('a copy that is the original, empty, known, without reason or tool is refused; the original stays', async () => {
  const { desk, source } = await heldSource();
  const order = {
    source,
    kind: 'redacted',
    bytes: CUT,
    fileName: 'cut.txt',
    tool: null,
    reason: 'names',
    by: BY,
  } as const;
  const refused = async (change: object, code: string): Promise<void> =>
    expect(storeCopy(desk, { ...order, ...change }, plainReader())).rejects.toMatchObject({ code });
  await refused({ bytes: BYTES }, 'bad-usage');
  await refused({ bytes: new Uint8Array() }, 'unreadable-file');
  await refused({ reason: ' ' }, 'bad-usage');
  await refused({ kind: 'derived' }, 'bad-usage');
  await refused({ by: null }, 'bad-usage');
  await storeCopy(desk, order, plainReader());
  await refused({}, 'bad-usage');
  expect(await desk.blobs.get(sha256Hex(BYTES))).toEqual(BYTES);
  expect(desk.entries.length).toBe(2);
  expect(await desk.store.text(sha256Hex(new TextDecoder().decode(CUT)))).toBe('The Guard took 26 people.');
});

test('a file that is there is not replaced; a copy that cannot be logged is not left behind', async () => {
  const { desk, source } = await heldSource();
  const files = mapFiles(new Map([['there.html', CUT]]));
  const order = { id: source, path: 'there.html', to: null, note: null, by: BY };
  await expect(copyOut(desk, order, files)).rejects.toMatchObject({ code: 'bad-usage' });
  expect(desk.entries.length).toBe(1);
  const broken = {
    ...desk,
    store: {
      ...desk.store,
      append: async () => {
        throw new OnRecordError('disk-full', 'full');
      },
    },
  };
  await expect(copyOut(broken, { ...order, path: 'new.html' }, files)).rejects.toMatchObject({
    code: 'disk-full',
  });
  expect([...files.files.keys()]).toEqual(['there.html']);
});

test('views are kept only where asked for; a day that lies ahead is refused', async () => {
  const { desk, source } = await heldSource();
  expect(await recordView(desk, { source, by: BY })).toBeNull();
  const settings = { authorities: [], witnesses: [], logViews: true };
  await desk.store.append([
    { at: NOW, agent: BY, subject: 'log', body: { action: 'settings-changed', settings } },
  ]);
  expect((await recordView(desk, { source, by: BY }))?.body).toMatchObject({ event: { kind: 'viewed' } });
  const receipt = { source, from: 'X', note: null, by: BY };
  for (const on of ['2031-06-01', '2031-13', 'yesterday', '2031-02-30', ''])
    await expect(recordReceipt(desk, { ...receipt, on })).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(recordRemark(desk, { source, on: null, note: ' ', by: BY })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  const hash = sha256Hex(BYTES);
  const tool = { name: 'translator', version: '4', parameters: { to: 'en' } };
  const { body } = await recordDerivation(desk, {
    source,
    capture: null,
    tool,
    input: hash,
    output: hash,
    note: null,
    by: BY,
  });
  expect(body).toMatchObject({ event: { kind: 'derived', tool } });
});
