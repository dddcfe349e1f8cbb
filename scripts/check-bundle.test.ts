import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { bundleFindings, FIRST_PAGE_BYTES, firstPageFiles } from './check-bundle.ts'
import { tempTree } from './temp-tree.ts'

const MANIFEST = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: [
      'src/relation/RelationPage.tsx',
      'src/feedback/FeedbackPage.tsx',
      'src/ui/HeavyEditor.tsx',
    ],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js' },
  '_chart.js': { file: 'assets/chart.js', imports: ['_shared.js'] },
  'src/relation/RelationPage.tsx': { file: 'assets/relation.js', imports: ['_chart.js'] },
  'src/feedback/FeedbackPage.tsx': { file: 'assets/feedback.js' },
  'src/ui/HeavyEditor.tsx': { file: 'assets/editor.js' },
  'style.css': { file: 'assets/style.css', isEntry: true },
}

// Random letters do not compress to less than 6 of their 8 bits, so these sizes are really on the wire.
const script = (bytes: number) => randomBytes(Math.ceil(bytes)).toString('base64')

function dist(sizes: Record<string, number>) {
  const files = Object.values(MANIFEST).map(({ file }) => [
    `packages/web/dist/${file}`,
    script(sizes[file] ?? 10),
  ])
  return tempTree({
    'packages/web/dist/.vite/manifest.json': JSON.stringify(MANIFEST),
    ...Object.fromEntries(files),
  })
}

test('the first page is the entry, what it imports, and the heaviest page behind it', () => {
  const sizes: Record<string, number> = {
    'assets/relation.js': 5,
    'assets/chart.js': 5,
    'assets/feedback.js': 9,
  }
  expect(firstPageFiles(MANIFEST, (file) => sizes[file] ?? 1).sort()).toEqual([
    'assets/chart.js',
    'assets/deep.js',
    'assets/index.js',
    'assets/relation.js',
    'assets/shared.js',
  ])
})

test.each([
  ['assets/deep.js', true],
  ['assets/relation.js', true],
  ['assets/editor.js', false],
  ['assets/style.css', false],
])('%s over the budget is a finding: %s', (file, isFinding) => {
  using tree = dist({ [file]: FIRST_PAGE_BYTES + 1000 })
  expect(bundleFindings(tree.root).findings.length > 0).toBe(isFinding)
})

test('just under the budget passes', () => {
  using tree = dist({ 'assets/index.js': FIRST_PAGE_BYTES * 0.98 })
  expect(bundleFindings(tree.root).findings).toEqual([])
})

test('without a manifest nothing is measured, and that is a finding', () => {
  using tree = tempTree({ 'packages/web/dist/index.html': '' })
  expect(bundleFindings(tree.root).findings).toMatchObject([{ fact: 'has no manifest' }])
})

test('a manifest without an entry is a finding', () => {
  using tree = tempTree({ 'packages/web/dist/.vite/manifest.json': '{}' })
  expect(bundleFindings(tree.root).findings).toMatchObject([{ fact: 'has no entry' }])
})
