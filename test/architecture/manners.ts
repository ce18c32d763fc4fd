/** What every file must look like, and what pure rooms may not touch. */
import ts from 'typescript';
import { isTestFile, PURE_ROOMS, roomOf } from './import-table.ts';
import { eachNode, lineOf, type Module } from './modules.ts';

const MOST_LINES = 400;
const NAMELESS = /^(utils?|helpers?|common|misc|shared|v\d+)$/;

/** Names of the machine outside: reading them makes a result depend on when and where it is computed. */
const OUTSIDE = new Set([
  'process',
  'console',
  'performance',
  'fetch',
  'require',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'eval',
  'WebSocket',
  'XMLHttpRequest',
  'crypto',
  'navigator',
  'localStorage',
  'sessionStorage',
  'Worker',
  'document',
  'window',
]);
/** Members of the outside on names that are otherwise harmless. */
const CHANCE_AND_CLOCK = new Set([
  'Date.now',
  'Math.random',
  'globalThis.process',
  'globalThis.console',
  'globalThis.fetch',
  'globalThis.crypto',
]);
const CHANCE = new Set([
  'randomBytes',
  'randomUUID',
  'randomInt',
  'randomFillSync',
  'getRandomValues',
  'webcrypto',
]);

/** Calls of the database engine that would write an encrypted vault in clear. */
const IN_CLEAR = new Set(['serialize', 'backup']);

/** `db.serialize()` gives the file decrypted, `db.backup()` copies it past the key: nobody in storage may call them. */
export function clearCopies(modules: readonly Module[]): string[] {
  return modules
    .filter((module) => roomOf(module.path) === 'storage' && !isTestFile(module.path))
    .flatMap((module) => {
      const found: string[] = [];
      eachNode(module.tree, (node) => {
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
        const { name } = node.expression;
        if (IN_CLEAR.has(name.text))
          found.push(
            `${module.path}:${lineOf(module.tree, node)} calls ${name.text}(): it would leave the record in clear`,
          );
      });
      return found;
    });
}

/** Clock, chance, console, process and network in rooms that must be pure. */
export function impurities(modules: readonly Module[]): string[] {
  return modules
    .filter((module) => PURE_ROOMS.has(roomOf(module.path)) && !isTestFile(module.path))
    .flatMap((module) => {
      const own = declaredNames(module.tree);
      const found: string[] = [];
      eachNode(module.tree, (node) => {
        const what = impurity(node, own);
        if (what !== null) {
          found.push(`${module.path}:${lineOf(module.tree, node)} uses ${what}: hand it in as an argument`);
        }
      });
      return found;
    });
}

function impurity(node: ts.Node, own: ReadonlySet<string>): string | null {
  if (ts.isPropertyAccessExpression(node) && CHANCE_AND_CLOCK.has(node.getText())) return node.getText();
  if (
    ts.isElementAccessExpression(node) &&
    ['Date', 'Math', 'globalThis'].includes(node.expression.getText())
  ) {
    return node.getText();
  }
  if (
    ts.isNewExpression(node) &&
    node.expression.getText() === 'Date' &&
    (node.arguments?.length ?? 0) === 0
  ) {
    return 'new Date() without an argument';
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isImportSpecifier(node) && CHANCE.has((node.propertyName ?? node.name).text)) return node.getText();
  if (ts.isPropertyAccessExpression(node) && CHANCE.has(node.name.text)) return node.getText();
  if (ts.isIdentifier(node) && OUTSIDE.has(node.text) && !own.has(node.text) && isValue(node))
    return node.text;
  return null;
}

/** Whether an identifier stands for a value here, rather than naming a member, a type or a declaration. */
function isValue(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return !ts.isTypeNode(parent) && !isMemberName(parent);
}

function isMemberName(parent: ts.Node): boolean {
  return (
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent)
  );
}

/** Names a file declares itself, which hide the global of that name. */
function declaredNames(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  eachNode(tree, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isNamespaceImport(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

/** Default exports, names that say nothing, missing head comments and files that grew too long. */
export function badManners(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => [
    ...badName(module.path),
    ...defaultExports(module),
    ...(isTestFile(module.path) ? [] : [...missingHead(module), ...tooLong(module)]),
  ]);
}

function badName(path: string): string[] {
  const parts = path.replace(/(\.(test|cases|bench|d))?\.tsx?$/, '').split('/');
  if (parts.some((part) => NAMELESS.test(part)))
    return [`${path} has a name that says nothing: name the notion it holds`];
  if (parts.some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)))
    return [`${path} must have a kebab-case name`];
  return [];
}

function defaultExports(module: Module): string[] {
  const found: string[] = [];
  // A declaration file describes somebody else's module as it is.
  if (module.path.endsWith('.d.ts')) return found;
  eachNode(module.tree, (node) => {
    const assigned = ts.isExportAssignment(node);
    const renamed = ts.isExportSpecifier(node) && node.name.text === 'default';
    const modified =
      node.kind === ts.SyntaxKind.DefaultKeyword && node.parent.kind !== ts.SyntaxKind.DefaultClause;
    if (assigned || renamed || modified) {
      found.push(`${module.path}:${lineOf(module.tree, node)} has a default export: export it by name`);
    }
  });
  return found;
}

function missingHead(module: Module): string[] {
  const start = module.text.startsWith('#!') ? module.text.indexOf('\n') + 1 : 0;
  return module.text.startsWith('/**', start)
    ? []
    : [`${module.path} has no head comment: say what it does and refuses`];
}

function tooLong(module: Module): string[] {
  const lines = codeLines(module);
  return lines > MOST_LINES
    ? [`${module.path} has ${lines} lines of code, more than ${MOST_LINES}: split it by notion`]
    : [];
}

/** Lines that hold something other than comments and white space. */
function codeLines({ tree }: Module): number {
  const lines = new Set<number>();
  const addTokens = (node: ts.Node): void => {
    const children = node.getChildren(tree).filter((child) => !ts.isJSDoc(child));
    if (children.length > 0) {
      children.forEach(addTokens);
      return;
    }
    if (node.getWidth(tree) === 0) return;
    const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
    const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line;
    for (let line = first; line <= last; line += 1) lines.add(line);
  };
  addTokens(tree);
  return lines.size;
}

/** Packages without a reason, and reasons without a package. */
export function undocumentedDependencies(packages: readonly string[], document: string): string[] {
  const rows = document.split('\n').filter((line) => line.startsWith('| `'));
  const told = new Set(
    rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    ),
  );
  return [
    ...packages
      .filter((name) => !told.has(name))
      .map((name) => `${name} has no line in docs/dependencies.md: say why it is needed`),
    ...[...told]
      .filter((name) => !packages.includes(name))
      .map((name) => `docs/dependencies.md names ${name}, which package.json does not`),
  ];
}
