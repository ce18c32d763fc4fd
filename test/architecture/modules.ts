/**
 * Reads TypeScript modules and what they import, with the compiler's own parser: static, type-only, re-exported,
 * dynamic and type-position imports, require, and files named by `new URL('…', import.meta.url)`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One file of src/, by its path from the repository root. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the repository root for a relative import; null for a package or node: module. */
  readonly target: string | null;
  /** 1-based. */
  readonly line: number;
}

export function moduleOf(filePath: string, text: string): Module {
  const tree = ts.createSourceFile(filePath, text, ts.ScriptTarget.Latest, true);
  return { path: filePath, text, tree, imports: importsOf(tree, filePath) };
}

/** Every .ts and .tsx file under a folder, in order of path. */
export function readModules(root: string, folder: string): Module[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort()
    .map((name) => moduleOf(name, readFileSync(path.join(root, name), 'utf8')));
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Calls back for every node below one, in order. */
export function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child);
    eachNode(child, visit);
  });
}

function importsOf(tree: ts.SourceFile, filePath: string): Import[] {
  const found: Import[] = [];
  eachNode(tree, (node) => {
    const specifier = specifierOf(node);
    if (specifier === null) return;
    const relative = specifier.startsWith('.');
    const target = relative ? path.posix.join(path.posix.dirname(filePath), specifier) : null;
    found.push({ specifier, target, line: lineOf(tree, node) });
  });
  return found;
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : '(computed)';
  if (ts.isImportEqualsDeclaration(node)) {
    return ts.isExternalModuleReference(node.moduleReference)
      ? literal(node.moduleReference.expression)
      : null;
  }
  if (ts.isCallExpression(node)) {
    const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const required = ts.isIdentifier(node.expression) && node.expression.text === 'require';
    return dynamic || required ? (literal(node.arguments[0]) ?? '(computed)') : null;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL') {
    return node.arguments?.[1]?.getText() === 'import.meta.url' ? literal(node.arguments[0]) : null;
  }
  return null;
}

function literal(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}
