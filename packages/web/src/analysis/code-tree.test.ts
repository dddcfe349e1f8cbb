import { codeId } from '@weerklank/core/shared/ids'
import { describe, expect, it } from 'vitest'
import { codeShades } from './code-colour.ts'
import { codeLines, movesOf, type TreeCode, withBelow } from './code-tree.ts'

const id = (letter: string) => codeId.parse(`00000000-0000-7000-8000-00000000000${letter}`)

function code(letter: string, parent: string | null, more: Partial<TreeCode> = {}): TreeCode {
  return {
    ...{ id: id(letter), parent: parent === null ? null : id(parent), name: letter, definition: '' },
    ...{ include: '', exclude: '', example: '', colour: '#1f6f5c', position: 0, quotes: 0 },
    ...more,
  }
}

const tree = [
  code('a', null, { position: 1 }),
  code('b', 'a', { position: 2, quotes: 5 }),
  code('c', 'a', { position: 1, quotes: 6 }),
  code('d', null, { position: 2, quotes: 1 }),
  code('e', 'd', { quotes: 4 }),
]

const drawn = (codes: readonly TreeCode[]) =>
  codeLines(codes).map(({ code: { name }, depth, number, total }) => [name, depth, number, total])

describe('the code tree', () => {
  it('numbers what can mark text, and adds up what is below', () => {
    expect(drawn(tree)).toEqual([
      ['a', 0, null, 11],
      ['c', 1, 1, 6],
      ['b', 1, 2, 5],
      ['d', 0, 3, 5],
      ['e', 1, 4, 4],
    ])
  })

  it('loses nothing that hangs under a code that is gone, or in a ring', () => {
    const odd = [code('a', 'f'), code('b', 'c'), code('c', 'b')]
    expect(
      codeLines(odd)
        .map(({ code: { name } }) => name)
        .sort(),
    ).toEqual(['a', 'b', 'c'])
  })

  it('knows everything below a code, also in a ring', () => {
    expect(withBelow(tree, id('a'))).toEqual(new Set([id('a'), id('b'), id('c')]))
    expect(withBelow([code('b', 'c'), code('c', 'b')], id('b'))).toEqual(new Set([id('b'), id('c')]))
  })

  it('moves by buttons: up, down, under the one above, and out', () => {
    const [a, b, c, d, e] = tree
    if (!a || !b || !c || !d || !e) throw new Error('The tree has five')
    expect(movesOf(tree, c)).toEqual({
      up: null,
      down: { parent: id('a'), before: null },
      in: null,
      out: { parent: null, before: id('d') },
    })
    expect(movesOf(tree, b)).toMatchObject({
      up: { parent: id('a'), before: id('c') },
      in: { parent: id('c'), before: null },
    })
    expect(movesOf(tree, e).out).toEqual({ parent: null, before: null })
    expect(movesOf(tree, d)).toMatchObject({ in: { parent: id('a'), before: null }, out: null, down: null })
  })
})

it('draws any colour so that it can be read by day and by night', () => {
  expect(codeShades('#1f6f5c').day).toBe('#1f6f5c')
  expect(codeShades('#ffff00').day).not.toBe('#ffff00')
  expect(codeShades('#ffff00').night).toBe('#ffff00')
  expect(codeShades('geel')).toEqual(codeShades('#777777'))
})
