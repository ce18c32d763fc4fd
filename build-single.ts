/**
 * Makes one file for Linux that runs without Node and without `node_modules`: Node's own program with ours inside (a single
 * executable application). `npm run build:single`, or `node build-single.ts FILE DIST` for another
 * file than dist-single/onrecord, from a bundle that is built already.
 * What it carries: the bundle, the models, and every package of the lock file that is needed to run, for this platform; all
 * of it unpacked by `single/start-single.cjs`. Nothing is fetched: it is made from what `npm ci` brought.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { inject } from 'postject';

/** Tells Node that a program is inside; postject turns it over. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
/** Of our own: what `npm pack` takes, without types. */
const OWN = ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'bin', 'models', 'vocab', 'examples'];
/** Of packages: what no program runs. Licences stay. */
const NOT_RUN = /\.(?:d\.[cm]?ts|[cm]?ts|tsx|map|md|markdown|flow)$|\/(?:test|tests|__tests__|\.github)\//iu;
const LICENCE = /licen[cs]e|notice|copying/iu;

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const target = path.resolve(process.argv[2] ?? 'dist-single/onrecord');
const node = process.execPath;
if (process.platform !== 'linux') throw new Error('A single file is made on Linux, for Linux.');

const scratch = mkdtempSync(path.join(tmpdir(), 'onrecord-single-'));
try {
  const built = process.argv[3] ?? path.join(scratch, 'dist');
  if (process.argv[3] === undefined) execFileSync(node, ['build.ts', built], { stdio: 'inherit' });
  const files = new Map<string, string>();
  for (const one of OWN) take(one, one, files);
  take(built, 'dist', files, (file) => !/\.map$|\/types\//u.test(file));
  take('single/import-file.cjs', 'import-file.cjs', files);
  for (const folder of packagesToRun()) take(folder, folder, files, runs);
  take(licenceOfNode(), 'LICENSE-node', files);

  const packed = pack(files);
  const id = createHash('sha256').update(packed).digest('hex');
  writeFileSync(path.join(scratch, 'program'), packed);
  writeFileSync(path.join(scratch, 'id'), id);
  const blob = path.join(scratch, 'blob');
  const config = {
    main: path.resolve('single/start-single.cjs'),
    output: blob,
    disableExperimentalSEAWarning: true,
    // No inspector for whoever sends a signal to the process that keeps a key.
    execArgv: ['--disable-sigusr1'],
    execArgvExtension: 'none',
    assets: { program: path.join(scratch, 'program'), id: path.join(scratch, 'id') },
  };
  writeFileSync(path.join(scratch, 'sea.json'), JSON.stringify(config));
  execFileSync(node, ['--experimental-sea-config', path.join(scratch, 'sea.json')], { stdio: 'inherit' });
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(node, target);
  chmodSync(target, 0o755);
  await inject(target, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse: FUSE });
  process.stdout.write(
    `${target}: ${Math.round(statSync(target).size / 1e6)} MB, ${files.size} files inside\n`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function licenceOfNode(): string {
  const here = `node_modules/node/node_modules/node-${process.platform}-${process.arch}`;
  const found = [path.resolve(node, '../..'), here].map((folder) => `${folder}/LICENSE`).find(existsSync);
  if (found === undefined) throw new Error('The licence of Node, which must go along, is not beside it.');
  return found;
}

/** Folders of the packages that are installed with this one; on this platform, so that others' binaries are absent already. */
function packagesToRun(): string[] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
  return Object.entries(lock.packages).flatMap(([folder, { dev, devOptional }]) =>
    folder === '' || dev === true || devOptional === true || !existsSync(folder) ? [] : [folder],
  );
}

function runs(file: string): boolean {
  const other =
    /\/prebuilds\/.*\.node$|better-sqlite3-multiple-ciphers\/(?:deps|src)\//u.test(file) &&
    !file.includes(`/${process.platform}-${process.arch}.node`);
  return !other && (LICENCE.test(path.basename(file)) || !NOT_RUN.test(file));
}

/** Notes a file, or all files of a folder but those of packages inside, under the name that they have inside. */
function take(
  from: string,
  as: string,
  files: Map<string, string>,
  wanted: (file: string) => boolean = () => true,
): void {
  if (!statSync(from).isDirectory()) {
    if (wanted(as)) files.set(as, from);
    return;
  }
  for (const name of readdirSync(from).sort())
    if (name !== 'node_modules') take(path.join(from, name), `${as}/${name}`, files, wanted);
}

/** An index, how many bytes it has before it, the files after it; compressed. */
function pack(files: ReadonlyMap<string, string>): Buffer {
  const bodies = [...files].map(([as, from]) => ({ as, bytes: readFileSync(from) }));
  const index = Buffer.from(JSON.stringify(bodies.map(({ as, bytes }) => [as, bytes.length])));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(index.length);
  return zstdCompressSync(Buffer.concat([size, index, ...bodies.map(({ bytes }) => bytes)]), {
    params: { [constants.ZSTD_c_compressionLevel]: 12 },
  });
}
