/** The original beside the text. */
export const ORIGINAL = {
  'original.title': 'Original',
  'original.covered': 'Pictures are covered: they may be hard to bear.',
  'original.uncover': 'Show pictures',
  'original.cover': 'Cover pictures',
  'original.save': 'Save a copy',
  'original.not-shown':
    'Originals of this kind are not shown in the desk. Save a copy: it leaves the vault in clear, and the log says so.',
  'original.pdf-page': 'The page of the PDF, drawn as a picture; its words stand in the text beside it.',
  'original.pdf-at': 'page {page} of {pages}',
  'original.pdf-back': 'To the words of the claim',
  'original.pdf-not-found': 'The words of the claim were not found on a page of this file.',
  'original.pdf-password': 'This PDF asks for a password: save a copy of it.',
  'original.pdf-damaged': 'This PDF is damaged and cannot be drawn: save a copy of it.',
} as const;
