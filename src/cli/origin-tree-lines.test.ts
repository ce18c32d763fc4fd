import { expect, test } from 'vitest';
import type { OriginTreeView, TreeNodeView } from '../desk/origin-tree-view.ts';
import type { LinkId, SourceId } from '../record/id.ts';
import { treeLines } from './origin-tree-lines.ts';
import { columnsOf } from './paper.ts';

const PAGE = { paper: { width: 80, colour: false }, letters: 5 };

function node(name: string, changes: Partial<TreeNodeView> = {}): TreeNodeView {
  return {
    id: name,
    name,
    voice: null,
    kind: 'report',
    source: `src_${name.toLowerCase().padEnd(26, '0')}` as SourceId,
    title: null,
    day: '2031-04-02',
    held: true,
    link: { type: 'cites', certainty: 'certain', by: null },
    also: [],
    below: [],
    ...changes,
  };
}

const root = (name: string, changes: Partial<TreeNodeView> = {}): TreeNodeView =>
  node(name, { link: null, ...changes });

test('one way for each report, doubtful branches dotted with the link to decide on', () => {
  const by = `lnk_${'7'.repeat(26)}` as LinkId;
  const doubtful = { type: 'copies', certainty: 'possible', by } as const;
  const radio = node('radio', { below: [node('echo', { link: doubtful })] });
  const lark = node('lark', { also: [{ ...doubtful, name: 'Radio', to: 'radio' }] });
  const tree: OriginTreeView = { kind: 'untraced', roots: [root('paper', { below: [radio, lark] })] };
  expect(treeLines([tree], PAGE)).toEqual([
    '1. paper: how it knows is not said',
    '   its report: paper, 2031-04-02, src_paper',
    '   ├─ radio, 2031-04-02, src_radio: cites it',
    '   │  └┄ echo, 2031-04-02, src_echo0: may copy it (doubtful: lnk_77777)',
    '   └─ lark, 2031-04-02, src_lark0: cites it',
    '        also perhaps copies Radio (doubtful: lnk_77777)',
  ]);
});

test('an origin without a report, an unnamed one, one to obtain and a circle are told apart', () => {
  const person = { kind: 'actor', source: null } as const;
  const said = { type: 'told', certainty: 'certain', by: null } as const;
  const trees: readonly OriginTreeView[] = [
    { kind: 'direct', roots: [root('Witness', { ...person, below: [node('radio', { link: said })] })] },
    { kind: 'anonymous', roots: [root('unnamed ("officials")', { ...person, kind: 'anonymous' })] },
    { kind: 'untraced', roots: [root('Agency', { ...person, kind: 'report', held: false })] },
    { kind: 'circle', roots: [root('a'), root('b')] },
  ];
  expect(treeLines(trees, PAGE)).toEqual([
    '1. Witness: knows it directly, by what the text says',
    '   └─ radio, 2031-04-02, src_radio: was told by it',
    '2. unnamed ("officials")',
    '3. Agency: cited, and its report is not held: to obtain',
    '4. a ⇄ b: a closed circle: reports that rest only on each other',
    '   its report: a, 2031-04-02, src_a0000',
    '   its report: b, 2031-04-02, src_b0000',
  ]);
});

test('sixty reports and a long chain are folded, and what is left out is counted', () => {
  const wide = root('paper', { below: Array.from({ length: 60 }, (_, at) => node(`outlet ${at}`)) });
  const lines = treeLines([{ kind: 'untraced', roots: [wide] }], PAGE);
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe('   └─ … and 52 more that rest on it: add --json');
  let chain = node('last');
  for (let at = 0; at < 30; at += 1) chain = node(`outlet ${at}`, { below: [chain] });
  const deep = treeLines([{ kind: 'untraced', roots: [root('paper', { below: [chain] })] }], PAGE);
  expect(deep.at(-1)?.trim()).toBe('└─ … and 23 reports that rest on it: add --json');
  expect(Math.max(...[...lines, ...deep].map(columnsOf))).toBeLessThanOrEqual(80);
});
