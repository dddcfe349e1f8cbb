import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { compactStyle } from '../http/page-style.ts'
import { compactScript } from './respond.compact.ts'
import { scripts } from './respond.script.ts'

/** What a source leaves in `out`, as it is written and made compact. */
function results(source: string): unknown[] {
  return [source, compactScript(source)].map((text) => {
    const world = { out: undefined as unknown }
    runInNewContext(text, world)
    return JSON.parse(JSON.stringify(world.out))
  })
}

describe('a compact script', () => {
  test.each([
    ['statements without semicolons', 'const first = 1\nlet second = 2\nsecond++\nout = [first, second]'],
    ['signs that would run together', 'const one = 1\nout = [one + +one, one - -one, one+ +1]'],
    ['a return at the end of a line', 'function none(x) {\n  if (x) return\n  out = 5\n}\nnone(0)'],
    ['else on its own line', 'let kind = 0\nif (kind) out = 1\nelse out = 2'],
    ['chains over lines', 'out = [3, 1, 2]\n  .map((item) => item * 2)\n  .filter((item) => item > 2)'],
    ['choices over lines', "const big = 5\nout = big > 3\n  ? 'yes'\n  : 'no'"],
    [
      'strings that look like code',
      `const text = 'const a = "b" // no comment'\nout = text + " it's /* this */"`,
    ],
    [
      'templates with names inside',
      `const name = 'Lina'\nconst other = 'Noor'\nout = \`\${name} and   other\` + other`,
    ],
    ['divisions', 'const whole = 10\nconst half = whole / 2 // half of it\nout = (whole) / 4 + half'],
    [
      'names that are also properties',
      'const value = 3\nconst box = { value, other: value }\nout = [box.value, value]',
    ],
    [
      'taken apart',
      "const [first, second] = ['a', 'b']\nconst { length } = 'abc'\nout = [second, first, length]",
    ],
    [
      'a parameter called as an outer function',
      'function act(x) {\n  return x + 1\n}\nconst run = (act) => act(2)\nout = [act(1), run((x) => x * 9)]',
    ],
    [
      'the same name in two functions',
      'function one(item, other) {\n  return item - other\n}\nfunction two(other, item) {\n  return item - other\n}\nout = [one(3, 1), two(3, 1)]',
    ],
    ['spreading', 'const list = [1, 2]\nconst row = { a: 1 }\nout = [...list, { ...row, b: list.length }]'],
    [
      'a choice between names',
      'const left = 1\nconst right = 2\nout = [left ? left : right, left ? right : left]',
    ],
    [
      'names of the world',
      'const parse = (text) => JSON.parse(text)\nout = parse("[1]").concat(Math.max(1, 2))',
    ],
  ])('does what its source does: %s', (_, source) => {
    const [written, compact] = results(source)
    expect(written).toBeDefined()
    expect(compact).toEqual(written)
  })

  test('is the same each time, and smaller', () => {
    const source =
      "/** Says it. */\nfunction sayHello(person) {\n  return 'Hi ' + person // friendly\n}\nout = sayHello('Lina')\n"
    expect(compactScript(source)).toMatchInlineSnapshot(`
      "function A(a){return"Hi "+a}
      out=A("Lina")"
    `)
    expect(compactScript(source)).toBe(compactScript(source))
  })

  test.each(['out = /a b/.test("a b")', 'out = "open', 'out = `a $'.concat('{`b`}`')])(
    'refuses what it cannot be sure of: %s',
    (source) => {
      expect(() => compactScript(source)).toThrow(/cannot/)
    },
  )
})

test('a compact style keeps its rules', () => {
  const source =
    '/* why */ :root { --ink: #000; --at: 1 }\n.a > b, i { color: var(--ink); width: calc(1px + var(--at)) }\n'
  expect(compactStyle(source)).toMatchInlineSnapshot(
    `":root{--a:#000;--at:1}.a>b,i{color:var(--a);width:calc(1px + var(--at))}"`,
  )
})

test.each(Object.entries(scripts))('the script of a page with %s is one program', (_, script) => {
  // A name declared twice in the joined files, or a lost line end, does not compile.
  expect(() => new Function(script)).not.toThrow()
  expect(script).not.toMatch(/\bimport\b|\bexport\b|\n\s|\/\//)
})
