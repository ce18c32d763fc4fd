/** The original beside the text. */
export const ORIGINAL = {
  'original.title': 'Original',
  'original.covered': 'Pictures are covered: they may be hard to bear.',
  'original.uncover': 'Show pictures',
  'original.cover': 'Cover pictures',
  'original.save': 'Save a copy',
  'original.not-shown':
    'Originals of this kind are not shown in the desk. Save a copy: it leaves the vault in clear, and the log says so.',
} as const;
