/** Names and shapes of files: no drawers, no barrels, no tests where no runner looks. */
import type { Finding } from './findings.ts'
import type { Source } from './sources.ts'

const DRAWERS = /(?:^|\/)(utils?|helpers?|services|common)(?:\/|\.tsx?$)/

export function nameFindings(source: Source): Finding[] {
  const { path: file } = source
  const found: Finding[] = []
  const drawer = DRAWERS.exec(file)
  if (drawer !== null) {
    const why =
      'a drawer without a subject grows until nobody finds anything in it; name the file after what it knows.'
    found.push({ file, fact: `stands in "${drawer[1]}"`, why })
  }
  if (isBarrel(source)) {
    const why = 'a barrel hides where things live and loads everything at once; import the file itself.'
    found.push({ file, fact: 'only passes on what other files export', why })
  }
  if (isOrphanTest(file)) {
    const why =
      'no runner looks there: unit tests are *.test.ts in packages/*/src or scripts, browser tests *.spec.ts in e2e/specs.'
    found.push({ file, fact: 'is a test that never runs', why })
  }
  return found
}

function isBarrel({ parsed }: Source): boolean {
  const { body } = parsed.program
  const passesOn = body.some(
    (node) =>
      node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && !node.declaration),
  )
  const onlyPassesOn = body.every(
    (node) =>
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      (node.type === 'ExportNamedDeclaration' && !node.declaration),
  )
  return passesOn && onlyPassesOn
}

function isOrphanTest(file: string): boolean {
  if (/\.test\.[a-z]+$/.test(file))
    return !/^(packages\/(core|server|web)\/src|scripts)\/.*\.test\.ts$/.test(file)
  if (/\.spec\.[a-z]+$/.test(file)) return !/^e2e\/specs\/.*\.spec\.ts$/.test(file)
  return false
}
