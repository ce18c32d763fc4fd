/**
 * Writes one web archive package: WACZ 1.1.1 (Webrecorder), a zip in which nothing is compressed twice, with the
 * list of pages, the index, the SHA-256 of every member (datapackage.json) and of that list (datapackage-digest.json).
 * The same parts give the same bytes. Refuses members outside the package.
 */
import { type Zippable, zipSync } from 'fflate';
import { type HashBytes, utf8 } from './warc.ts';

/** One file of the package. */
export interface WaczMember {
  /** With forward slashes, never leading out: "archive/data.warc.gz". */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface WaczParts {
  /** Name and version of what wrote it. */
  readonly software: string;
  /** ISO 8601 instant, UTC; zip entries carry its day, because zip has no time zones. */
  readonly createdAt: string;
  readonly title: string;
  readonly mainUrl: string;
  readonly pages: readonly { readonly url: string; readonly date: string; readonly title: string | null }[];
  /** The archive and index files, and whatever else belongs to the capture. */
  readonly members: readonly WaczMember[];
}

/**
 * The package as bytes.
 *
 * @throws TypeError for two members of one name, or one that leads out of the package
 * @example
 * writeWacz({ software: 'onrecord 0.2.0', createdAt, title, mainUrl, pages, members }, sha256Hex);
 */
export function writeWacz(parts: WaczParts, hash: HashBytes): Uint8Array {
  const members = [{ path: 'pages/pages.jsonl', bytes: utf8(pageList(parts, hash)) }, ...parts.members];
  const fault = members.find(
    ({ path }, at) => !isInside(path) || members.findIndex((one) => one.path === path) !== at,
  );
  if (fault !== undefined)
    throw new TypeError(`A member of the package has a bad or doubled name: ${fault.path}`);
  const list = utf8(memberList(parts, members, hash));
  const digest = { path: 'datapackage.json', hash: `sha256:${hash(list)}` };
  return zipped(parts.createdAt, [
    { path: 'datapackage.json', bytes: list },
    { path: 'datapackage-digest.json', bytes: utf8(`${JSON.stringify(digest, null, 2)}\n`) },
    ...members,
  ]);
}

function isInside(path: string): boolean {
  const steps = path.split('/');
  return /^[\w.\-/]+$/.test(path) && steps.every((step) => step !== '' && step !== '.' && step !== '..');
}

function pageList({ pages }: WaczParts, hash: HashBytes): string {
  const lines = pages.map(({ url, date, title }) => ({
    id: hash(utf8(`${url} ${date}`)).slice(0, 32),
    url,
    ts: date,
    ...(title === null ? {} : { title }),
  }));
  const first = { format: 'json-pages-1.0', id: 'pages', title: 'All pages', hasText: false };
  return [first, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function memberList(parts: WaczParts, members: readonly WaczMember[], hash: HashBytes): string {
  const told = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    software: parts.software,
    created: parts.createdAt,
    title: parts.title,
    mainPageUrl: parts.mainUrl,
    mainPageDate: parts.pages[0]?.date ?? parts.createdAt,
    resources: members.map(({ path, bytes }) => ({
      name: path.split('/').at(-1),
      path,
      hash: `sha256:${hash(bytes)}`,
      bytes: bytes.length,
    })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function zipped(createdAt: string, members: readonly WaczMember[]): Uint8Array {
  const [year = 1980, month = 1, day = 1] = createdAt.slice(0, 10).split('-').map(Number);
  // Noon of that day here: fflate writes local time, and no clock is ever set forward over noon.
  const mtime = new Date(Math.min(Math.max(year, 1980), 2099), month - 1, day, 12);
  const entries: Zippable = Object.fromEntries(
    members.map(({ path, bytes }) => [path, [bytes, { level: 0, mtime }] as const]),
  );
  return zipSync(entries);
}
