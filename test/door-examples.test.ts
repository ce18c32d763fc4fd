/**
 * The examples of the public door run: what each function's JSDoc shows is carried out, and where the comment behind a line is a
 * value, the line gives that value. Names that an example does not make itself are those of the world below.
 */
import { webcrypto } from 'node:crypto';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import * as door from '../src/index.ts';
import { openSolver } from '../src/node.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

interface Shown {
  readonly name: string;
  readonly code: string;
}

/** Each function of the door with the code of its example; '' where it has none. */
function examples(): readonly Shown[] {
  const program = ts.createProgram([path.join(ROOT, 'src/index.ts')], {
    noLib: true,
    allowImportingTsExtensions: true,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path.join(ROOT, 'src/index.ts'));
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol =
      (exported.flags & ts.SymbolFlags.Alias) === 0 ? exported : checker.getAliasedSymbol(exported);
    if ((symbol.flags & ts.SymbolFlags.Function) === 0) return [];
    const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'example');
    return [{ name: exported.name, code: (tag?.text ?? []).map(({ text }) => text).join('') }];
  });
}

const SHOWN = examples();

/** What the examples speak of. */
let world: Record<string, unknown>;
beforeAll(async () => {
  const newId = door.idMaker((count) => webcrypto.getRandomValues(new Uint8Array(count)));
  const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex') as door.Sha256;
  const tools: door.WeighingTools = {
    reader: door.openTextReader({ attribution: null, gazetteer: null }),
    newId,
    sha256: async (text) => hex(await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  };
  const given = { publishedAt: '2031-04-02', language: 'en' };
  const weighed = await door.weighReports(
    [
      { ...given, outlet: 'The Valley Post', text: 'The ministry said that 26 people were killed in Dol.' },
      { ...given, outlet: 'Harbour Daily', text: 'The ministry said that 26 people were killed in Dol.' },
    ],
    tools,
  );
  const { propositions, actors, reports } = weighed;
  const claims = reports.flatMap((report) => report.claims);
  const first = propositions[0];
  const solve = await openSolver();
  world = {
    crypto: webcrypto,
    TextEncoder,
    newId,
    tools,
    weighed,
    actors,
    claims,
    claim: claims[0],
    passage: claims[0]?.passages[0],
    text: reports[0]?.text,
    textSha256: claims[0]?.passages[0]?.textSha256,
    utterances: first?.utterances,
    proposition: first?.proposition,
    propositions: propositions.map(({ proposition }) => proposition),
    solve,
  };
});

/** Statements with the value behind each, where its comment is one. */
function checked(code: string): string {
  const bare = code.replace(/^import .* from 'onrecord';$/gmu, '');
  const tree = ts.createSourceFile('x.ts', bare, ts.ScriptTarget.Latest, true);
  return tree.statements
    .map((statement) => {
      const words = statement.getText(tree);
      if (!ts.isExpressionStatement(statement)) return words;
      const [comment] = ts.getTrailingCommentRanges(bare, statement.end) ?? [];
      const said = comment === undefined ? '' : bare.slice(comment.pos + 2, comment.end).trim();
      const expression = statement.expression.getText(tree);
      return isValue(said) ? `shows(${expression}, (${said}));` : `shows(${expression});`;
    })
    .join('\n');
}

function isValue(said: string): boolean {
  if (said === '' || said.includes('…')) return false;
  try {
    runInNewContext(`(${said})`);
    return true;
  } catch {
    return false;
  }
}

describe('examples of the door', () => {
  test('each function has one', () => {
    expect(SHOWN.length).toBeGreaterThan(25);
    expect(SHOWN.filter(({ code }) => code === '').map(({ name }) => name)).toEqual([]);
  });

  let compared = 0;
  test.each(SHOWN)('$name', async ({ code }) => {
    const shows = (...[is, wanted, ...none]: unknown[]) => {
      expect(none).toEqual([]);
      if (wanted === undefined) return;
      compared += 1;
      expect(structuredClone(is)).toEqual(structuredClone(wanted));
    };
    const run = `(async () => { ${checked(code)} })()`;
    await runInNewContext(run, { ...world, ...door, shows });
  });

  test('most of them show a value, and the value is compared', () => {
    expect(compared).toBeGreaterThan(20);
  });
});
