import { expect, test } from 'vitest'
import { localDay } from '../shared/time.ts'
import { grouped, isSelf, type LineToShow, type NotShown, shownTo } from './shown.ts'

// Samira is the mother; Sem is sixteen. Both take part in one collaboration with Noor.
const samira = { person: 'samira', participants: ['samira-here', 'samira-there'] }
const noor = 'noor'
const sem = 'participant:sem-here'
const line = (parts: Partial<LineToShow>): LineToShow => ({
  ...{ actor: noor, action: 'relation.read', subject: 'relation', subjectId: 'their', relation: 'their' },
  ...{ person: null, isHers: false },
  ...parts,
})
const of = (action: string, parts: Partial<LineToShow> = {}) => {
  const [subject = ''] = action.split('.')
  return line({ action, subject, subjectId: 'x', ...parts })
}

// What, and whether Samira reads it; when not: why.
const rows: [string, LineToShow, true | NotShown][] = [
  ['Noor read the collaboration', line({}), true],
  ['Noor read the answers', of('feedback.read', { subjectId: 'their' }), true],
  ['Noor wrote a note', of('note.added'), true],
  ['Noor planned a talk', of('contact.planned'), true],
  ['Noor wrote down an agreement', of('agreement.made'), true],
  ['Noor looked at who gave consent', of('consent.read', { subjectId: 'their' }), true],
  ['a colleague opened it in an emergency', of('emergency.opened', { actor: 'bram' }), true],
  ['a guest was invited', of('guest.invited'), true],
  ['the privacy officer looked for this collaboration', of('audit.read', { actor: 'els' }), true],
  ['Noor made a link for Samira', of('invitation.created', { isHers: true }), true],
  ['Noor made a link for Sem', of('invitation.created'), 'other-subject'],
  ['Noor withdrew the link of Sem', of('invitation.revoked'), 'other-subject'],
  [
    'something was seen in the answers of Samira',
    of('signal.opened', { actor: 'system', isHers: true }),
    true,
  ],
  ['something was seen in the answers of Sem', of('signal.opened', { actor: 'system' }), 'other-subject'],
  ['what Sem said was talked about', of('signal.closed'), 'other-subject'],
  ['the answer of Sem was deleted', of('response.removed'), 'other-subject'],
  ['Samira answered', of('response.stored', { actor: 'participant:samira-here', isHers: true }), true],
  ['Samira answered elsewhere', of('response.stored', { actor: 'participant:samira-there' }), true],
  ['Samira opened her page', of('own-page.opened', { actor: 'person:samira', person: 'samira' }), true],
  [
    'Samira decided for a child of hers',
    of('consent.given', { actor: 'person:samira', person: 'kim' }),
    true,
  ],
  ['Samira, who works here too, read it', line({ actor: 'samira' }), true],
  ['Sem opened the questions', of('check.opened', { actor: sem }), 'other-client'],
  ['Sem answered', of('response.stored', { actor: sem }), 'other-client'],
  ['the answer of Sem raised a signal', of('signal.opened', { actor: sem }), 'other-client'],
  ['Sem opened his own page', of('own-page.opened', { actor: 'person:sem', person: 'sem' }), 'other-person'],
  ['Sem refused consent', of('consent.refused', { actor: 'person:sem', person: 'sem' }), 'other-person'],
  ['Noor read the consent of Sem alone', of('consent.read', { person: 'sem' }), 'other-person'],
  ['Noor made a link to the page of Sem', of('own-page.linked', { person: 'sem' }), 'other-person'],
  ['Noor made a link to the page of Samira', of('own-page.linked', { person: 'samira' }), true],
  [
    'another parent asked something about Samira',
    of('request.made', { actor: 'person:oma', person: 'samira' }),
    true,
  ],
  ['someone came by a link that is not known', of('check.opened', { actor: 'link' }), 'other-client'],
  ['Noor wrote for herself', of('working-note.saved', { subjectId: 'their' }), 'private'],
  ['Noor shared what she wrote for herself', of('working-note.shared'), true],
  [
    'a researcher read her answers',
    of('research.answers-read', { actor: 'ria', person: 'samira', relation: null }),
    true,
  ],
  ['a deed that is not known here, with the whole', of('later.done', { subjectId: 'their' }), true],
  ['a deed that is not known here, with something of someone', of('later.done'), 'other-subject'],
]

test.each(rows)('%s', (_, one, expected) => {
  expect(shownTo(samira, one)).toEqual(
    expected === true ? { allowed: true } : { allowed: false, reason: expected },
  )
})

test('a name that only begins the same is somebody else', () => {
  expect(isSelf(samira, 'participant:samira-here')).toBe(true)
  expect(isSelf(samira, 'participant:samira')).toBe(false)
  expect(isSelf(samira, 'person:samira-here')).toBe(false)
})

test('what was done several times on one day is one line, with the last moment', () => {
  const read = { who: { name: 'Noor' }, action: 'feedback.read', basis: 'takes-part' as const }
  const here = { relation: 'Gezin', reason: null }
  const lines = ['2026-11-19T23:30:00.000Z', '2026-11-19T10:00:00.000Z', '2026-11-19T08:00:00.000Z'].map(
    (at) => ({
      ...{ at, ...read, ...here },
    }),
  )
  const inAmsterdam = (at: string) => localDay(at, 'Europe/Amsterdam')
  expect(
    grouped(
      [...lines, { ...lines[2], ...read, ...here, relation: 'Elders', at: lines[2]?.at ?? '' }],
      inAmsterdam,
    ),
  ).toEqual([
    { ...read, ...here, at: '2026-11-19T23:30:00.000Z', times: 1 },
    { ...read, ...here, at: '2026-11-19T10:00:00.000Z', times: 2 },
    { ...read, relation: 'Elders', reason: null, at: '2026-11-19T08:00:00.000Z', times: 1 },
  ])
})
