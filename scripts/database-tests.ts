/** Which tests of the server ask a database nothing, read from what they import: a list by hand would fall behind. */
import { importEdges } from './imports.ts'
import { readSources } from './sources.ts'

const SERVER = 'packages/server/src/'

/** Whatever needs a database of the test run gets it here. */
const DATABASE = `${SERVER}test-database.ts`

/** Test files from which no import leads to the run's database, directly or by way of others. */
export function testsWithoutDatabase(root: string): string[] {
  const sources = readSources(root, (path) => path.startsWith(SERVER))
  const importers = new Map<string, string[]>()
  for (const { from, to } of importEdges(root, sources)) {
    importers.set(to, [...(importers.get(to) ?? []), from])
  }
  const reaching = new Set([DATABASE])
  for (const path of reaching) for (const importer of importers.get(path) ?? []) reaching.add(importer)
  const tests = sources.map(({ path }) => path).filter((path) => path.endsWith('.test.ts'))
  return tests.filter((path) => !reaching.has(path))
}
