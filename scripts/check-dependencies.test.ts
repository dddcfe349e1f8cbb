import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verdictOf } from './advisories.ts'
import { dependencyFindings } from './dependency-rules.ts'
import { type Lock, type Locked, placeOf, readLock } from './lock-file.ts'
import { sbomOf } from './sbom-document.ts'
import { PROJECT } from './sources.ts'

const good: Locked = { version: '1.0.0', integrity: 'sha512-aGVsbG8=', license: 'MIT' }
const lockOf = (packages: Record<string, Locked>): Lock => new Map(Object.entries(packages))

/** A lock file with one package that is asked for, changed as a test says. */
function found(
  change: Locked,
  rules: { allowScripts?: Record<string, boolean>; document?: string } = {},
): string[] {
  const lock = lockOf({
    '': { dependencies: { left: '1.0.0' } },
    'node_modules/left': { ...good, ...change },
  })
  const { allowScripts = {}, document = 'see `left`' } = rules
  return dependencyFindings(lock, { allowScripts, document }).map(({ file, fact }) => `${file}: ${fact}`)
}

test('a package that is pinned, checked, free and explained comes in', () => {
  expect(found({})).toEqual([])
})

test.each<[string, Locked, string]>([
  ['no checksum', { integrity: '' }, 'left has no checksum'],
  ['a weak checksum', { integrity: 'sha1-aGVsbG8=' }, 'left has no checksum'],
  ['an install script', { hasInstallScript: true }, 'left runs an install script'],
  ['copyleft', { license: 'GPL-3.0-only' }, 'left has GPL-3.0-only'],
  ['copyleft of a network', { license: 'AGPL-3.0' }, 'left has AGPL-3.0'],
  ['a licence in a file', { license: 'SEE LICENSE IN LICENSE' }, 'left has SEE LICENSE IN LICENSE'],
  ['two licences at once', { license: 'MIT AND LGPL-3.0' }, 'left has MIT AND LGPL-3.0'],
])('%s stops it', (_, change, fact) => {
  expect(found(change)).toEqual([`package-lock.json: ${fact}`])
})

test('what may be chosen is chosen; what is allowed by name may run', () => {
  expect(found({ license: '(MIT OR GPL-2.0)' })).toEqual([])
  expect(found({ hasInstallScript: true }, { allowScripts: { left: true } })).toEqual([])
  expect(found({ hasInstallScript: true }, { allowScripts: { left: false } })).toHaveLength(1)
  expect(found({}, { allowScripts: { left: true } })).toEqual([
    'package-lock.json: left may run an install script and has none',
  ])
})

test('a package without its line, or in another version than was asked for, is told', () => {
  expect(found({}, { document: 'see `right`' })).toEqual([
    'package.json: left has no line in docs/dependencies.md',
  ])
  expect(found({ version: '1.0.1' })).toEqual(['package.json: asks for left 1.0.0, the lock file has 1.0.1'])
})

test('Biome is the only one without a checksum, and only for other machines', () => {
  const biome = 'node_modules/@biomejs/cli-linux-x64'
  const open: Locked = { version: '1.0.0', license: 'MIT', optional: true, dev: true }
  const facts = (place: string, one: Locked) =>
    dependencyFindings(lockOf({ [place]: one }), { allowScripts: {}, document: '' }).length
  expect(facts(biome, open)).toBe(0)
  expect(facts(biome, { version: '1.0.0', license: 'MIT', dev: true })).toBe(1)
  expect(facts('node_modules/other', open)).toBe(1)
})

test('a package finds another as Node does', () => {
  const lock = lockOf({
    ...{ 'packages/server': {}, 'node_modules/a': good, 'node_modules/b': good, 'node_modules/@s/c': good },
    ...{ 'node_modules/a/node_modules/b': good, 'packages/server/node_modules/b': good },
  })
  expect(placeOf(lock, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b')
  expect(placeOf(lock, 'node_modules/a/node_modules/b', '@s/c')).toBe('node_modules/@s/c')
  expect(placeOf(lock, 'packages/server', 'b')).toBe('packages/server/node_modules/b')
  expect(placeOf(lock, 'packages/server', 'a')).toBe('node_modules/a')
  expect(placeOf(lock, '', 'b')).toBe('node_modules/b')
  expect(placeOf(lock, 'node_modules/b', 'x')).toBeUndefined()
})

const manifest = (folder: string) => JSON.parse(readFileSync(join(PROJECT, folder, 'package.json'), 'utf8'))

/** A package names its licence by its short name; one has words of its own, fonts come under two. */
function licenceOf(name: string): object {
  if (name === 'fhirpath') return { license: { name: expect.stringMatching(/BSD/) } }
  if (name.startsWith('@expo-google-fonts/')) return { expression: 'MIT AND OFL-1.1' }
  return { license: { id: expect.stringMatching(/^[\w.-]+$/) } }
}

test('the parts list holds every package of the product with its licence and checksum, and no tool', () => {
  const { components, dependencies, metadata } = sbomOf(readLock(PROJECT), '1.2.3')
  const byName = new Map(components.map((one) => [one.name, one]))
  const product = ['packages/core', 'packages/server', 'packages/web'].map(manifest)
  const direct = product.flatMap((one) =>
    Object.entries({ ...one.dependencies, ...one.optionalDependencies }),
  )
  const packages = direct.filter(([name]) => !name.startsWith('@weerklank/'))
  expect(packages.length).toBeGreaterThan(15)
  for (const [name, version] of packages) {
    const part = byName.get(name)
    expect(part, name).toMatchObject({ version, licenses: [licenceOf(name)] })
    expect(part?.hashes[0], name).toMatchObject({
      alg: 'SHA-512',
      content: expect.stringMatching(/^[0-9a-f]{128}$/),
    })
  }
  // Unless a package of the product brings it along, as docx does with the types of Node.
  const brought = new Set(dependencies.slice(1).flatMap((one) => one.dependsOn))
  for (const tool of Object.keys(manifest('.').devDependencies)) {
    const part = byName.get(tool)
    expect(part === undefined || brought.has(part['bom-ref']), tool).toBe(true)
  }
  // Every part hangs on another, and all of it on us.
  const refs = new Set(components.map((one) => one['bom-ref']))
  const reached = new Set(dependencies.flatMap((one) => one.dependsOn))
  expect([...reached].filter((ref) => !refs.has(ref))).toEqual([])
  expect(dependencies[0]?.ref).toBe(metadata.component['bom-ref'])
  expect(JSON.stringify(components)).not.toMatch(/NOASSERTION|undefined|registry/)
})

test('no answer about known holes is told as no answer, never as none', () => {
  const hole = (severity: string) => ({
    ...{ auditReportVersion: 2, metadata: { dependencies: { total: 9 } } },
    vulnerabilities: { left: { severity, range: '<2.0.0' } },
  })
  const verdict = (value: unknown) => verdictOf(JSON.stringify(value))
  expect(verdict({ ...hole('high'), vulnerabilities: {} })).toEqual({ state: 'clean', looked: 9 })
  expect(verdict(hole('moderate'))).toEqual({ state: 'clean', looked: 9 })
  expect(verdict(hole('high'))).toEqual({ state: 'holes', lines: ['left <2.0.0: high'] })
  expect(verdict(hole('critical')).state).toBe('holes')
  const refused = {
    message: '405 Method Not Allowed - POST https://registry.example/-/bulk',
    statusCode: 405,
  }
  expect(verdict(refused)).toEqual({ state: 'unknown', reason: '405 Method Not Allowed' })
  const silent = ['', 'not JSON', 'null', '{}', '[]', '{"vulnerabilities":{}}', '{"error":{"summary":"405"}}']
  expect(silent.map((output) => verdictOf(output).state)).toEqual(silent.map(() => 'unknown'))
})
