import { expect, test } from 'vitest'
import { repositoryFindings } from './check-repository.ts'
import { tempTree } from './temp-tree.ts'

function found(files: Record<string, string>): string[] {
  using tree = tempTree(files)
  return repositoryFindings(tree.root).findings.map(({ file, line, fact }) => `${file}:${line ?? ''} ${fact}`)
}

// Put together here, because this file is checked as well.
const inside = (folder: string, path: string) => `/${folder}/${path}`

test.each([
  [`see ${inside('work', 'project/a.ts')}`, inside('work', 'project')],
  [`cd ${inside('root', '')}`, inside('root', '')],
  [`"${inside('home', 'anna')}"`, inside('home', 'anna')],
  [`file://${inside('Users', 'anna/x')}`, inside('Users', 'anna')],
])('%j is a path of one machine', (text, path) => {
  expect(found({ 'docs/a.md': `one\n${text}\n` })).toEqual([`docs/a.md:2 contains ${path}`])
})

test.each([['https://example.org/home/page'], ['packages/core/work/a.ts'], ['~/work/weerklank']])(
  '%j is not',
  (text) => {
    expect(found({ 'docs/a.md': text })).toEqual([])
  },
)

test('a picture is not read as text', () => {
  expect(found({ 'docs/a.png': `\0${inside('home', 'anna')}` })).toEqual([])
})

test('a lock file names versions, no addresses', () => {
  const lock = (resolved: string) => `{\n  "packages/x": {\n    "resolved": "${resolved}"\n  }\n}\n`
  expect(found({ 'package-lock.json': lock('https://registry.example.org/x.tgz') })).toEqual([
    'package-lock.json:3 names a registry',
  ])
  expect(found({ 'package-lock.json': lock('packages/core') })).toEqual([])
})

test('.npmrc names no registry either', () => {
  expect(found({ '.npmrc': 'save-exact=true\n@scope:registry=https://example.org\n' })).toEqual([
    '.npmrc:2 names a registry',
  ])
})

test('versions are exact', () => {
  const manifest = {
    dependencies: { a: '1.2.3', b: '^1.2.3' },
    devDependencies: { c: '18.4.0-beta.17', d: 'latest' },
  }
  expect(found({ 'packages/core/package.json': JSON.stringify(manifest) })).toEqual([
    'packages/core/package.json: asks for b ^1.2.3',
    'packages/core/package.json: asks for d latest',
  ])
})
