import { expect, test } from 'vitest'
import type { RelationId } from '../shared/ids.ts'
import { type Basis, type Member, mayOpenRelation, mayWorkInRelation, type Role } from './access.ts'

const relation = '00000000-0000-7000-8000-000000000001' as RelationId
const member = (roles: readonly Role[], basis: Basis | null): Member => ({
  roles,
  relations: new Map(basis === null ? [] : [[relation, basis]]),
})

const rows: [roles: readonly Role[], basis: Basis | null, look: string, work: string][] = [
  [['professional'], 'takes-part', 'allowed', 'allowed'],
  [['guest'], 'takes-part', 'allowed', 'allowed'],
  [['professional'], 'emergency', 'allowed', 'only-looking'],
  [['professional', 'administrator'], 'emergency', 'allowed', 'only-looking'],
  [['professional'], null, 'not-in-relation', 'not-in-relation'],
  [['administrator'], 'takes-part', 'no-content-role', 'no-content-role'],
  [['administrator'], 'emergency', 'no-content-role', 'no-content-role'],
]

test.each(rows)('%j because of %s: looking %s, working %s', (roles, basis, look, work) => {
  const said = (decision: { allowed: true } | { allowed: false; reason: string }) =>
    decision.allowed ? 'allowed' : decision.reason
  expect(said(mayOpenRelation(member(roles, basis), relation))).toBe(look)
  expect(said(mayWorkInRelation(member(roles, basis), relation))).toBe(work)
})
