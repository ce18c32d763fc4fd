/** What is wrong with a question, field by field, in the words of the house: the checking library's own are for programmers. */
import type * as z from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
  null: 'null',
  date: 'a day',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'must be a day such as 2017-05-18',
  datetime: 'must be an instant such as 2017-05-18T09:30:00Z',
  url: 'must be a whole address that begins with https:// or http://',
};

type Issue = z.core.$ZodIssue;

/**
 * One sentence without its subject, which is the path. Repeats nothing of what was asked.
 *
 * @example
 * questionWords(issue); // 'is missing'
 */
export function questionWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is missing';
      return `must be ${KINDS[issue.expected] ?? 'of another kind'}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of: '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'least');
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'most');
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'is not written as it must be';
    case 'unrecognized_keys':
      return issue.keys.length === 1
        ? 'holds a field that is not known here'
        : 'holds fields that are not known here';
    case 'custom':
      return issue.message;
    default:
      return 'is none of the forms that can be asked for';
  }
}

function bound(origin: string, limit: number, end: 'least' | 'most'): string {
  if (origin === 'string')
    return end === 'least' && limit === 1 ? 'must not be empty' : `must have at ${end} ${limit} letters`;
  if (origin === 'array' || origin === 'set') return `must hold at ${end} ${limit}`;
  return `must be ${limit} or ${end === 'least' ? 'more' : 'less'}`;
}
