import { describe, expect, test } from 'vitest'
import { boundaryFindings } from './check-boundaries.ts'
import { tempTree } from './temp-tree.ts'

const EXPORTS = {
  './*/contract': './src/*/*.contract.ts',
  './shared/*': './src/shared/*.ts',
  './*': './src/*/*.ts',
}
const CORE = { 'packages/core/package.json': JSON.stringify({ exports: EXPORTS }) }

/** The places and facts found in a tree of these files, on top of core's own manifest. */
function factsIn(files: Record<string, string>): string[] {
  using tree = tempTree({ ...CORE, ...files })
  return boundaryFindings(tree.root).findings.map(({ file, fact }) => `${file} ${fact}`)
}

/** Facts for one file that imports one thing; what it imports need not exist. */
const importing = (file: string, specifier: string) => factsIn({ [file]: `import '${specifier}'\n` })

describe('what may import what', () => {
  const allowed: [string, string][] = [
    ['packages/web/src/feedback/FeedbackPage.tsx', '@weerklank/core/feedback'],
    ['packages/server/src/feedback/feedback.routes.ts', '@weerklank/core/feedback/contract'],
    ['packages/core/src/feedback/feedback.ts', '../relation/relation.ts'],
    ['packages/core/src/feedback/feedback.ts', './signal.ts'],
    ['packages/core/src/feedback/feedback.ts', '../shared/time.ts'],
    ['packages/server/src/app.ts', './feedback/feedback.routes.ts'],
    ['packages/server/src/demo/demo.ts', '../feedback/feedback.repository.ts'],
    ['packages/server/src/respond/respond.routes.ts', '../feedback/feedback.repository.ts'],
    ['packages/server/src/feedback/feedback.routes.test.ts', '../relation/relation.repository.ts'],
    ['packages/web/src/app/router.tsx', '../feedback/FeedbackPage.tsx'],
    ['packages/server/src/http/errors.ts', '@weerklank/core/shared/errors'],
    ['packages/server/src/relation/relation.routes.ts', '@weerklank/core/feedback/feedback.versions'],
    ['packages/server/src/db/pool.ts', 'pg'],
    ['e2e/support/app.ts', '../../packages/server/src/main.ts'],
    ['packages/server/src/library/library.ts', '../../../../content/library.json'],
  ]
  test.each(allowed)('%s may import %s', (file, specifier) => {
    expect(importing(file, specifier)).toEqual([])
  })

  const forbidden: [string, string][] = [
    ['packages/core/src/feedback/feedback.ts', '../../../server/src/app.ts'],
    ['packages/core/src/feedback/feedback.ts', '@weerklank/web/src/ui/Button.tsx'],
    ['packages/web/src/api/client.ts', 'weerklank'],
    ['packages/web/src/api/client.test.ts', '../../../server/src/app.ts'],
    ['packages/server/src/respond/respond.page.ts', '../../../web/src/ui/tokens.css'],
    ['packages/server/src/feedback/feedback.routes.ts', '../../../core/src/feedback/feedback.ts'],
    ['packages/server/src/relation/relation.routes.ts', '../feedback/feedback.repository.ts'],
    ['packages/server/src/respond/respond.routes.ts', '../relation/relation.repository.ts'],
    ['packages/core/src/relation/relation.ts', '../feedback/signal.ts'],
    ['packages/web/src/relation/RelationPage.tsx', '../feedback/FeedbackForm.tsx'],
    ['packages/core/src/shared/time.ts', '../relation/relation.ts'],
    ['packages/core/src/charts/run-chart.ts', '../feedback/feedback.ts'],
    ['packages/server/src/http/session.ts', '@weerklank/core/access'],
    ['packages/web/src/ui/Button.tsx', '../relation/relation.ts'],
    ['packages/server/src/main.ts', '../../../scripts/browser.ts'],
  ]
  test.each(forbidden)('%s may not import %s', (file, specifier) => {
    expect(importing(file, specifier)).toEqual([`${file} imports ${specifier}`])
  })

  test.each([
    ["export { mayRead } from '../feedback/signal.ts'\nexport const own = 1\n"],
    ["const page = await import('../feedback/signal.ts')\nexport const own = page\n"],
    ["export type Signal = import('../feedback/signal.ts').Signal\n"],
    ["import type { Signal } from '../feedback/signal.ts'\nexport type Own = Signal\n"],
  ])('also sees %s', (text) => {
    const file = 'packages/core/src/relation/relation.ts'
    expect(factsIn({ [file]: text })).toEqual([`${file} imports ../feedback/signal.ts`])
  })
})

describe('cycles', () => {
  const room = 'packages/core/src/feedback'

  test('a cycle over three files is shown whole', () => {
    const facts = factsIn({
      [`${room}/feedback.ts`]: "import './signal.ts'\n",
      [`${room}/signal.ts`]: "import type { A } from './agreement.ts'\nexport type B = A\n",
      [`${room}/agreement.ts`]: "import '@weerklank/core/feedback'\n",
    })
    expect(facts).toHaveLength(1)
    expect(facts[0]).toMatch(
      /closes the cycle .*agreement\.ts → .*feedback\.ts → .*signal\.ts → .*agreement\.ts$/,
    )
  })

  test('a file that is used twice is no cycle', () => {
    const facts = factsIn({
      [`${room}/feedback.ts`]: "import './signal.ts'\nimport './agreement.ts'\n",
      [`${room}/agreement.ts`]: "import './signal.ts'\n",
      [`${room}/signal.ts`]: 'export const signal = 1\n',
    })
    expect(facts).toEqual([])
  })
})

describe('escapes', () => {
  const core = 'packages/core/src/feedback/feedback.ts'
  const unit = 'packages/core/src/feedback/feedback.test.ts'
  const escapes: [string, string, string][] = [
    [core, 'export const a = (b: any) => b\n', 'says any'],
    [core, 'export const a = {} as any\n', 'says any'],
    [core, '// @ts-ignore\nexport const a = 1\n', 'says @ts-ignore'],
    [core, '// @ts-expect-error later\nexport const a = 1\n', 'says @ts-expect-error'],
    [core, "console.warn('x')\n", 'calls console.warn'],
    [core, 'export default 1\n', 'has a default export'],
    [unit, "test.skip('a', () => {})\n", 'uses .skip'],
    [unit, "describe.only('a', () => {})\n", 'uses .only'],
    [unit, "test('a', (context) => context.skip())\n", 'uses .skip'],
    [unit, "vi.mock('./signal.ts')\n", 'calls vi.mock'],
    ['e2e/specs/check.spec.ts', "test.fixme('a', () => {})\n", 'uses .fixme'],
  ]
  test.each(escapes)('%s: %j', (file, text, fact) => {
    expect(factsIn({ [file]: text })).toEqual([`${file} ${fact}`])
  })

  const fine: [string, string][] = [
    [core, "// any company console.log('x') @ts\nexport const anything = 'as any'\n"],
    [core, 'export const rest = (rows: { skip: number }) => rows.skip\n'],
    ['packages/server/src/main.ts', "console.log('ready')\n"],
    ['vitest.config.ts', 'export default {}\n'],
  ]
  test.each(fine)('%s may say %j', (file, text) => {
    expect(factsIn({ [file]: text })).toEqual([])
  })
})

describe('names and shapes of files', () => {
  test.each([
    ['packages/core/src/utils/text.ts', 'stands in "utils"'],
    ['packages/web/src/feedback/helpers/text.ts', 'stands in "helpers"'],
    ['packages/server/src/utils.ts', 'stands in "utils"'],
    ['bench/bench.test.ts', 'is a test that never runs'],
    ['packages/web/src/feedback/FeedbackPage.test.tsx', 'is a test that never runs'],
    ['e2e/check.spec.ts', 'is a test that never runs'],
  ])('%s %s', (file, fact) => {
    expect(factsIn({ [file]: 'const one = 1\n' })).toEqual([`${file} ${fact}`])
  })

  test.each([
    ["export * from './signal.ts'\n"],
    ["import { a } from './signal.ts'\nexport { a }\n"],
    ["export type { A } from './signal.ts'\nexport { b } from './agreement.ts'\n"],
  ])('%j is a barrel', (text) => {
    const file = 'packages/core/src/feedback/feedback.ts'
    expect(factsIn({ [file]: text })).toEqual([`${file} only passes on what other files export`])
  })

  test('a file with something of its own may also pass on', () => {
    const text = "export { a } from './signal.ts'\nexport const own = 1\n"
    expect(factsIn({ 'packages/core/src/feedback/feedback.ts': text })).toEqual([])
  })
})

test('a file that cannot be read stops the check instead of passing it', () => {
  expect(() => factsIn({ 'packages/core/src/feedback/feedback.ts': 'export const = 1\n' })).toThrow(
    /feedback\.ts cannot be read/,
  )
})
