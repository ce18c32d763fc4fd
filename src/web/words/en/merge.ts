/** Two people changed one thing: both versions, and putting them together. */
export const MERGE = {
  'merge.title': 'Two people changed this',
  'merge.why': 'Nothing is saved yet and nothing is lost: choose for each part, and go on in the form.',
  'merge.alike': 'Both of you changed it alike.',
  'merge.base': 'As you both began',
  'merge.theirs': 'Theirs',
  'merge.yours': 'Yours',
  'merge.both': 'Both together',
  'merge.empty': 'nothing',
  'merge.use': 'Take it into the form',
  'merge.all-the-same':
    'Look at what they did. If you save again, yours stands in its place; theirs stays in the history.',
  'merge.first': '{by} had decided so already, on {day}.',
  'merge.field.words': 'Words',
} as const;
