/**
 * Reads a bag (RFC 8493, and drafts 0.93 to 0.97) and reports everything that is wrong with it. Never fetches what
 * fetch.txt names, never opens a path that leads out of the bag, and computes each checksum once.
 */
import { type DigestName, fileDigests } from '../../crypto/file-digest.ts';
import { type BagFile, type BagFiles, UNREADABLE, wholeFile } from './bag-files.ts';
import type { BagFinding } from './bag-finding.ts';
import { bagPathFault, decodeBagPath, foldedPath } from './bag-path.ts';
import type { BagReport } from './bag-report.ts';
import { isKnownAlgorithm, type Manifest, manifestName, readManifest } from './manifest.ts';
import { type BagTag, decodeTagFile, isKnownEncoding, linesOf, readTags } from './tag-file.ts';

const VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];
/** Bytes; a tag file above this is refused rather than held in memory. */
const LARGEST_TAG_FILE = 100_000_000;
const DECLARATION =
  /^BagIt-Version: (\d+\.\d+)(?:\r\n|\n|\r)Tag-File-Character-Encoding: (\S+)(?:\r\n|\n|\r)?$/;
const SYSTEM_FILES = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i;

interface Reading {
  readonly files: BagFiles;
  readonly byPath: ReadonlyMap<string, BagFile>;
  readonly encoding: string;
  readonly version: string;
  readonly findings: BagFinding[];
}

/**
 * Reads a bag to its end.
 *
 * @returns all findings; a bag that is no bag at all gives faults, never an exception
 * @example
 * const report = await readBag(bagFilesInMemory(files));
 * bagFaults(report).length; // 0
 */
export async function readBag(files: BagFiles): Promise<BagReport> {
  const findings: BagFinding[] = [];
  const byPath = listedSafely(files, findings);
  const payloadFiles = [...byPath.values()].filter(({ path }) => path.startsWith('data/'));
  const payload = {
    files: payloadFiles.length,
    bytes: payloadFiles.reduce((sum, { size }) => sum + size, 0),
  };
  const declared = await readDeclaration(files, byPath, findings);
  const reading: Reading = {
    files,
    byPath,
    findings,
    encoding: declared?.encoding ?? 'UTF-8',
    version: declared?.version ?? '1.0',
  };
  const manifests = await readManifests(reading);
  checkCompleteness(reading, manifests, payloadFiles);
  await checkSums(reading, manifests);
  const wantsFetch = await checkFetch(reading);
  const info = await readInfo(reading);
  checkOxum(info, payload, findings);
  return { version: declared?.version ?? null, findings, info, wantsFetch, manifests, payload };
}

function listedSafely(files: BagFiles, findings: BagFinding[]): Map<string, BagFile> {
  const byPath = new Map<string, BagFile>();
  const folded = new Map<string, string>();
  for (const { path, message } of files.refused) findings.push({ kind: 'fault', path, message });
  for (const file of files.list) {
    const fault = bagPathFault(file.path.replaceAll(/[\r\n]/g, '_'));
    if (fault !== null) {
      findings.push({ kind: 'fault', path: file.path, message: `is a path outside the package: ${fault}` });
      continue;
    }
    if (byPath.has(file.path))
      findings.push({ kind: 'fault', path: file.path, message: 'is in the package twice' });
    const other = folded.get(foldedPath(file.path));
    if (other !== undefined && other !== file.path)
      findings.push({
        kind: 'warning',
        path: file.path,
        message: `is the same name as ${other} on some disks`,
      });
    if (SYSTEM_FILES.test(file.path))
      findings.push({ kind: 'warning', path: file.path, message: 'was put there by an operating system' });
    folded.set(foldedPath(file.path), file.path);
    byPath.set(file.path, file);
  }
  return byPath;
}

async function readDeclaration(
  files: BagFiles,
  byPath: ReadonlyMap<string, BagFile>,
  findings: BagFinding[],
): Promise<{ version: string; encoding: string } | null> {
  const fault = (message: string): null => {
    findings.push({ kind: 'fault', path: 'bagit.txt', message });
    return null;
  };
  if (!byPath.has('bagit.txt')) return fault('is missing: this is not a bag');
  const read = await wholeFile(files, 'bagit.txt', 1_000);
  const parts = DECLARATION.exec(read.ok ? Buffer.from(read.bytes).toString('utf8') : '');
  if (parts === null)
    return fault('must hold exactly the lines "BagIt-Version: 1.0" and "Tag-File-Character-Encoding: UTF-8"');
  const version = parts[1] ?? '';
  const encoding = parts[2] ?? '';
  if (!VERSIONS.includes(version)) return fault(`says version ${version}, which is not known here`);
  if (!isKnownEncoding(encoding)) return fault(`says an encoding that is not known here`);
  return { version, encoding };
}

async function readTagText({ files, encoding, findings }: Reading, path: string): Promise<string | null> {
  const read = await wholeFile(files, path, LARGEST_TAG_FILE);
  const text = read.ok ? decodeTagFile(read.bytes, encoding) : null;
  const message = read.ok ? `is not written in ${encoding}` : read.message;
  if (text === null) findings.push({ kind: 'fault', path, message });
  return text;
}

async function readManifests(reading: Reading): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const path of reading.byPath.keys()) {
    const name = manifestName(path);
    if (name === null) continue;
    const { algorithm, isTag } = name;
    if (!isKnownAlgorithm(algorithm)) {
      reading.findings.push({ kind: 'fault', path, message: 'uses a checksum that is not known here' });
      continue;
    }
    const text = await readTagText(reading, path);
    if (text === null) continue;
    const read = readManifest(text, { file: path, algorithm, isTag, version: reading.version });
    reading.findings.push(...read.findings);
    manifests.push(read.manifest);
  }
  return manifests;
}

function checkCompleteness(
  { findings, version, byPath }: Reading,
  manifests: readonly Manifest[],
  payload: readonly BagFile[],
): void {
  const ofPayload = manifests.filter(({ isTag }) => !isTag);
  if (ofPayload.length === 0)
    findings.push({ kind: 'fault', path: '', message: 'The package has no manifest of its files.' });
  const listed = ofPayload.map(({ sums }) => new Set([...sums.keys()].map((path) => path.normalize('NFC'))));
  for (const { path } of payload) {
    const name = path.normalize('NFC');
    const isListed =
      version === '1.0' ? listed.every((one) => one.has(name)) : listed.some((one) => one.has(name));
    if (!isListed && listed.length > 0)
      findings.push({ kind: 'fault', path, message: 'is in the package, but not in every manifest' });
  }
  if (payload.length === 0 && ![...byPath.keys()].some((path) => path.startsWith('data')))
    findings.push({ kind: 'warning', path: 'data', message: 'holds no files' });
}

/** The listed file behind a manifest's name: spelled so, or the same to a disk that folds case and Unicode forms. */
function fileNamed({ byPath, findings }: Reading, path: string): string | null {
  if (byPath.has(path)) return path;
  for (const other of byPath.keys()) {
    if (foldedPath(other) === foldedPath(path)) {
      findings.push({ kind: 'warning', path, message: `is spelled otherwise in the package: ${other}` });
      return other;
    }
  }
  return null;
}

async function checkSums(reading: Reading, manifests: readonly Manifest[]): Promise<void> {
  const wanted = new Map<string, { manifest: Manifest; sum: string }[]>();
  for (const manifest of manifests) {
    for (const [path, sum] of manifest.sums) {
      const list = wanted.get(path) ?? [];
      list.push({ manifest, sum });
      wanted.set(path, list);
    }
  }
  for (const [path, checks] of wanted) {
    const file = fileNamed(reading, path);
    if (file === null) {
      reading.findings.push({ kind: 'fault', path, message: 'is missing' });
      continue;
    }
    const names = checks.map(({ manifest }): DigestName => manifest.algorithm);
    const found = await fileDigests(reading.files.read(file), names).catch(() => null);
    if (found === null) {
      reading.findings.push({ kind: 'fault', path, message: UNREADABLE });
      continue;
    }
    const wrong = checks.filter(({ manifest, sum }) => found.get(manifest.algorithm) !== sum);
    if (wrong.length === 0) continue;
    const lists = wrong.map(({ manifest }) => manifest.file).join(' and ');
    reading.findings.push({ kind: 'fault', path, message: `differs from its checksum in ${lists}` });
  }
}

async function checkFetch(reading: Reading): Promise<boolean> {
  if (!reading.byPath.has('fetch.txt')) return false;
  const note = (kind: BagFinding['kind'], message: string): void =>
    void reading.findings.push({ kind, path: 'fetch.txt', message });
  note('warning', 'names addresses on the network; nothing was fetched');
  const text = await readTagText(reading, 'fetch.txt');
  for (const [index, line] of linesOf(text ?? '').entries()) {
    const parts = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line);
    if (parts === null) {
      note('fault', `line ${index + 1} is not an address, a length and a path`);
      continue;
    }
    const path = decodeBagPath(parts[3] ?? '', reading.version);
    const outside = bagPathFault(path);
    if (outside !== null) note('fault', `line ${index + 1} names a path outside the package: ${outside}`);
    else if (!reading.byPath.has(path))
      note('fault', `line ${index + 1} names a file that would have to be fetched; onrecord fetches nothing`);
  }
  return true;
}

async function readInfo(reading: Reading): Promise<readonly BagTag[]> {
  const path = ['bag-info.txt', 'package-info.txt'].find((name) => reading.byPath.has(name));
  const text = path === undefined ? null : await readTagText(reading, path);
  if (path === undefined || text === null) return [];
  const { tags, bad } = readTags(text);
  for (const line of bad)
    reading.findings.push({ kind: 'fault', path: `${path} line ${line}`, message: 'is not "Label: value"' });
  return tags;
}

function checkOxum(info: readonly BagTag[], payload: BagReport['payload'], findings: BagFinding[]): void {
  const found = `${payload.bytes}.${payload.files}`;
  for (const { label, value } of info) {
    if (label.toLowerCase() !== 'payload-oxum' || value === found) continue;
    findings.push({
      kind: 'fault',
      path: 'bag-info.txt',
      message: `says Payload-Oxum ${value}, the files give ${found}`,
    });
  }
}
