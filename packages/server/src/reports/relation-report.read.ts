import type { RelationFeedback } from '@weerklank/core/feedback/feedback.contract'
import type { ReportLevel } from '@weerklank/core/feedback/relation-report'
import type { ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { type Day, dayBounds, type Instant } from '@weerklank/core/shared/time'
import { presentAgreement, presentInvitations, presentResponse } from '../feedback/feedback.presenter.ts'
import * as feedback from '../feedback/feedback.repository.ts'
import type { Content } from '../feedback/instruments.ts'
import { type RuptureWithSteps, rupturesOf } from '../feedback/rupture.repository.ts'
import {
  findRelation,
  type NoteRow,
  notesOf,
  type ParticipantRow,
  participantsOf,
} from '../relation/relation.repository.ts'
import type { Trx } from '../schema.ts'

/** What a report is asked to be. Days are those of the workspace; null is from the beginning, or until now. */
export type ReportWish = {
  level: ReportLevel
  /** For whom, at the level of a client. */
  participant: ParticipantId | null
  from: Day | null
  until: Day | null
}

/** What may stand in a report, of which the reader of the screen sees more. */
export type ReportSource = {
  title: string
  people: ParticipantRow[]
  feedback: Pick<RelationFeedback, 'instruments' | 'responses' | 'invitations' | 'agreements'>
  signals: feedback.SignalRow[]
  notes: NoteRow[]
  ruptures: RuptureWithSteps[]
  until: Instant
  from: Instant | null
}

type Reading = {
  relation: RelationId
  wish: ReportWish
  content: Pick<Content, 'instruments' | 'contactCheck'>
  now: Instant
  timeZone: string
}

/**
 * Reads what may stand in a report, in a transaction of the member who asks. What is half of a picture that is still shut is
 * not in her reach; what a client lets only some read goes into no file, and neither does what restates it. Undefined when
 * there is no such collaboration, or nobody of that name in it.
 */
export async function readForReport(trx: Trx, reading: Reading): Promise<ReportSource | undefined> {
  const { relation, wish, content, now, timeZone } = reading
  const row = await findRelation(trx, relation)
  const people = await participantsOf(trx, [relation])
  const one = people.find(({ id }) => id === wish.participant)
  if (row === undefined || (wish.level === 'client' && one === undefined)) return undefined
  const about = wish.level === 'client' ? one : undefined
  const bounds = boundsOf(wish, { now, timeZone })
  const answers = await feedback.responsesOf(trx, [relation])
  const shown = answers.filter(
    (answer) =>
      isBefore(answer.answered_at, bounds.until) &&
      (about === undefined ? answer.readers === null : answer.participant_id === about.id),
  )
  const withheld = new Set(answers.filter((answer) => !shown.includes(answer)).map(({ id }) => id))
  const invitations = await feedback.invitationsOf(trx, [relation], { answers, without: [] })
  const ofHer = <Row extends { participant_id: ParticipantId }>(rows: readonly Row[]) =>
    rows.filter((entry) => about === undefined || entry.participant_id === about.id)
  const agreements = await feedback.agreementsOf(trx, [relation])
  const signals = ofHer(await feedback.signalsOf(trx, [relation], 'all'))
  return {
    title: row.title,
    people: about === undefined ? people : [about],
    feedback: {
      instruments: instrumentsFor(shown, content),
      responses: shown.map((answer) => presentResponse(answer)),
      // Nobody need explain a silence to herself.
      invitations: about === undefined ? missedIn(invitations, { withheld, now, until: bounds.until }) : [],
      agreements: agreements
        .filter(({ participants }) => about === undefined || participants.includes(about.id))
        .filter(({ made_at }) => isBefore(made_at, bounds.until))
        .map((made) => ({
          ...made,
          echoes: ofHer(made.echoes).filter((echo) => !withheld.has(echo.response_id)),
        }))
        .map(presentAgreement),
    },
    signals: signals.filter(({ response_id: id }) => id === null || !withheld.has(id)),
    notes: hers(await notesOf(trx, relation), { about, people }),
    ruptures: ofHer(await rupturesOf(trx, [relation])).filter(({ shared_at }) => shared_at !== null),
    ...bounds,
  }
}

type Seen = Pick<Reading, 'now' | 'timeZone'>

function boundsOf({ from, until }: ReportWish, { now, timeZone }: Seen) {
  return {
    from: from === null ? null : dayBounds(from, timeZone).from,
    until: until === null ? now : ([dayBounds(until, timeZone).to, now].toSorted()[0] ?? now),
  }
}

const isBefore = (at: Instant, until: Instant) => Date.parse(at) <= Date.parse(until)

type Answer = feedback.ShownResponse

function instrumentsFor(answers: readonly Answer[], { instruments, contactCheck }: Reading['content']) {
  const used = [...new Set(answers.map((row) => `${row.instrument_id}@${row.instrument_version}`))]
  return [...new Set([contactCheck, ...used.toReversed().flatMap((key) => instruments.get(key) ?? [])])]
}

type Missing = { withheld: ReadonlySet<string>; now: Instant; until: Instant }

/** An answer that does not stand in the file is no silence in it either. */
function missedIn(rows: readonly feedback.InvitationRow[], { withheld, now, until }: Missing) {
  const told = rows.filter((row) => !withheld.has(row.response_id) && isBefore(row.sent_at, until))
  return presentInvitations(told, now)
}

type About = { about: ParticipantRow | undefined; people: readonly ParticipantRow[] }

/** Notes may be about others too: in what is for her they stand where she is the only client, or told them herself. */
function hers(notes: readonly NoteRow[], { about, people }: About): NoteRow[] {
  if (about === undefined) return [...notes]
  const clients = people.filter(({ member_id }) => member_id === null)
  const isOnly = clients.length === 1 && clients[0]?.id === about.id
  return notes.filter((note) => isOnly || note.told_by === about.name)
}
