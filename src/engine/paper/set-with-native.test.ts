/** Typst as a native program: how it is called, what becomes of its faults, and, where it is installed, that it holds a PDF to PDF/UA-1. */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { renderPaper } from '../../dossier/paper/render-paper.ts';
import { readPaperFonts } from '../../storage/paper-fonts.ts';
import { type NativeTypst, setWithNative } from './set-with-native.ts';

const AT = '2017-05-18T14:10:00Z';
const fonts = (await readPaperFonts()).map(({ bytes }) => bytes);
const TASK = {
  template: 'Words',
  files: new Map([['dossier.json', '{"a":"ж"}']]),
  at: AT,
  fonts: fonts.slice(0, 2),
};

/** A program that notes what it is asked for. */
function fake(pdf: () => Buffer) {
  const asked: unknown[] = [];
  const native: NativeTypst = {
    NodeCompiler: {
      create: ({ workspace, fontArgs }) => {
        asked.push(['create', workspace, fontArgs.map(({ fontBlobs }) => fontBlobs.length)]);
        return {
          addSource: (...source) => void asked.push(['source', ...source]),
          mapShadow: (path, bytes) => void asked.push(['file', path, bytes.toString('utf8')]),
          pdf: (what, options) => {
            asked.push(['pdf', what, options]);
            return pdf();
          },
        };
      },
    },
  };
  return { asked, load: () => native };
}

test('it is handed template, data and fonts in a folder that does not exist, and asked for PDF/UA-1 at the given instant', () => {
  const { asked, load } = fake(() => Buffer.from('%PDF-1.7'));
  const answer = setWithNative(TASK, load);
  expect(answer).toEqual({
    type: 'set',
    pdf: new Uint8Array(Buffer.from('%PDF-1.7')),
    by: 'typst-ts-node-compiler',
    checkedUa1: true,
  });
  const nowhere = '/onrecord-no-such-folder';
  expect(asked).toEqual([
    ['create', nowhere, [2]],
    ['source', `${nowhere}/main.typ`, 'Words'],
    ['file', `${nowhere}/dossier.json`, '{"a":"ж"}'],
    [
      'pdf',
      { mainFilePath: `${nowhere}/main.typ` },
      { pdfStandard: 'ua-1', creationTimestamp: 1_495_116_600 },
    ],
  ]);
});

test('what it refuses is told, shortened, and is no PDF', () => {
  const { load } = fake(() => {
    throw new Error(`PDF/UA-1 error: missing alt text ${'x'.repeat(900)}`);
  });
  const answer = setWithNative(TASK, load);
  expect(answer?.type).toBe('failed');
  expect(answer?.type === 'failed' ? answer.fault : '').toMatch(/^PDF\/UA-1 error: missing alt text x+$/u);
  expect(answer?.type === 'failed' ? answer.fault.length : 0).toBeLessThanOrEqual(400);
});

test('where it is not installed the one in WebAssembly sets the pages', () => {
  expect(
    setWithNative(TASK, () => {
      throw new Error('Cannot find module');
    }),
  ).toBeNull();
});

const isInstalled = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
    return true;
  } catch {
    return false;
  }
})();

// It is no dependency (docs/dependencies.md): nothing fails where it is absent, and the line of the skipped test says so.
test.skipIf(!isInstalled)(
  'native Typst is not installed, or: a dossier passes PDF/UA-1, twice the same bytes',
  { timeout: 60_000 },
  () => {
    const b = kessarCampaign();
    const paper = renderPaper(dossierInput(b, { title: 'The Kessar detentions', generatedAt: AT }));
    const task = { template: paper.template, files: paper.files, at: AT, fonts };
    const [first, second] = [setWithNative(task), setWithNative(task)];
    expect(first).toMatchObject({ type: 'set', checkedUa1: true });
    if (first?.type !== 'set' || second?.type !== 'set') throw new Error('It was not set.');
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
    expect(Buffer.from(first.pdf).toString('latin1')).toMatch(/pdfuaid:part/u);
  },
);
