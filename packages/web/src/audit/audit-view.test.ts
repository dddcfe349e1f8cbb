import { expect, test } from 'vitest'
import { auditText } from './audit.text.ts'
import { actorWords, shortId } from './audit-view.ts'

const id = '01900000-0000-7000-8000-0000003f9a2c'
const words = (actor: Parameters<typeof actorWords>[0]['actor'], basis: 'role' | 'command-line' = 'role') =>
  actorWords({ actor, basis }, auditText.nl)

test('members have a name, everybody else a part of an identifier', () => {
  expect(shortId(id)).toBe('3f9a2c')
  const member = { kind: 'member' as const, id, organisation: '' }
  expect(words({ ...member, name: 'Noor Bakker' })).toBe('Noor Bakker')
  expect(words({ ...member, name: null })).toBe('Een medewerker van vroeger')
  expect(words({ kind: 'participant', id })).toBe('Deelnemer 3f9a2c')
  expect(words({ kind: 'person', id })).toBe('Mens 3f9a2c')
  expect(words({ kind: 'link' })).toBe('Iemand met een link')
  expect(words({ kind: 'system' })).toBe('Het programma')
  expect(words({ kind: 'system' }, 'command-line')).toBe('Beheer (opdrachtregel)')
  expect(words({ kind: 'other' })).toBe('Onbekend')
})
