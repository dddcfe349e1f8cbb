import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addItem,
  buildKinds,
  changeItem,
  duplicateItem,
  emptyForm,
  findItem,
  freeLinkId,
  moveItem,
  moves,
  newItem,
  questionsBefore,
  removeItem,
  sumExpression,
  summedItems,
} from './form.build.ts'
import { type FormItem, type FormModel, itemsOf } from './form.ts'

const ask = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({ linkId, kind: 'boolean', ...more })
const group = (linkId: string, ...items: FormItem[]): FormItem => ({ linkId, kind: 'group', items })
const waitsFor = (question: string): Partial<FormItem> => ({
  enableWhen: {
    behaviour: 'all',
    conditions: [{ question, operator: '=', value: { kind: 'boolean', value: true } }],
  },
})
const form = (...items: FormItem[]): FormModel => ({ ...emptyForm('Samen', 'nl'), items })
/** The tree in short: `a b[c d]`. */
const tree = (items: readonly FormItem[]): string =>
  items.map(({ linkId, items: under }) => (under ? `${linkId}[${tree(under)}]` : linkId)).join(' ')

const start = form(ask('a'), group('g', ask('b'), ask('c')), ask('d'))

describe('moving', () => {
  it.each([
    ['d', 'up', 'a d g[b c]'],
    ['a', 'down', 'g[b c] a d'],
    ['d', 'in', 'a g[b c d]'],
    ['b', 'out', 'a g[c] b d'],
    ['c', 'up', 'a g[c b] d'],
    ['g', 'up', 'g[b c] a d'],
  ] as const)('%s %s', (linkId, move, expected) => {
    const moved = moveItem(start, linkId, move)
    expect(moved && tree(moved.items)).toBe(expected)
    expect(tree(start.items)).toBe('a g[b c] d')
  })
  it.each([
    ['a', 'up'],
    ['d', 'down'],
    ['a', 'in'],
    ['a', 'out'],
    ['b', 'up'],
    ['c', 'in'],
    ['nowhere', 'up'],
  ] as const)('%s %s leads nowhere', (linkId, move) => {
    expect(moveItem(start, linkId, move)).toBeNull()
  })
})

test('adding: at the end, after another, inside a group; not inside what is none', () => {
  const x = ask('x')
  expect(tree(addItem(start, x, null).items)).toBe('a g[b c] d x')
  expect(tree(addItem(start, x, { after: 'b' }).items)).toBe('a g[b x c] d')
  expect(tree(addItem(start, x, { inside: 'g' }).items)).toBe('a g[b c x] d')
  expect(tree(addItem(start, x, { inside: 'a' }).items)).toBe('a g[b c] d')
})

test('a new item has a name of its own, and a choice begins with two choices', () => {
  expect(freeLinkId(form(ask('vraag-1'), group('g', ask('vraag-2'))))).toBe('vraag-3')
  expect(newItem(start, 'group')).toEqual({ linkId: 'deel-1', kind: 'group', text: { text: '' }, items: [] })
  expect(newItem(start, 'choice').options?.map(({ value }) => value)).toEqual([
    { kind: 'coding', value: { code: '1' } },
    { kind: 'coding', value: { code: '2' } },
  ])
})

test('removing takes what stands under it, and the conditions of others on it', () => {
  const before = form(group('g', ask('b')), ask('x', waitsFor('b')), ask('y', waitsFor('x')))
  const after = removeItem(before, 'g')
  expect(tree(after.items)).toBe('x y')
  expect(findItem(after, 'x')?.enableWhen).toBeUndefined()
  expect(findItem(after, 'y')?.enableWhen?.conditions).toHaveLength(1)
})

test('a copy has names of its own, and points at its own questions', () => {
  const before = form(ask('a'), group('g-1', ask('b', waitsFor('a')), ask('c', waitsFor('b'))))
  const made = duplicateItem(before, 'g-1')
  expect(made && tree(made.form.items)).toBe('a g-1[b c] g-2[b-1 c-1]')
  const conditionOf = (id: string) => made && findItem(made.form, id)?.enableWhen?.conditions[0]?.question
  expect([conditionOf('b-1'), conditionOf('c-1'), conditionOf('c')]).toEqual(['a', 'b-1', 'b'])
  expect(duplicateItem(before, 'nowhere')).toBeNull()
})

test('a name never changes by changing an item', () => {
  const changed = changeItem(start, 'c', (item) => ({ ...item, linkId: 'other', required: true }))
  expect(tree(changed.items)).toBe('a g[b c] d')
  expect(findItem(changed, 'c')?.required).toBe(true)
})

test('one waits for questions before it, that somebody answers', () => {
  const of = form(
    ask('a'),
    { linkId: 't', kind: 'display' },
    ask('s', { calculated: '1' }),
    group('g', ask('b')),
    ask('d'),
  )
  expect(questionsBefore(of, 'd').map(({ linkId }) => linkId)).toEqual(['a', 'b'])
  expect(questionsBefore(of, 'a')).toEqual([])
})

test('a sum is read back as the questions it is made of; another expression is left alone', () => {
  const of = form(ask("it's"), { linkId: 'n', kind: 'integer' })
  const sum = sumExpression(of, ["it's", 'n'])
  expect(summedItems(of, sum)).toEqual(["it's", 'n'])
  expect(summedItems(of, `${sum} * 2`)).toBeNull()
  expect(summedItems(of, '%resource.item.answer.weight().sum()')).toBeNull()
})

test('whatever is done in whatever order, names stay unique, nothing is lost by moving, and the old form stays', () => {
  const deed = fc.record({
    deed: fc.constantFrom('add', 'remove', 'copy', ...moves),
    kind: fc.constantFrom(...buildKinds),
    at: fc.nat(20),
  })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      let now = start
      for (const { deed, kind, at } of deeds) {
        const names = Array.from(itemsOf(now.items), ({ linkId }) => linkId)
        const old = tree(now.items)
        const target = names[at % Math.max(1, names.length)] ?? ''
        const next = step(now, { deed, kind, target })
        expect(tree(now.items)).toBe(old)
        const after = Array.from(itemsOf(next.items), ({ linkId }) => linkId)
        expect(new Set(after).size).toBe(after.length)
        if ((moves as readonly string[]).includes(deed)) expect(after.toSorted()).toEqual(names.toSorted())
        now = next
      }
    }),
  )
})

function step(
  now: FormModel,
  { deed, kind, target }: { deed: string; kind: (typeof buildKinds)[number]; target: string },
): FormModel {
  if (deed === 'add') return addItem(now, newItem(now, kind), target === '' ? null : { after: target })
  if (deed === 'remove') return removeItem(now, target)
  if (deed === 'copy') return duplicateItem(now, target)?.form ?? now
  return moveItem(now, target, deed as (typeof moves)[number]) ?? now
}
