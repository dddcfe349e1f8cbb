import type { InvitationId, ParticipantId, ResponseId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { expect, it } from 'vitest'
import { answeredLongAgo, presentInvitations } from './feedback.presenter.ts'
import type { InvitationRow } from './feedback.repository.ts'

const start = '2026-01-01T10:00:00.000Z' as Instant
const now = addDays(start, 300)

function asked(day: number, person: string, answered: boolean): InvitationRow {
  const at = addDays(start, day)
  const row = {
    ...{ id: `${person} ${day}` as InvitationId, participant_id: person as ParticipantId, contact_id: null },
    ...{ sent_at: at, expires_at: addDays(at, 14), revoked_at: null, answered_at: answered ? at : null },
  }
  return row as unknown as InvitationRow
}

it('tells every gap, and of each person the last 20 that were answered', () => {
  const rows = Array.from({ length: 60 }, (_, day) => [
    asked(day, 'lina', day % 10 !== 0),
    ...(day < 5 ? [asked(day, 'samira', true)] : []),
  ]).flat()
  const told = presentInvitations(rows, now)
  const of = (person: string, status: string) =>
    told.filter((one) => one.participant === person && one.status === status).map(({ id }) => id)
  expect(of('lina', 'ended')).toEqual([0, 10, 20, 30, 40, 50].map((day) => `lina ${day}`))
  const last = Array.from({ length: 60 }, (_, day) => day)
    .filter((day) => day % 10 !== 0)
    .slice(-20)
  expect(of('lina', 'answered')).toEqual(last.map((day) => `lina ${day}`))
  // Her newest stays, so that an open one before it counts as missed.
  expect(of('samira', 'answered')).toHaveLength(5)
  expect(told.map(({ sentAt }) => sentAt)).toEqual(told.map(({ sentAt }) => sentAt).toSorted())
})

it('needs no invitation that would not be told anyway', () => {
  const answers = Array.from({ length: 60 }, (_, day) => [
    { id: `lina ${day}` as ResponseId, participant_id: 'lina' as ParticipantId },
    ...(day < 5 ? [{ id: `samira ${day}` as ResponseId, participant_id: 'samira' as ParticipantId }] : []),
  ]).flat()
  const without = new Set<string>(answeredLongAgo(answers))
  expect(without.size).toBe(40)
  const rows = answers.map(({ id, participant_id }) => asked(Number(id.split(' ')[1]), participant_id, true))
  const read = rows.filter(({ id }) => !without.has(id))
  expect(presentInvitations(read, now)).toEqual(presentInvitations(rows, now))
})
