import { afterEndpoints } from '@weerklank/core/dialogue/after.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingAgreementId, MeetingId, MeetingQuoteId, PlaceId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInMeeting } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import { keepWithCollaboration, settleInCollaboration } from './after.collaboration.ts'
import type { AfterDeps } from './after.deps.ts'
import type { AfterMail } from './after.letter.ts'
import { mailPlace } from './after.mail.ts'
import { afterOf, partsOf } from './after.presenter.ts'
import { enforceAct, type Table, tableOf } from './after.read.ts'
import { noteAtTable } from './after.record.ts'
import * as after from './after.repository.ts'
import type { PlaceRow } from './meeting.repository.ts'

/** What the table does together: asking for words, agreeing, minutes, the letter. By who leads, hosts or writes it down. */
export function serveAfterTable(to: MemberApi, deps: AfterDeps): void {
  serveQuotes(to, deps)
  serveAgreements(to, deps)
  serveMinutes(to, deps)
  serveLetter(to, deps)
}

/** The table, where one may write for it. */
async function writing(trx: Trx, session: MemberSession, meeting: MeetingId): Promise<Table> {
  const table = await tableOf(trx, session, meeting)
  enforceAct(table, 'take-minutes')
  return table
}

function placeAt({ places }: Table, id: PlaceId, field: string): PlaceRow {
  const place = places.find((one) => one.id === id)
  if (place === undefined) throw new AppError('invalid-input', { fields: { [field]: 'unknown' } })
  return place
}

/** Mails some places; without a mail server nothing goes, and it waits on their pages. */
async function tell(
  trx: Trx,
  session: MemberSession,
  of: { deps: AfterDeps; kind: AfterMail; places: readonly PlaceRow[] },
): Promise<void> {
  const { deps, kind, places } = of
  if (!deps.canSendMail || places.length === 0) return
  const meetings = [...new Set(places.map((place) => place.meeting_id))]
  const asked = new Map((await after.reflectionsOf(trx, meetings)).map((row) => [row.place_id, row.email]))
  for (const place of places) {
    const email = asked.get(place.id) ?? ''
    await mailPlace(trx, deps, { kind, place, email, workspace: session.workspace })
  }
}

function serveQuotes(to: MemberApi, deps: AfterDeps): void {
  const { world } = deps
  serveInMeeting(to, afterEndpoints.askQuote, async (session, { params, body }, trx) => {
    const table = await writing(trx, session, params.meeting)
    const { id, place: wanted, words, use } = body
    const place = placeAt(table, wanted, 'place')
    const isNew = await after.insertOnce(trx, 'meeting_quote', {
      ...{ workspace_id: session.workspace.id, id, meeting_id: params.meeting, place_id: place.id },
      ...{ person_id: place.person_id, asked_words: words, use, asked_by: session.member.id },
      ...{ asked_at: world.now(), decision: null, own_words: null, decided_at: null, withdrawn_at: null },
    })
    if (isNew) await tell(trx, session, { deps, kind: 'quote', places: [place] })
    else await enforceSame(trx, params.meeting, { quote: id })
    const person = place.person_id
    await noteAtTable(trx, session, { world, meeting: table.meeting, action: 'meeting.quote-asked', person })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
}

/** A repeat is the same row; an identifier of another meeting is nobody's business. */
async function enforceSame(
  trx: Trx,
  meeting: MeetingId,
  of: { quote?: MeetingQuoteId; agreement?: MeetingAgreementId },
): Promise<void> {
  const known = [...(await after.quotesOf(trx, [meeting])), ...(await after.agreementsOf(trx, [meeting]))]
  if (!known.some(({ id }) => id === of.quote || id === of.agreement)) throw new AppError('conflict')
}

function serveAgreements(to: MemberApi, deps: AfterDeps): void {
  const { world } = deps
  serveInMeeting(to, afterEndpoints.agreeInMeeting, async (session, { params, body }, trx) => {
    const table = await writing(trx, session, params.meeting)
    const { id, owner, ifText, text, dueOn } = body
    if (owner !== null) placeAt(table, owner, 'owner')
    const now = world.now()
    const agreement = await keepWithCollaboration(trx, session, { world, table, agreed: body })
    const isNew = await after.insertOnce(trx, 'meeting_agreement', {
      ...{ workspace_id: session.workspace.id, id, meeting_id: params.meeting, owner_place_id: owner },
      ...{ if_text: ifText, text, due_on: dueOn, state: 'open', agreement_id: agreement },
      ...{ made_by: session.member.id, made_at: now, changed_at: now },
    })
    if (!isNew) await enforceSame(trx, params.meeting, { agreement: id })
    await noteAtTable(trx, session, { world, meeting: table.meeting, action: 'meeting.agreed' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
  serveInMeeting(to, afterEndpoints.changeMeetingAgreement, async (session, { params, body }, trx) => {
    const { meeting } = await tableOf(trx, session, params.meeting)
    const row = (await after.agreementsOf(trx, [meeting.id])).find(({ id }) => id === params.agreement)
    if (row === undefined) throw new AppError('not-found')
    await trx
      .updateTable('meeting_agreement')
      .set({ state: body.state, changed_at: world.now() })
      .where('id', '=', params.agreement)
      .execute()
    await settleInCollaboration(trx, session, { world, meeting, row, isOpen: body.state === 'open' })
    await noteAtTable(trx, session, { world, meeting, action: 'meeting.agreement-changed' })
    return { done: true } as const
  })
  serveInMeeting(to, afterEndpoints.carryTopics, async (session, { params, body }, trx) => {
    const { meeting } = await writing(trx, session, params.meeting)
    const topics = JSON.stringify([...new Set(body.topics)])
    await after.changeWrap(trx, { workspace: session.workspace.id, meeting: meeting.id }, { topics })
    await noteAtTable(trx, session, { world, meeting, action: 'meeting.topics-carried' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
}

function serveMinutes(to: MemberApi, deps: AfterDeps): void {
  const { world } = deps
  serveInMeeting(to, afterEndpoints.writeMinutes, async (session, { params, body }, trx) => {
    const table = await writing(trx, session, params.meeting)
    const newest = (await after.minutesOf(trx, params.meeting))[0]
    if (newest?.body !== body.text || newest.version !== body.version) {
      // Two who write at once: the second is told, and loses nothing.
      if (body.version !== (newest?.version ?? 0) + 1) throw new AppError('conflict')
      const isNew = await after.insertMinutes(trx, {
        ...{ workspace_id: session.workspace.id, meeting_id: params.meeting, version: body.version },
        ...{ body: body.text, made_by: session.member.id, made_at: world.now() },
      })
      if (!isNew) throw new AppError('conflict')
      if (body.version === 1) await tell(trx, session, { deps, kind: 'minutes', places: present(table) })
    }
    await noteAtTable(trx, session, { world, meeting: table.meeting, action: 'meeting.minutes-written' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
}

const present = ({ places }: Table) => places.filter((place) => place.attends !== 'no')

function serveLetter(to: MemberApi, deps: AfterDeps): void {
  const { world } = deps
  serveInMeeting(to, afterEndpoints.sendLetter, async (session, { params, body }, trx) => {
    const table = await writing(trx, session, params.meeting)
    // Whoever the letter is for does not send it.
    if (table.at.role === 'host') throw new AppError('not-allowed')
    const { meeting, places } = table
    const parts = partsOf(await after.reflectionsOf(trx, [meeting.id]), places)
    if (parts.length === 0) throw new AppError('conflict')
    const before = await after.findWrap(trx, meeting.id)
    await after.changeWrap(
      trx,
      { workspace: session.workspace.id, meeting: meeting.id },
      { letter_opening: body.opening, letter_sent_at: world.now(), letter_sent_by: session.member.id },
    )
    const hosts = places.filter((place) => place.role === 'host')
    if (!before?.letter_sent_at) await tell(trx, session, { deps, kind: 'letter', places: hosts })
    await noteAtTable(trx, session, { world, meeting, action: 'meeting.letter-sent' })
    return afterOf(trx, session, { deps, meeting: params.meeting })
  })
}
