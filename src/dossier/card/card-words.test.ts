import { expect, test } from 'vitest';
import { coverOf } from '../../../test/fixtures/cover-of.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { renderCard } from './render-card.ts';

test('a card speaks Russian but for words of the record', () => {
  const b = kessarCampaign();
  const id = [...b.propositions.values()].find(({ measure }) => measure === 'killed')?.id;
  if (id === undefined) throw new Error('nothing is counted');
  const card = renderCard(
    {
      snapshot: b.snapshot(),
      cover: coverOf(b),
      redactions: new Map(),
      texts: b.texts,
      assets: [],
      options: {
        lang: 'ru',
        title: 'Кессар',
        includeProposed: true,
        generatedAt: '2017-05-18T14:10:00Z',
        version: '0.1.0',
        head: { seq: 1412, root: 'a7'.repeat(32), checkpoint: 'x\n' },
      },
    },
    id,
  );
  const words = (card?.ops ?? []).flatMap((op) => (op.kind === 'text' ? [op.words] : []));
  const own = /Kessar|Guard|Orlava|Radio|Lark|Meridian|Echo|Wire|“|«|onrecord|UTC/u;
  expect(words.filter((line) => /[a-z]/u.test(line) && !own.test(line))).toEqual([]);
  expect(words.join('\n')).toMatch(/отрицает[\s\S]*9 источников/u);
});
