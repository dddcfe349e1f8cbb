import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findServerPrograms, lowestServer, type ServerMachine } from './floor-server.ts'
import { type TempTree, tempTree } from './temp-tree.ts'

const server = (folder: string, major: number) => ({
  [`${folder}/initdb`]: '#!/bin/sh\n',
  [`${folder}/postgres`]: `#!/bin/sh\necho "postgres (PostgreSQL) ${major}.4 (Debian)"\n`,
})

function machine(tree: TempTree, more: Partial<ServerMachine> = {}): ServerMachine {
  const places = [tree.at('pg/*/bin'), tree.at('brew/postgresql@*/bin')]
  return {
    isRoot: false,
    path: tree.at('bin'),
    places,
    clusterSettings: tree.at('etc/createcluster.conf'),
    ...more,
  }
}

describe('what is installed', () => {
  test('the oldest that we promise wins over older and newer ones', () => {
    const files = {
      ...server('pg/14/bin', 14),
      ...server('pg/17/bin', 17),
      ...server('brew/postgresql@15/bin', 15),
    }
    using tree = tempTree(files)
    expect(lowestServer(machine(tree))).toEqual({ folder: tree.at('brew/postgresql@15/bin'), major: 15 })
  })

  test('the version is what the program says, not what its folder is called', () => {
    using tree = tempTree(server('pg/15/bin', 16))
    expect(lowestServer(machine(tree))?.major).toBe(16)
  })

  test('a server on the PATH counts', () => {
    using tree = tempTree(server('tools', 16))
    const path = `${tree.at('nowhere')}:${tree.at('tools')}`
    expect(lowestServer(machine(tree, { path }))).toEqual({ folder: tree.at('tools'), major: 16 })
  })

  test('a client without a server, and a server that is too old, are none', () => {
    using tree = tempTree({ 'pg/15/bin/psql': '#!/bin/sh\n', ...server('pg/13/bin', 13) })
    expect(lowestServer(machine(tree))).toBeUndefined()
  })
})

/** An apt-get that writes down its orders and Debian's settings at that time, and knows only these packages. */
function aptGet(packages: Record<string, number>): string {
  const cases = Object.entries(packages).map(
    ([name, major]) =>
      `  *" ${name}") mkdir -p "$root/pg"; cp -r "$root/archive/${major}" "$root/pg/${major}" ;;`,
  )
  return [
    '#!/bin/sh',
    'PATH=/usr/bin:/bin; root=$(dirname "$0")/..',
    '[ "$1" = --version ] && exit 0',
    'echo "$* [$(cat "$root/etc/createcluster.conf" 2>/dev/null | tail -1)]" >> "$root/asked"',
    'case "$*" in',
    ...cases,
    '  update|*postgresql-common) ;;',
    '  *) echo "E: Unable to locate package" >&2; exit 100 ;;',
    'esac',
    '',
  ].join('\n')
}

describe('what can be installed', () => {
  const archive = { ...server('archive/15/bin', 15), ...server('archive/17/bin', 17) }

  test('as root the floor version is, and Debian starts no cluster of its own', () => {
    using tree = tempTree({ ...archive, 'bin/apt-get': aptGet({ 'postgresql-15': 15 }) })
    expect(findServerPrograms(machine(tree, { isRoot: true }))).toEqual({
      folder: tree.at('pg/15/bin'),
      major: 15,
    })
    const asked = readFileSync(tree.at('asked'), 'utf8').trim().split('\n')
    expect(asked.map((order) => order.replace('-y --no-install-recommends ', ''))).toEqual([
      'update []',
      'install postgresql-common []',
      'install postgresql-15 [create_main_cluster = false]',
    ])
  })

  test('a decision of the administrator about clusters stays', () => {
    const settings = 'create_main_cluster = true\n'
    using tree = tempTree({ 'etc/createcluster.conf': settings, 'bin/apt-get': aptGet({}) })
    findServerPrograms(machine(tree, { isRoot: true }))
    expect(readFileSync(tree.at('etc/createcluster.conf'), 'utf8')).toBe(settings)
  })

  test('where only a newer one is to be had, that one', () => {
    using tree = tempTree({ ...archive, 'bin/apt-get': aptGet({ postgresql: 17 }) })
    expect(findServerPrograms(machine(tree, { isRoot: true }))).toEqual({
      folder: tree.at('pg/17/bin'),
      major: 17,
    })
  })

  test('an ordinary user takes the newer one that is there', () => {
    using tree = tempTree({ ...server('pg/17/bin', 17), 'bin/apt-get': aptGet({ 'postgresql-15': 15 }) })
    expect(findServerPrograms(machine(tree))).toEqual({ folder: tree.at('pg/17/bin'), major: 17 })
  })

  test.each([
    [false, {}, 'this user is not root and may not install it'],
    [true, {}, 'this system has no apt-get to install it'],
    [true, { 'bin/apt-get': aptGet({}) }, 'apt-get could not install it (E: Unable to locate package)'],
  ])('root: %s, without any: one sentence', (isRoot, files: Record<string, string>, reason) => {
    using tree = tempTree({ 'bin/readme': '', ...files })
    expect(findServerPrograms(machine(tree, { isRoot }))).toEqual({
      reason: `no PostgreSQL 15 server was found, and ${reason}`,
    })
  })
})
