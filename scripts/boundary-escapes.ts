/** Ways around the compiler, the tests and core's purity: none is used. */
import { Visitor } from 'vite'
import type { Finding } from './findings.ts'
import { isTest, lineAt, type Source } from './sources.ts'

const WHY = {
  any: 'any switches the compiler off for everything it touches; use unknown and a validator at the border.',
  ignore: 'a silenced compiler error is a bug that waits; change the type or the code.',
  mock: 'a mocked module proves that the mock works; pass the collaborator as an argument.',
  skip: 'a test that is skipped, singled out or promised is a test nobody runs.',
  console: 'core has no world to print to; return the fact and let the caller tell it.',
  default:
    'a default export has another name in every file; only tools that demand one (*.config.ts) get it.',
}
const NOT_RUN = new Set(['skip', 'only', 'todo', 'fixme', 'skipIf', 'runIf'])
const MOCKS = new Set(['mock', 'doMock', 'unstable_mockModule'])

export function escapeFindings(source: Source): Finding[] {
  const found: Finding[] = []
  const add = (offset: number, fact: string, why: string) =>
    found.push({ file: source.path, line: lineAt(source, offset), fact, why })
  for (const comment of source.parsed.comments) {
    const directive = /@ts-(ignore|expect-error|nocheck)/.exec(comment.value)
    if (directive !== null) add(comment.start, `says ${directive[0]}`, WHY.ignore)
  }
  const visitor = new Visitor({
    TSAnyKeyword: ({ start }) => add(start, 'says any', WHY.any),
    ExportDefaultDeclaration({ start }) {
      if (!/\.config\.(ts|js|mjs)$/.test(source.path)) add(start, 'has a default export', WHY.default)
    },
    MemberExpression({ object, property, start }) {
      if (property.type !== 'Identifier') return
      const owner = object.type === 'Identifier' ? object.name : ''
      if ((owner === 'vi' || owner === 'jest') && MOCKS.has(property.name))
        add(start, `calls ${owner}.${property.name}`, WHY.mock)
      if (isTest(source.path) && NOT_RUN.has(property.name)) add(start, `uses .${property.name}`, WHY.skip)
      if (owner === 'console' && source.path.startsWith('packages/core/src/') && !isTest(source.path))
        add(start, `calls console.${property.name}`, WHY.console)
    },
  })
  visitor.visit(source.parsed.program)
  return found
}
