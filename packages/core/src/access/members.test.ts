import { expect, test } from 'vitest'
import type { Role } from './access.ts'
import { type ColleagueRole, colleagueRoles, mayBecome } from './members.ts'

const held = (...roles: Role[]) => ({ roles, ended: false })
const gone = (...roles: Role[]) => ({ roles, ended: true })

type Row = [
  what: string,
  member: ReturnType<typeof held>,
  next: ColleagueRole[] | null,
  others: ReturnType<typeof held>[],
  reason: string | null,
]

const rows: Row[] = [
  ['a professional may leave', held('professional'), null, [held('administrator')], null],
  ['a professional may become administrator', held('professional'), ['administrator'], [], null],
  ['one of two administrators may leave', held('administrator'), null, [held('administrator')], null],
  [
    'the last administrator may not leave',
    held('administrator'),
    null,
    [held('professional')],
    'last-administrator',
  ],
  [
    'the last administrator may not become something else',
    held('administrator', 'professional'),
    ['professional'],
    [held('professional')],
    'last-administrator',
  ],
  [
    'an administrator who left does not count',
    held('administrator'),
    null,
    [gone('administrator')],
    'last-administrator',
  ],
  [
    'the last administrator may take a role more',
    held('administrator'),
    ['administrator', 'coach'],
    [],
    null,
  ],
  ['a guest is not made a colleague', held('guest'), ['professional'], [held('administrator')], 'guest'],
  ['a guest may leave', held('guest'), null, [held('administrator')], null],
]

test.each(rows)('%s', (_what, member, next, others, reason) => {
  const decision = mayBecome(member, next, others)
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})

test('everything but a guest can be given by an administrator', () => {
  expect(colleagueRoles).toEqual([
    'professional',
    'facilitator',
    'trainer',
    'researcher',
    'coach',
    'administrator',
    'privacy-officer',
  ])
})
