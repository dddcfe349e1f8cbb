import { agreementState } from '@weerklank/core/feedback/agreement'
import type { Agreement, Invitation, Response, Signal } from '@weerklank/core/feedback/feedback.contract'
import { invitationStatus } from '@weerklank/core/feedback/invitation'
import { signalPriority } from '@weerklank/core/feedback/signal'
import type { ResponseId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { AgreementRow, InvitationRow, ShownResponse, SignalRow } from './feedback.repository.ts'

/** The fields of an answer that may leave the server. */
export function presentResponse(row: ShownResponse): Response {
  return {
    id: row.id,
    participant: row.participant_id,
    contact: row.contact_id,
    instrument: row.instrument_id,
    instrumentVersion: row.instrument_version,
    answers: row.answers,
    openText: row.open_text,
    ...(row.drawing === null ? {} : { drawing: row.drawing }),
    answeredAt: row.answered_at,
    ...(row.entered_by === null ? {} : { enteredBy: row.entered_by }),
  }
}

export function presentInvitation(row: InvitationRow, now: Instant): Invitation {
  const facts = { expiresAt: row.expires_at, revokedAt: row.revoked_at, answeredAt: row.answered_at }
  return {
    id: row.id,
    participant: row.participant_id,
    contact: row.contact_id,
    instrument: row.instrument_id,
    sentAt: row.sent_at,
    status: invitationStatus(facts, now),
    expiresAt: row.expires_at,
  }
}

/** So many of someone's answered invitations are told at most: what was answered stands in the answers. */
const answeredTold = 20

/** Of answers, oldest first: those whose invitations a relation page does not need, see below. */
export function answeredLongAgo(
  answers: readonly Pick<ShownResponse, 'id' | 'participant_id'>[],
): ResponseId[] {
  const newer = new Map<string, number>()
  const isOld = ({ participant_id: person }: (typeof answers)[number]): boolean => {
    const count = newer.get(person) ?? 0
    newer.set(person, count + 1)
    return count >= answeredTold
  }
  return answers
    .toReversed()
    .filter(isOld)
    .map(({ id }) => id)
}

/**
 * The invitations that a relation page needs, in the order given (oldest first): all without an answer, for they are the gaps
 * of the chart, and each person's last ones with an answer. Over the years the others would be half of the page's bytes.
 */
export function presentInvitations(rows: readonly InvitationRow[], now: Instant): Invitation[] {
  const left = new Map<string, number>()
  const isTold = ({ answered_at, participant_id: person }: InvitationRow): boolean => {
    if (answered_at === null) return true
    const before = left.get(person) ?? answeredTold
    left.set(person, before - 1)
    return before > 0
  }
  // From the newest on, and back in order.
  const told = rows.toReversed().filter(isTold).reverse()
  return told.map((row) => presentInvitation(row, now))
}

export function presentSignal(row: SignalRow): Signal {
  return {
    id: row.id,
    participant: row.participant_id,
    response: row.response_id,
    finding: row.finding,
    openedAt: row.opened_at,
    outcome: row.outcome,
    closedAt: row.closed_at,
    note: row.note,
  }
}

/** Signals with the one that speaks first in front: the newest occasion, and of one occasion the most concrete. */
export function presentSignals(rows: readonly SignalRow[]): Signal[] {
  const rank = (row: SignalRow) => signalPriority.indexOf(row.rule)
  return rows
    .toSorted((a, b) =>
      a.opened_at === b.opened_at ? rank(a) - rank(b) : a.opened_at < b.opened_at ? 1 : -1,
    )
    .map(presentSignal)
}

export function presentAgreement(row: AgreementRow): Agreement {
  const facts = { madeAt: row.made_at, askBack: row.ask_back, endedAt: row.ended_at, echoes: row.echoes }
  return {
    id: row.id,
    text: row.body,
    participants: row.participants,
    madeAt: row.made_at,
    state: agreementState(facts),
    askBack: row.ask_back,
    echoes: row.echoes.map((echo) => ({
      answer: echo.answer,
      at: echo.at,
      participant: echo.participant_id,
      response: echo.response_id,
    })),
  }
}
