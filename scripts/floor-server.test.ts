import { expect, test } from 'vitest'
import { installedServers, lowest } from './floor-server.ts'
import { type TempTree, tempTree } from './temp-tree.ts'

const server = (folder: string, major: number) => ({
  [`${folder}/initdb`]: '#!/bin/sh\n',
  [`${folder}/postgres`]: `#!/bin/sh\necho "postgres (PostgreSQL) ${major}.4 (Debian)"\n`,
})
const found = (tree: TempTree, path = '') =>
  lowest(installedServers([tree.at('pg/*/bin'), tree.at('brew/postgresql@*/bin')], path))

test('the oldest that we promise wins over older and newer ones', () => {
  using tree = tempTree({
    ...server('pg/14/bin', 14),
    ...server('pg/17/bin', 17),
    ...server('brew/postgresql@15/bin', 15),
  })
  expect(found(tree)).toEqual({ folder: tree.at('brew/postgresql@15/bin'), major: 15 })
})

test('the version is what the program says, not what its folder is called', () => {
  using tree = tempTree(server('pg/15/bin', 16))
  expect(found(tree)?.major).toBe(16)
})

test('a server on the PATH counts', () => {
  using tree = tempTree(server('tools', 16))
  expect(found(tree, `${tree.at('nowhere')}:${tree.at('tools')}`)).toEqual({
    folder: tree.at('tools'),
    major: 16,
  })
})

test('a client without a server, and a server that is too old, are none', () => {
  using tree = tempTree({ 'pg/15/bin/psql': '#!/bin/sh\n', ...server('pg/13/bin', 13) })
  expect(found(tree)).toBeUndefined()
})
