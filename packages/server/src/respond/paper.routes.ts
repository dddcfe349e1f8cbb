import { instrumentKey } from '@weerklank/core/feedback/instrument'
import { invitationStatus, takesAnswer } from '@weerklank/core/feedback/invitation'
import { type PaperFacts, paperDays, paperMoment } from '@weerklank/core/feedback/paper'
import { paperEndpoints } from '@weerklank/core/feedback/paper.contract'
import { parseSubmission, submissionFields } from '@weerklank/core/feedback/submission'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { InvitationId, RelationId } from '@weerklank/core/shared/ids'
import type { Day } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { Download } from '../http/download.ts'
import { pdfOf } from '../reports/pdf.ts'
import type { Trx } from '../schema.ts'
import { findCheck } from './check.repository.ts'
import { audienceOf, formOf, formToRead, type OpenLink } from './check.ts'
import { paperPlace } from './paper.place.ts'
import { paperOf } from './paper.print.ts'
import { peopleIn } from './respond.question.ts'
import { store } from './store.ts'

/** A question on paper: to print, and to enter afterwards what was written on it. For the members of the relation. */
export function servePaper(to: MemberApi, deps: FeedbackDeps): void {
  serveInRelation(to, paperEndpoints.printPaper, async (session, { params }, trx) => {
    const paper = await openPaper(trx, session, { deps, ...params })
    const form = await formOf(trx, paper.link, deps)
    await setContext(trx, session.context)
    const action = 'invitation.printed'
    await recordDeed(trx, deps.world, {
      ...{ session, relation: params.relation, action, subject: params.invitation },
    })
    return new Download({
      name: 'vraag.pdf',
      type: 'application/pdf',
      text: await print(paper, { form, deps }),
    })
  })
  serveInRelation(to, paperEndpoints.paperForm, async (session, { params }, trx) => {
    const paper = await openPaper(trx, session, { deps, ...params })
    const { agreements } = await formOf(trx, paper.link, deps)
    const { instrument_id: id, instrument_version: version } = paper.link.check
    // As it is published: what else it is called in other languages is for whoever answers.
    const instrument = deps.content.instruments.get(instrumentKey({ id, version }))
    if (instrument === undefined) throw new AppError('not-found')
    const { first, last } = paperDays(paper.facts)
    await setContext(trx, session.context)
    await recordDeed(trx, deps.world, { session, relation: params.relation, action: 'feedback.read' })
    return {
      ...{ instrument, agreements: [...agreements], ownWords: paper.link.check.own_words },
      ...{ professionals: paper.seenBy, clients: paper.unseenBy, firstDay: first, lastDay: last },
    }
  })
  serveInRelation(to, paperEndpoints.enterPaper, (session, { params, body }, trx) =>
    enter(trx, session, { deps, ...params, ...body }),
  )
}

type Of = { deps: FeedbackDeps; relation: RelationId; invitation: InvitationId }

type PaperOpened = {
  link: OpenLink
  person: Participant
  seenBy: string[]
  unseenBy: string[]
  facts: PaperFacts
  workspace: string
}

/**
 * The question as the person herself would reach it, in the name of the colleague who has her paper: the transaction is
 * narrowed to her place and his deed. Not for half a mutual picture: whoever would type it over would read what is shut.
 */
async function openPaper(trx: Trx, session: MemberSession, { deps, ...of }: Of): Promise<PaperOpened> {
  const row = await trx
    .selectFrom('invitation')
    .select(['participant_id', 'expires_at'])
    .where('id', '=', of.invitation)
    .where('relation_id', '=', of.relation)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found')
  const { participant_id, expires_at } = row
  const { person: person_id, facts } = await paperPlace(trx, session, {
    ...{ deps, relation: of.relation, participant: participant_id },
  })
  const context: Context = { ...session.context, participants: [participant_id] }
  await setContext(trx, context)
  const check = await findCheck(trx, of.invitation)
  if (check === undefined || check.picture_id !== null) throw new AppError('conflict')
  const status = invitationStatus(
    { expiresAt: expires_at, revokedAt: check.revoked_at, answeredAt: check.answered_at },
    facts.now,
  )
  const token = {
    ...{ workspace_id: session.workspace.id, token_hash: '', invitation_id: of.invitation },
    ...{ relation_id: of.relation, participant_id, person_id, expires_at },
    ...{ replaced_at: null, by_letter: false, way: 'device' as const },
  }
  const link = { workspace: session.workspace.id, context, token, check, status }
  return { link, ...(await audienceOf(trx, link)), facts, workspace: session.workspace.name }
}

function print(paper: PaperOpened, of: { form: Awaited<ReturnType<typeof formOf>>; deps: FeedbackDeps }) {
  const { person, seenBy, unseenBy, link, workspace } = paper
  const { form, deps } = of
  const listener = { language: person.language === 'en' ? 'en' : 'nl', address: person.address } as const
  const values = peopleIn({ listener, seenBy, unseenBy, ownWords: link.check.own_words })
  return pdfOf(paperOf({ form, listener, values, seenBy, workspace, now: deps.world.now() }))
}

async function enter(
  trx: Trx,
  session: MemberSession,
  of: Of & { answeredOn: Day; fields: Readonly<Record<string, string>> },
) {
  const { deps, relation } = of
  const paper = await openPaper(trx, session, of)
  const moment = paperMoment(of.answeredOn, paper.facts)
  if (!moment.ok) throw new AppError('invalid-input', { fields: { answeredOn: moment.problem } })
  const { link } = paper
  const key = link.check.response_id
  const { form, earlier } = await formToRead(trx, link, deps)
  const fields = { ...of.fields, [submissionFields.key]: key, [submissionFields.at]: moment.at }
  const read = parseSubmission(form, Object.entries(fields))
  if (!read.ok) throw new AppError('invalid-input', { fields: read.errors })
  if (link.status === 'answered') return repeated(link, session)
  if (!takesAnswer(link.status)) throw new AppError('conflict')
  // On paper it may have been answered before the question was made here.
  const check = { ...link.check, sent_at: paper.facts.began }
  const { instruments } = deps.content
  await store(
    trx,
    { ...link, check },
    {
      ...{ submission: read.submission, instrument: form.instrument, earlier, instruments },
      ...{ language: paper.person.language, world: deps.world, enteredBy: session.member.id },
    },
  )
  session.changed.add(relation)
  return { response: key, answeredAt: moment.at }
}

/** It is there already: by himself the first time, or she answered meanwhile. */
function repeated({ check }: OpenLink, session: MemberSession) {
  const { entered_by: by, answered_at: at, response_id: response } = check
  if (by !== session.member.id || at === null) throw new AppError('conflict')
  return { response, answeredAt: at }
}
