/** Who may import whom: the table of ARCHITECTURE.md as data, and the checks that hold it. */
import type { Import, Module } from './modules.ts';

/** What a room may import besides itself. `packages` absent: any that docs/dependencies.md names. */
interface RoomRule {
  readonly rooms: readonly string[];
  readonly packages?: readonly string[];
}

const PURE = ['record', 'reckon', 'text', 'crypto', 'exchange', 'dossier'] as const;
/** Rooms without disk, network, clock, chance or console; the desk is handed its clock and its chance. */
export const PURE_ROOMS: ReadonlySet<string> = new Set([...PURE, 'desk']);

export const ROOM_RULES: Readonly<Record<string, RoomRule>> = {
  record: { rooms: ['vocab'], packages: ['edtf'] },
  reckon: { rooms: ['record', 'vocab'], packages: [] },
  text: { rooms: ['record', 'vocab'], packages: ['any-ascii'] },
  crypto: {
    rooms: [],
    packages: [
      '@hpke/chacha20poly1305',
      '@hpke/core',
      '@hpke/dhkem-x25519',
      '@noble/ciphers',
      '@noble/hashes',
      '@node-rs/argon2',
      'age-encryption',
      'asn1js',
      'canonicalize',
      'node:crypto',
      'otpauth',
      'pkijs',
      'shamir-secret-sharing',
    ],
  },
  exchange: {
    rooms: ['record', 'reckon', 'vocab', 'crypto'],
    packages: ['csv-parse', 'yaml', 'canonicalize', 'fflate'],
  },
  dossier: {
    rooms: ['record', 'reckon', 'vocab'],
    packages: ['d3-scale', 'd3-shape', 'd3-geo', 'topojson-client', 'canonicalize'],
  },
  desk: { rooms: [...PURE, 'vocab'], packages: ['yaml'] },
  storage: { rooms: ['desk/ports', 'record', 'crypto'] },
  intake: { rooms: ['desk/ports', 'record', 'crypto'] },
  engine: { rooms: ['desk/ports', 'record', 'crypto', 'text', 'reckon'] },
  cli: { rooms: ['desk', 'dossier', 'exchange', 'compose.ts'] },
  server: { rooms: ['desk', 'dossier', 'exchange'] },
  web: {
    rooms: [
      'record',
      'reckon',
      'text/anchor.ts',
      'server/api',
      'server/sealed/api',
      'server/team/api',
      'dossier/toll-drawing.ts',
      'dossier/toll-scales.ts',
      'index.ts',
    ],
  },
  'compose.ts': {
    rooms: [
      ...PURE,
      'desk',
      'storage',
      'intake',
      'engine',
      'server',
      'vocab',
      'package.json',
      'examples',
      'compose',
    ],
  },
  compose: {
    rooms: [...PURE, 'desk', 'storage', 'intake', 'engine', 'server', 'vocab', 'package.json', 'examples'],
  },
  'index.ts': { rooms: [...PURE, 'desk'] },
  'node.ts': { rooms: [...PURE, 'desk', 'compose.ts', 'engine'] },
};

/** The files of text/ that other rooms may import. */
const TEXT_DOORS = [
  'src/text/proposed-claim.ts',
  'src/text/open-text-reader.ts',
  'src/text/read-text.ts',
  'src/text/anchor.ts',
  'src/text/outlets/cited-outlets.ts',
  'src/text/outlets/credit-lines.ts',
  'src/text/locate-wording.ts',
  'src/text/person-names.ts',
  'src/text/relate-places.ts',
  'src/text/reuse/judge-reuse.ts',
  'src/text/anchors/anchor-index.ts',
  'src/text/anchors/anchor-matches.ts',
  'src/text/anchors/read-anchors.ts',
  'src/text/anchors/report-anchor.ts',
];
/** Folders that hold cases in the open. */
const SEALED = ['src/record/case/', 'src/desk/cases/'];
const isSealed = (path: string): boolean => SEALED.some((folder) => path.startsWith(folder));
/** Rooms that publish. */
const PUBLISHING = ['exchange', 'dossier'];
/** Rooms from which no path of imports may lead to sealed cases: what publishes, searches, logs, stores, reckons, reads texts. */
const AWAY_FROM_CASES = [
  ...PUBLISHING,
  'record',
  'reckon',
  'text',
  'crypto',
  'desk',
  'storage',
  'intake',
  'engine',
  'server',
];
/** Their folders that work on cases: what is opened there is handed to a member, or leaves through disclosure control. */
const WORKS_ON_CASES = [...SEALED, 'src/desk/disclosure/', 'src/server/sealed/'];

/** Tests, their tables and their fixtures may look behind doors. */
export function isTestFile(path: string): boolean {
  return /\.(test|cases)\.tsx?$|\/fixtures\/|\/(contract|crash)\/|\/contract\.ts$/.test(path);
}

/** "record" for src/record/x.ts, "compose.ts" for src/compose.ts, "vocab" for vocab/x.json. */
export function roomOf(path: string): string {
  const parts = path.split('/');
  return (parts[0] === 'src' ? parts[1] : parts[0]) ?? '';
}

export function forbiddenArrows(modules: readonly Module[]): string[] {
  return modules
    .filter((module) => !isTestFile(module.path))
    .flatMap((module) =>
      module.imports.flatMap((one) => {
        const why =
          one.target === null
            ? packageFault(module.path, one.specifier)
            : arrowFault(module.path, one.target);
        return why === null
          ? []
          : [`${module.path}:${one.line} imports ${one.target ?? one.specifier}: ${why}`];
      }),
    );
}

function arrowFault(from: string, to: string): string | null {
  const room = roomOf(from);
  const rule = ROOM_RULES[room];
  if (rule === undefined) return `the room ${room} is not in the import table`;
  if (isTestFile(to)) return 'what runs may not import tests';
  if (PUBLISHING.includes(room) && isSealed(to))
    return 'sealed cases must not be reachable from what is published';
  if (room === roomOf(to)) return null;
  if (roomOf(to) === 'text' && !TEXT_DOORS.includes(to) && room !== 'engine')
    return 'only the doors of text/ are imported';
  const inside = to.startsWith('src/') ? to.slice(4) : to;
  const allowed = rule.rooms.some((other) => inside === other || inside.startsWith(`${other}/`));
  return allowed ? null : `${room} may import ${rule.rooms.join(', ') || 'no other room'}`;
}

function packageFault(from: string, specifier: string): string | null {
  if (specifier === '(computed)') return 'an import must be a literal, so that it can be checked';
  const room = roomOf(from);
  const allowed = ROOM_RULES[room]?.packages;
  const name = specifier.startsWith('node:') ? specifier : packageName(specifier);
  if (allowed === undefined || allowed.includes(name)) return null;
  return `${room} may import these packages: ${allowed.join(', ') || 'none'}`;
}

export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Paths of imports to sealed cases from what publishes, searches, logs, stores: types included. */
export function leaks(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const starts = modules.filter(
    ({ path }) =>
      AWAY_FROM_CASES.includes(roomOf(path)) &&
      !WORKS_ON_CASES.some((folder) => path.startsWith(folder)) &&
      !isTestFile(path),
  );
  return starts.flatMap((start) => {
    const path = pathTo(isSealed, start.path, byPath);
    return path === null
      ? []
      : [
          `${path.join(' → ')}: sealed cases must not be reachable from what publishes, searches, logs or stores`,
        ];
  });
}

const OPENS = ['src/crypto/compartment/', 'src/desk/cases/'];
/** What an app is told of sealed cases without being able to open one: a type, and the shape of an answer. */
const SHAPES = ['src/desk/cases/case-in-the-open.ts'];
/** The whole of it: a server for a team leaves this folder out. */
const SEALED_SERVER = 'src/server/sealed/';
/** Where the apps are put together: for one member on their machine, and for a team. */
const APPS = ['src/server/create-app.ts', 'src/server/team/create-team-app.ts'];
const opens = (path: string): boolean =>
  OPENS.some((folder) => path.startsWith(folder)) && !SHAPES.includes(path);

/**
 * Paths of imports, types included, from pages to what opens sealed cases; and from the server to it, other than by the folder
 * that a server for a team leaves out.
 */
export function openersOutside(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const app = modules.filter(({ path }) => APPS.includes(path));
  const pages = modules.filter(({ path }) => roomOf(path) === BUNDLED_ROOM && !isTestFile(path));
  const found = [
    ...pages.map(({ path }) => pathTo(opens, path, byPath)),
    ...app.map(({ path }) =>
      pathTo(
        (goal) => goal.startsWith(SEALED_SERVER) && goal !== `${SEALED_SERVER}sealed-door.ts`,
        path,
        byPath,
      ),
    ),
    ...app.map(({ path }) => pathTo(opens, path, byPath)),
  ];
  return found.flatMap((path) =>
    path === null ? [] : [`${path.join(' → ')}: sealed cases are opened in src/server/sealed/ alone`],
  );
}

function pathTo(
  isGoal: (path: string) => boolean,
  start: string,
  byPath: ReadonlyMap<string, Module>,
): string[] | null {
  const seen = new Set([start]);
  const queue: string[][] = [[start]];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const last = path.at(-1) ?? '';
    if (isGoal(last)) return path;
    for (const next of targets(byPath.get(last)?.imports ?? [])) {
      if (!seen.has(next)) queue.push([...path, next]);
      seen.add(next);
    }
  }
  return null;
}

/** Circles of imports, each told once from its first path in alphabetical order. */
export function cycles(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found = new Set<string>();
  for (const module of modules) {
    for (const next of targets(module.imports)) {
      const back = next === module.path ? [next] : pathTo((path) => path === module.path, next, byPath);
      if (back !== null) found.add(`a circle of imports: ${[...back].sort().join(' ↔ ')}`);
    }
  }
  return [...found];
}

function targets(imports: readonly Import[]): string[] {
  return imports.flatMap(({ target }) => (target === null ? [] : [target]));
}

/** The page is bundled: what it imports is needed where it is built, not where it is installed. */
export const BUNDLED_ROOM = 'web';

/** Packages that src/ imports and package.json does not list to be installed with it. */
export function unlistedPackages(modules: readonly Module[], dependencies: readonly string[]): string[] {
  return modules
    .filter((module) => !isTestFile(module.path) && !/\/contract(\/|[^/]*\.ts$)|\.d\.ts$/.test(module.path))
    .flatMap((module) =>
      module.imports
        .filter(
          ({ specifier, target }) =>
            target === null && !specifier.startsWith('node:') && specifier !== '(computed)',
        )
        .filter(({ specifier }) => !dependencies.includes(packageName(specifier)))
        .map(
          ({ specifier, line }) =>
            `${module.path}:${line} imports ${specifier}, which package.json does not list`,
        ),
    );
}

/** What members of a team say to each other and hand to each other. */
const TALK = [
  'src/desk/team/together/',
  'src/record/team/comment.ts',
  'src/record/team/assignment.ts',
  'src/server/team/routes/together.ts',
];
/** Who may know of it: the team's own use cases and its server. An erasure reaches it by what members keep. */
const KNOWS_TALK = ['src/desk/team/', 'src/server/team/'];

/** Imports, types included, of what members say to each other by anything but the team's own parts: by them it could leave. */
export function talkOutside(modules: readonly Module[]): string[] {
  const isTalk = (path: string): boolean => TALK.some((one) => path.startsWith(one));
  return modules
    .filter(({ path }) => !isTestFile(path) && !KNOWS_TALK.some((folder) => path.startsWith(folder)))
    .flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) =>
        target !== null && isTalk(target) ? [`${path} → ${target}: comments leave by no way`] : [],
      ),
    );
}
