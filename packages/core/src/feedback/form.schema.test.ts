import { describe, expect, it } from 'vitest'
import { addItem, buildKinds, emptyForm, newItem } from './form.build.ts'
import { formModelSchema } from './form.schema.ts'
import type { FormItem, FormModel } from './form.ts'

const every = buildKinds.reduce<FormModel>(
  (form, kind) => addItem(form, newItem(form, kind), null),
  emptyForm('Samen', 'nl'),
)
const deep = (levels: number): FormItem =>
  levels === 0
    ? { linkId: 'end', kind: 'boolean' }
    : { linkId: `g${levels}`, kind: 'group', items: [deep(levels - 1)] }
const problem = (form: unknown) => {
  const read = formModelSchema.safeParse(form)
  return read.success
    ? null
    : read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; ')
}

describe('the JSON of a form', () => {
  it('holds every kind that can be built, as it was', () => {
    expect(formModelSchema.parse(JSON.parse(JSON.stringify(every)))).toEqual(every)
  })
  it.each<[string, unknown, RegExp]>([
    ['no title', { ...every, title: { text: ' ' } }, /^title\.text/],
    ['a field we do not know', { ...every, extra: 1 }, /extra/],
    ['a name twice', { ...every, items: [deep(0), deep(0)] }, /twice/],
    ['too deep', { ...every, items: [deep(21)] }, /deep/],
    [
      'deeper than anything can follow',
      JSON.parse(`${'{"items":['.repeat(3000)}${']}'.repeat(3000)}`),
      /deep/,
    ],
    ['a character that nothing can keep', { ...every, title: { text: 'a\u0000b' } }, /unreadable/],
    [
      'a condition on what is not there',
      {
        ...every,
        items: [
          {
            ...deep(0),
            enableWhen: {
              behaviour: 'all',
              conditions: [{ question: 'x', operator: '=', value: { kind: 'boolean', value: true } }],
            },
          },
        ],
      },
      /condition/,
    ],
    [
      'a number that is none',
      { ...every, items: [{ ...deep(0), min: { kind: 'integer', value: Number.NaN } }] },
      /items\.0\.min/,
    ],
    [
      'too many',
      { ...every, items: Array.from({ length: 1001 }, (_, at) => ({ linkId: `${at}`, kind: 'text' })) },
      /items/,
    ],
  ])('is refused with the place where it is wrong: %s', (_, form, said) => {
    expect(problem(form)).toMatch(said)
  })
  it('takes 19 groups in each other', () => {
    expect(problem({ ...every, items: [deep(19)] })).toBeNull()
  })
})
