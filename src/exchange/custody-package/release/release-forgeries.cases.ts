/**
 * Released packages that somebody changed on purpose and whose lists of checksums they wrote anew: statements, commitments, proofs and
 * what can be made again show it. Each names what the verifier must say, and what verify.sh must say where it looks.
 */
import { canonicalJson } from '../../../crypto/canonical-json.ts';
import { sha256Hex } from '../../../crypto/sha256.ts';
import { rebagged } from '../forgeries.cases.ts';
import { ARCHIVED, CAPTURE } from './sample-release.cases.ts';

type Files = ReadonlyMap<string, Uint8Array>;

export interface ReleaseForgery {
  readonly what: string;
  readonly forge: (files: Files) => Promise<Files>;
  readonly verifier: RegExp;
  /** Null: the script does not look there. */
  readonly script: RegExp | null;
}

const textOf = (files: Files, path: string): string => Buffer.from(files.get(path) ?? []).toString();
const PAGE = 'data/dossier/index.html';
const SUMS = 'data/dossier.sha256';
const STATEMENT = 'data/release.json';

/** The list of pages with one of them as it is now. */
function sumsWith(files: Files, page: string, content: string): string {
  return textOf(files, SUMS).replace(
    new RegExp(`[0-9a-f]{64}(?=  ${page.slice('data/'.length)}\n)`),
    sha256Hex(content),
  );
}

export const RELEASE_FORGERIES: readonly ReleaseForgery[] = [
  {
    what: 'another page',
    forge: (files) => rebagged(files, { [PAGE]: '<title>Nothing was said</title>\n' }),
    verifier: /data\/dossier\/index\.html is not as it was released/,
    script: /data\/dossier\/index\.html is not as it was released/,
  },
  {
    what: 'another page, with the list of pages',
    forge: (files) => {
      const page = '<title>Nothing was said</title>\n';
      return rebagged(files, { [PAGE]: page, [SUMS]: sumsWith(files, PAGE, page) });
    },
    verifier: /data\/dossier\.sha256 is not the list that data\/release\.json names/,
    script: /data\/dossier\.sha256 is not the list that data\/release\.json names/,
  },
  {
    what: 'another page, with the list and the statement',
    forge: (files) => {
      const page = '<title>Nothing was said</title>\n';
      const sums = sumsWith(files, PAGE, page);
      const statement = textOf(files, STATEMENT).replace(sha256Hex(textOf(files, SUMS)), sha256Hex(sums));
      return rebagged(files, { [PAGE]: page, [SUMS]: sums, [STATEMENT]: statement });
    },
    verifier: /data\/release\.json is not what entry 6 of the log commits to/,
    script: /verify\/release\.leaf: entry 6 does not commit to data\/release\.json/,
  },
  {
    what: 'a page more',
    forge: (files) => rebagged(files, { 'data/dossier/more.html': 'more\n' }),
    verifier: /data\/dossier\/more\.html was not released/,
    script: /data\/dossier holds 5 files; 4 were released/,
  },
  {
    what: 'a page less',
    forge: (files) => rebagged(files, { 'data/dossier/changes.html': null }),
    verifier: /data\/dossier\/changes\.html is not as it was released/,
    script: /data\/dossier\/changes\.html is not as it was released/,
  },
  {
    what: 'a file that no release has',
    forge: (files) => rebagged(files, { 'data/note.txt': 'read me\n' }),
    verifier: /data\/note\.txt is no part of a release/,
    script: null,
  },
  {
    what: 'another licence in the statement',
    forge: (files) =>
      rebagged(files, { [STATEMENT]: textOf(files, STATEMENT).replace('CC BY 4.0', 'CC BY 3.0') }),
    verifier: /data\/release\.json is not what entry 6 of the log commits to/,
    script: /verify\/release\.leaf: entry 6 does not commit to data\/release\.json/,
  },
  {
    what: 'a statement in another form',
    forge: (files) => rebagged(files, { [STATEMENT]: `${textOf(files, STATEMENT).trim()} \n` }),
    verifier: /data\/release\.json is not a statement as a release writes it/,
    script: /verify\/release\.leaf: entry 6 does not commit to data\/release\.json/,
  },
  {
    what: 'another approval',
    forge: (files) =>
      rebagged(files, {
        'data/approval.json': textOf(files, 'data/approval.json').replace('rel_00', 'rel_01'),
      }),
    verifier: /data\/approval\.json is not the approval of this release/,
    script: /verify\/approval\.leaf: entry 7 does not commit to data\/approval\.json/,
  },
  {
    what: 'no approval',
    forge: (files) =>
      rebagged(files, {
        'data/approval.json': null,
        'verify/approval.leaf': null,
        'verify/approval.opening.json': null,
        'verify/approval.tlog-proof': null,
      }),
    verifier: /verify\/approval\.leaf is missing: nothing proves the release/,
    script: null,
  },
  {
    what: 'another hash of a source',
    forge: (files) => {
      const text = textOf(files, 'data/sources.json');
      const { sources, ...rest } = JSON.parse(text) as { sources: { sha256: string }[] };
      const changed = sources.map((one, index) => (index === 0 ? { ...one, sha256: 'ab'.repeat(32) } : one));
      return rebagged(files, { 'data/sources.json': `${canonicalJson({ ...rest, sources: changed })}\n` });
    },
    verifier: /data\/sources\.json has another hash for src_\w+ than data\/dossier\/record\.json/,
    script: null,
  },
  {
    what: 'another leaf of a source',
    forge: (files) => {
      const path = `verify/sources/${CAPTURE}.leaf`;
      return rebagged(files, { [path]: textOf(files, path).replace('10:00:01', '10:00:09') });
    },
    verifier: new RegExp(`verify/sources/${CAPTURE}.tlog-proof does not lead from entry 1`),
    script: null,
  },
  {
    what: 'another web archive',
    forge: (files) => rebagged(files, { [`data/captures/${ARCHIVED}/the-valley-post.wacz`]: 'PK another\n' }),
    verifier: /the-valley-post\.wacz is not what entry 3 of the log commits to/,
    script: new RegExp(`verify/${ARCHIVED}.leaf: entry 3 does not commit to`),
  },
  {
    what: 'a web archive beside the real one',
    forge: (files) => rebagged(files, { [`data/captures/${ARCHIVED}/other.wacz`]: 'PK another\n' }),
    verifier: /other\.wacz is not what any entry of the log commits to/,
    script: /other\.wacz is not what any entry of the log commits to/,
  },
  {
    what: 'another description',
    forge: (files) =>
      rebagged(files, {
        'data/ro-crate-metadata.json': textOf(files, 'data/ro-crate-metadata.json').replace(
          'The Lowland Archive',
          'The Highland Archive',
        ),
      }),
    verifier: /data\/ro-crate-metadata\.json does not describe the files that are here/,
    script: null,
  },
  {
    what: 'another root in a proof of consistency',
    forge: (files) => {
      const path = 'verify/consistency/3.json';
      const text = textOf(files, path);
      const root = /"root":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
      return rebagged(files, { [path]: text.replace(root, 'cd'.repeat(32)) });
    },
    verifier: /verify\/consistency\/3\.json does not prove that the log goes on from that head/,
    script: null,
  },
];
