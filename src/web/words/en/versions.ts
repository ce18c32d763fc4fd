/** Two people changed one thing: both versions, and putting them together. */
export const VERSIONS = {
  'versions.title': 'Two people changed this',
  'versions.why': 'Nothing is saved yet and nothing is lost: choose for each part, and go on in the form.',
  'versions.alike': 'Both of you changed it alike.',
  'versions.base': 'As you both began',
  'versions.theirs': 'Theirs',
  'versions.yours': 'Yours',
  'versions.both': 'Both together',
  'versions.empty': 'nothing',
  'versions.use': 'Take it into the form',
  'versions.all-the-same':
    'Look at what they did. If you save again, yours stands in its place; theirs stays in the history.',
  'versions.first': '{by} had decided so already, on {day}.',
  'versions.field.words': 'Words',
} as const;
