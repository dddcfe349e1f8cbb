import { describe, expect, it } from 'vitest'
import { type PaperLine, paperLines } from './form.paper.ts'
import type { FormItem } from './form.ts'

const asks = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({
  ...{ linkId, kind: 'boolean', text: { text: linkId } },
  ...more,
})
const when = (question: string, value = true): Pick<FormItem, 'enableWhen'> => ({
  enableWhen: {
    behaviour: 'all',
    conditions: [{ question, operator: '=', value: { kind: 'boolean', value } }],
  },
})
const group = (linkId: string, items: FormItem[], more: Partial<FormItem> = {}): FormItem => ({
  ...{ linkId, kind: 'group', text: { text: linkId }, items },
  ...more,
})

/** Each line in a few signs: `1 sleep`, `2-3 if 1 else 4`, `# group`. */
function told(items: FormItem[]): string[] {
  return paperLines({ items }).map(inSigns)
}

function inSigns(line: PaperLine): string {
  switch (line.kind) {
    case 'heading':
      return `${'#'.repeat(line.depth)} ${line.item.linkId}`
    case 'text':
      return `" ${line.item.linkId}`
    case 'question':
      return `${line.number} ${line.item.linkId}`
    case 'again':
      return 'again'
    case 'branch': {
      const on = line.conditions.map(({ asked }) => asked?.number ?? '?').join(` ${line.behaviour} `)
      return `${line.from}-${line.to} if ${on || 'fits'} else ${line.otherwise ?? 'end'}`
    }
  }
}

describe('a form on paper', () => {
  const rows: [string, FormItem[], string[]][] = [
    ['nothing', [], []],
    ['in its order', [asks('a'), asks('b')], ['1 a', '2 b']],
    [
      'a branch of one',
      [asks('a'), asks('b', when('a')), asks('c')],
      ['1 a', '2-2 if 1 else 3', '2 b', '3 c'],
    ],
    ['a branch at the end', [asks('a'), asks('b', when('a'))], ['1 a', '2-2 if 1 else end', '2 b']],
    [
      'two that hang on the same are one branch',
      [asks('a'), asks('b', when('a')), asks('c', when('a')), asks('d')],
      ['1 a', '2-3 if 1 else 4', '2 b', '3 c', '4 d'],
    ],
    [
      'two that hang on another answer are two',
      [asks('a'), asks('b', when('a')), asks('c', when('a', false))],
      ['1 a', '2-2 if 1 else 3', '2 b', '3-3 if 1 else end', '3 c'],
    ],
    [
      'a group with its head, and a branch within it',
      [asks('a'), group('g', [asks('b'), asks('c', when('b')), asks('d')], when('a')), asks('e')],
      ['1 a', '2-4 if 1 else 5', '# g', '2 b', '3-3 if 2 else 4', '3 c', '4 d', '5 e'],
    ],
    ['a group without a title', [group('g', [asks('a')], { text: { text: '' } })], ['1 a']],
    ['groups in groups', [group('g', [group('h', [asks('a')])])], ['# g', '## h', '1 a']],
    [
      'a group that repeats',
      [group('g', [asks('a')], { repeats: true }), asks('b')],
      ['# g', '1 a', 'again', '2 b'],
    ],
    [
      'what nobody fills in is left out, with a group that holds nothing else',
      [
        asks('a', { hidden: true }),
        asks('b', { calculated: '1' }),
        asks('c', { readOnly: true }),
        asks('d', { kind: 'attachment' }),
        group('g', [asks('e', { hidden: true })]),
        asks('f'),
      ],
      ['1 f'],
    ],
    [
      'a text that hangs on an answer is no branch',
      [asks('a'), asks('b', { kind: 'display', ...when('a') })],
      ['1 a', '" b'],
    ],
    [
      'what only an expression tells',
      [asks('a', { enableExpression: 'true' }), asks('b')],
      ['1-1 if fits else 2', '1 a', '2 b'],
    ],
    [
      'what hangs on what is not on paper',
      [asks('a', { hidden: true }), asks('b', when('a'))],
      ['1-1 if ? else end', '1 b'],
    ],
    [
      'questions under a question',
      [asks('a', { items: [asks('b', when('a'))] }), asks('c')],
      ['1 a', '2-2 if 1 else 3', '2 b', '3 c'],
    ],
    ['what hangs on a later question', [asks('a', when('b')), asks('b')], ['1-1 if 2 else 2', '1 a', '2 b']],
  ]
  it.each(rows)('%s', (_, items, expected) => {
    expect(told(items)).toEqual(expected)
  })

  it('says all or any, with what has to hold', () => {
    const conditions = [
      { question: 'a', operator: '=', value: { kind: 'boolean', value: true } },
      { question: 'b', operator: 'exists', value: { kind: 'boolean', value: false } },
    ] as const
    const items = [asks('a'), asks('b'), asks('c', { enableWhen: { behaviour: 'any', conditions } })]
    expect(told(items)).toEqual(['1 a', '2 b', '3-3 if 1 any 2 else end', '3 c'])
  })
})
