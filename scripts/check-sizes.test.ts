import { expect, test } from 'vitest'
import { sizeFindings } from './check-sizes.ts'
import { tempTree } from './temp-tree.ts'

const lines = (count: number) => 'x\n'.repeat(count)

test.each([
  ['packages/core/src/feedback/feedback.ts', 400, []],
  ['packages/core/src/feedback/feedback.ts', 401, ['has 401 lines']],
  ['packages/core/src/feedback/feedback.test.ts', 401, ['has 401 lines']],
  ['packages/web/src/ui/tokens.css', 401, ['has 401 lines']],
  ['packages/web/src/feedback/FeedbackPage.tsx', 300, []],
  ['packages/web/src/feedback/FeedbackPage.tsx', 301, ['has 301 lines']],
  ['packages/server/src/respond/Page.tsx', 301, []],
  ['docs/long.md', 900, []],
])('%s of %i lines: %j', (file, count, facts) => {
  using tree = tempTree({ [file]: lines(count) })
  expect(sizeFindings(tree.root).findings.map(({ fact }) => fact)).toEqual(facts)
})
