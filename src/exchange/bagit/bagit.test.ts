import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bagFilesInMemory } from './bag-files.ts';
import { bagPathFault, decodeBagPath, encodeBagPath } from './bag-path.ts';
import { bagFaults } from './bag-report.ts';
import { BAGIT_SUITE, runBagitSuite } from './bagit-suite.cases.ts';
import { readBag } from './read-bag.ts';
import { decodeTagFile, readTags, writeTags } from './tag-file.ts';
import { writeBag } from './write-bag.ts';

const HAS_SUITE = existsSync(BAGIT_SUITE);
const utf8 = (text: string) => new TextEncoder().encode(text);
const faultsOf = async (files: ReadonlyMap<string, Uint8Array>) =>
  bagFaults(await readBag(bagFilesInMemory(files))).map((one) => `${one.path} ${one.message}`);

async function sampleBag(): Promise<Map<string, Uint8Array>> {
  const payload = new Map([
    ['a.txt', utf8('A')],
    ['deep/100%.bin', Uint8Array.of(0, 1, 2)],
  ]);
  const tagFiles = new Map([['verify/README.txt', utf8('Read me')]]);
  return new Map(
    await writeBag({
      payload,
      tagFiles,
      baggingDate: '2031-03-04',
      info: [{ label: 'Contact-Name', value: 'Edna' }],
    }),
  );
}

test.runIf(HAS_SUITE || process.env.CI === 'true')(
  'the conformance suite: every bag is judged as it says',
  async () => {
    const result = await runBagitSuite(BAGIT_SUITE);
    expect(result.failed).toEqual([]);
    expect(result).toMatchObject({ total: 60, passed: 60, skipped: [] });
    expect(result.completed).toHaveLength(1);
  },
);
test.skipIf(HAS_SUITE)(`${BAGIT_SUITE} is absent: the conformance suite was not run`, () => {
  expect(process.env.CI).not.toBe('true');
});

test('what is written is read back without a finding', async () => {
  const report = await readBag(bagFilesInMemory(await sampleBag()));
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ version: '1.0', wantsFetch: false, payload: { files: 2, bytes: 4 } });
  expect(report.info).toEqual([
    { label: 'Contact-Name', value: 'Edna' },
    { label: 'Bagging-Date', value: '2031-03-04' },
    { label: 'Payload-Oxum', value: '4.2' },
  ]);
});

test('any payload comes back whole, and every changed byte of it is named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), async (bytes, at) => {
      const payload = new Map([['x.bin', bytes]]);
      const bag = new Map(
        await writeBag({ payload, tagFiles: new Map(), baggingDate: '2031-03-04', info: [] }),
      );
      expect(await faultsOf(bag)).toEqual([]);
      const changed = bytes.slice();
      changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
      bag.set('data/x.bin', changed);
      expect((await faultsOf(bag)).join()).toContain('data/x.bin differs from its checksum');
    }),
    { numRuns: 30 },
  );
});

test('all faults are told, not the first', async () => {
  const bag = await sampleBag();
  bag.delete('data/a.txt');
  bag.set('data/deep/100%.bin', utf8('other'));
  bag.set('data/more.txt', utf8('more'));
  bag.set('manifest-crc32.txt', utf8('00 data/a.txt\n'));
  bag.set(
    'fetch.txt',
    utf8('https://example.org/a 1 data/a.txt\nhttps://example.org/b - ../../b\nnothing\n'),
  );
  const told = (await faultsOf(bag)).join('\n');
  for (const part of [
    'data/a.txt is missing',
    'data/deep/100%.bin differs from its checksum in manifest-sha256.txt and manifest-sha512.txt',
    'data/more.txt is in the package, but not in every manifest',
    'manifest-crc32.txt uses a checksum that is not known here',
    'fetch.txt line 1 names a file that would have to be fetched',
    'fetch.txt line 2 names a path outside the package',
    'fetch.txt line 3 is not an address',
    'bag-info.txt says Payload-Oxum 4.2',
  ])
    expect(told).toContain(part);
});

test.each([
  ['../x', '".."'],
  ['data/../../x', '".."'],
  ['data/..', '".."'],
  ['/etc/passwd', 'top of the disk'],
  ['~/x', 'home folder'],
  ['~root/x', 'home folder'],
  ['C:/x', 'drive'],
  ['c:x', 'drive'],
  ['\\\\server\\x', 'backslash'],
  ['data\\..\\x', 'backslash'],
  ['%HomeDrive%/x', 'variable'],
  ['$' + '{HOME}/x', 'variable'],
  ['data//x', 'empty step'],
  ['data/./x', 'empty step'],
  ['data/\u0000', 'control'],
  ['', 'empty'],
  [`data/${'a'.repeat(256)}`, 'longer than disks hold'],
  [`data${'/aa'.repeat(400)}`, 'longer than disks hold'],
])('the name %j leads out of a bag', async (name, why) => {
  expect(bagPathFault(name)).toContain(why);
  const bag = await sampleBag();
  bag.set(name, utf8('x'));
  expect((await faultsOf(bag)).join()).toContain('outside the package');
  const listed = await sampleBag();
  listed.set('manifest-sha256.txt', utf8(`${'0'.repeat(64)}  ${name}\n`));
  if (name !== '') expect((await faultsOf(listed)).join()).toMatch(/outside the package/);
  await expect(
    writeBag({
      payload: new Map(),
      tagFiles: new Map([[name, utf8('x')]]),
      baggingDate: '2031-03-04',
      info: [],
    }),
  ).rejects.toThrow(TypeError);
});

test.each(['data/a.txt', 'data/~x', 'data/..x', 'data/x..', 'data/%7Ex', 'data/.hidden', 'data/a:b'])(
  'the name %s stays inside',
  (name) => {
    expect(bagPathFault(name)).toBeNull();
  },
);

test('names are percent-encoded for LF, CR and the percent sign, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(decodeBagPath(encodeBagPath(name), '1.0')).toBe(name);
      expect(encodeBagPath(name)).not.toMatch(/[\r\n]/);
    }),
  );
  expect(decodeBagPath('a%0ab%0D%25%7E', '1.0')).toBe('a\nb\r%%7E');
  expect(decodeBagPath('%25', '0.97')).toBe('%25');
});

test('names that one disk keeps apart and another does not are refused when writing', async () => {
  const payload = new Map([
    ['A.txt', utf8('1')],
    ['a.txt', utf8('2')],
  ]);
  await expect(
    writeBag({ payload, tagFiles: new Map(), baggingDate: '2031-03-04', info: [] }),
  ).rejects.toThrow(/a\.txt/);
});

test.each(['bagit.txt', 'fetch.txt', 'manifest-md5.txt', 'data/x'])(
  'the tag name %s is not free',
  async (name) => {
    const tagFiles = new Map([[name, utf8('x')]]);
    await expect(
      writeBag({ payload: new Map(), tagFiles, baggingDate: '2031-03-04', info: [] }),
    ).rejects.toThrow(/belongs to the bag/);
  },
);

test('a value cannot write a tag of its own', () => {
  const text = writeTags([{ label: 'Contact-Name', value: 'Edna\nPayload-Oxum: 0.0' }]);
  expect(readTags(text).tags).toEqual([{ label: 'Contact-Name', value: 'Edna Payload-Oxum: 0.0' }]);
});

test('tag files in other encodings are read, broken ones are not', () => {
  expect(decodeTagFile(Uint8Array.of(0xe9), 'ISO-8859-1')).toBe('é');
  expect(decodeTagFile(Uint8Array.of(0xfe, 0xff, 0, 0x61), 'UTF-16')).toBe('a');
  expect(decodeTagFile(Uint8Array.of(0xff, 0xfe, 0x61, 0), 'UTF-16')).toBe('a');
  expect(decodeTagFile(Uint8Array.of(0xe9), 'UTF-8')).toBeNull();
});
