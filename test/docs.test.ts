/** What the documents promise to hold is held: errors, words, code lists, and examples that parse. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { exitCodeOf } from '../src/cli/exit-codes.ts';
import type { ErrorCode } from '../src/record/onrecord-error.ts';
import { readModules } from './architecture/modules.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** The members of a union of string literals in a file. */
function unionMembers(source: string, name: string): string[] {
  const tree = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
  const found = tree.statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === name);
  if (found === undefined || !ts.isTypeAliasDeclaration(found) || !ts.isUnionTypeNode(found.type)) return [];
  return found.type.types.map((type) => type.getText(tree).replace(/^'|'$/g, ''));
}

const ERROR_CODES = unionMembers(read('src/record/onrecord-error.ts'), 'ErrorCode');

test('every error code has a heading, and every heading is an error code', () => {
  const headings = [...read('docs/guide/errors.md').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(ERROR_CODES.length).toBeGreaterThan(10);
  expect(headings.toSorted()).toEqual(ERROR_CODES.toSorted());
});

test.each(ERROR_CODES)(
  '%s: the exit code told is the exit code given, with what to do and whether to retry',
  (code) => {
    const section = read('docs/guide/errors.md').split(`### ${code}\n`)[1]?.split('\n### ')[0] ?? '';
    expect(section).toMatch(/\*\*What happened\.\*\*/);
    expect(section).toMatch(/\*\*What to do\.\*\*/);
    expect(section).toMatch(/\*\*Retry\*\* \w/);
    expect(/\*\*Exit\*\* (\d)/.exec(section)?.[1]).toBe(String(exitCodeOf(code as ErrorCode)));
  },
);

test('every code list is named in the vocabulary, and every list named exists', () => {
  const files = readdirSync(path.join(ROOT, 'vocab')).filter((name) => name.endsWith('.json'));
  const named = [...read('docs/vocabulary.md').matchAll(/^\| `([^`]+\.json)` \|/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(files.toSorted());
});

const DESIGN = path.resolve(ROOT, '../shared/design.md');

test('every word of the design is in the vocabulary', ({ skip }) => {
  if (!existsSync(DESIGN)) {
    if (process.env.CI === 'true') expect.unreachable('CI needs ../shared/design.md');
    skip('skipped: ../shared/design.md is not here');
  }
  const words = tableRows(readFileSync(DESIGN, 'utf8').split('## 2. Words')[1]?.split('\n## 3')[0] ?? '');
  const ours = tableRows(read('docs/vocabulary.md').split('## Words')[1]?.split('\n## Values')[0] ?? '');
  expect(words.length).toBeGreaterThan(12);
  for (const row of words) for (const word of row.split(', ')) expect(ours).toContain(word);
});

/** First cells of a Markdown table, without its head. */
function tableRows(section: string): string[] {
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| use'))
    .map((line) => line.split('|')[1]?.trim() ?? '');
}

/** The @example blocks of a file, with the line they start on. */
function examplesOf(text: string): { line: number; code: string }[] {
  const blocks = [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) =>
    [...comment[0].matchAll(/@example\b([\s\S]*?)(?=\n\s*\*\s*@[a-z]|\*\/)/g)].map((example) => ({
      line: text.slice(0, comment.index + example.index).split('\n').length,
      code: (example[1] ?? '').replace(/^[ \t]*\* ?/gm, '').trim(),
    })),
  );
  return blocks.filter(({ code }) => !/^```(sh|bash|console|text|json|html|sql)/.test(code));
}

function syntaxFaults(code: string): string[] {
  const bare = code.replace(/^```(ts|typescript)?\n|\n```$/g, '');
  const file = ts.createSourceFile('example.ts', bare, ts.ScriptTarget.ESNext);
  // What the parser alone found: a fortieth of the time of a whole transpilation.
  const { parseDiagnostics: diagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test('every example in src/ parses as TypeScript', () => {
  const modules = readModules(ROOT, 'src');
  const examples = modules.flatMap(({ path: name, text }) =>
    examplesOf(text).map((one) => ({ name, ...one })),
  );
  const faults = examples.flatMap(({ name, line, code }) => {
    const found = code === '' ? ['is empty'] : syntaxFaults(code);
    return found.map((fault) => `${name}:${line} ${fault}`);
  });
  expect(examples.length).toBeGreaterThan(50);
  expect(faults).toEqual([]);
}, 120_000);

test('an example that does not parse is noticed, and one that does is not', () => {
  const wrong = examplesOf('x;\n/**\n * Does.\n *\n * @example\n * f(1, ; // 2\n * @throws never\n */');
  expect(wrong).toEqual([{ line: 5, code: 'f(1, ; // 2' }]);
  expect(syntaxFaults(wrong[0]?.code ?? '')).not.toEqual([]);
  expect(syntaxFaults('const a = f(1); // 2\na.b;')).toEqual([]);
  expect(syntaxFaults('await f();')).toEqual([]);
});

const FOLDERS = ['src', 'test', 'bench', 'docs', 'models', 'vocab', 'training', 'examples', 'bin', 'single'];
const HERE = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }).map((one) =>
    `/${path.relative(ROOT, path.join(one.parentPath, one.name))}${one.isDirectory() ? '/' : ''}`.replaceAll(
      '\\',
      '/',
    ),
  ),
);
const DOCUMENTS = [
  ...['README.md', 'ARCHITECTURE.md', 'SECURITY.md'],
  ...HERE.filter((one) => /^\/docs\/(?!api\/).*\.md$/u.test(one)).map((one) => one.slice(1)),
];

/** Words in code marks that name a file or folder of ours: `dates/`, `cues/index.ts`, `src/cli/*.ts`, `storage/{a,b}`; a name may be shortened at its front. */
function namedFiles(document: string, text: string): string[] {
  const rooms = new Set(readdirSync(path.join(ROOT, 'src')));
  return [...text.replace(/```[\s\S]*?```/gu, '').matchAll(/`([\w@.{},*-]+(?:\/[\w@.{},*-]*)*)`/gu)].flatMap(
    (code) => {
      const [name = '', first = ''] = [code[1], code[1]?.split('/')[0]];
      const ours =
        /\.tsx?$/u.test(name) ||
        (name.includes('/') &&
          (FOLDERS.includes(first) ||
            (document === 'ARCHITECTURE.md' && (rooms.has(first) || name.endsWith('/')))));
      if (!ours) return [];
      const braces = /\{([^}]*)\}/u.exec(name);
      const names = (braces?.[1] ?? '').split(',').map((one) => name.replace(braces?.[0] ?? '', one));
      return (braces === null ? [name] : names).map((one) => one.replace(/[^/]*\*.*$/u, ''));
    },
  );
}

const isHere = (name: string): boolean =>
  HERE.some((one) => [name, `${name}.ts`, `${name}/`].some((end) => one.endsWith(`/${end}`))) ||
  existsSync(path.join(ROOT, name));

test('every file and folder that a document names is there', () => {
  const named = DOCUMENTS.flatMap((document) =>
    namedFiles(document, read(document)).map((name) => ({ document, name })),
  );
  expect(named.length).toBeGreaterThan(150);
  expect(
    named.filter(({ name }) => !isHere(name)).map(({ document, name }) => `${document}: ${name}`),
  ).toEqual([]);
  expect(isHere('text/no-such-file.ts')).toBe(false);
});

test('every link from a document to another file leads somewhere', () => {
  const links = DOCUMENTS.flatMap((document) =>
    [...read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)]
      .map(([, target = '']) => ({ document, target }))
      .filter(({ target }) => !/^[a-z]+:/u.test(target)),
  );
  expect(links.length).toBeGreaterThan(100);
  expect(
    links.filter(({ document, target }) => !existsSync(path.join(ROOT, path.dirname(document), target))),
  ).toEqual([]);
});
