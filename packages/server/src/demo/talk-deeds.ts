import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import type { AgreementId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import {
  closeSignals,
  insertAgreement,
  refreshAttention,
  setEnded,
  signalsOf,
} from '../feedback/feedback.repository.ts'
import type { Stage } from './stage.ts'
import type { Happening } from './story.ts'

/** Closes what is open about someone, because it was talked about, agreed on, or left for now. */
export async function talk(stage: Stage, told: Extract<Happening, { kind: 'talk' }>): Promise<void> {
  const session = await stage.as(stage.story.by)
  await settle(stage, session, told)
}

async function settle(
  stage: Stage,
  session: MemberSession,
  of: { about: string; outcome: SignalOutcome; note: string },
): Promise<void> {
  const { trx, world, relation, story } = stage
  const participant = stage.participant(of.about)
  const open = await signalsOf(trx, [relation], 'open')
  const about = open.filter((row) => row.participant_id === participant).map((row) => row.id)
  if (about.length === 0) throw new Error(`${story.key}: nothing is open about ${of.about} at ${world.now()}`)
  const { outcome, note, signals } = feedbackEndpoints.closeSignals.body.parse({
    signals: about,
    outcome: of.outcome,
    note: of.note,
  })
  const close = outcome && { outcome, note, at: world.now(), by: session.member.id }
  await closeSignals(trx, { relation, signals }, close)
  await refreshAttention(trx, relation)
  for (const subject of signals)
    await recordDeed(trx, world, { session, relation, action: 'signal.closed', subject })
}

/** Keeps what was agreed, and closes the signals that led to it. */
export async function agree(
  stage: Stage,
  told: Extract<Happening, { kind: 'agreement' }>,
): Promise<AgreementId> {
  const { trx, world, relation, place, story } = stage
  const session = await stage.as(story.by)
  const { id, text, participants, askBack } = feedbackEndpoints.agree.body.parse({
    id: world.newId<AgreementId>(),
    text: told.text,
    participants: told.people.map(stage.participant),
    askBack: told.askBack,
    signals: [],
  })
  const row = {
    workspace_id: place.workspace,
    id,
    relation_id: relation,
    body: text,
    ask_back: askBack,
    made_at: world.now(),
    ended_at: null,
    created_by: session.member.id,
  }
  await insertAgreement(trx, row, participants)
  await recordDeed(trx, world, { session, relation, action: 'agreement.made', subject: id })
  if (told.settles !== null)
    await settle(stage, session, { about: told.settles, outcome: 'agreed', note: '' })
  return id
}

export async function endAgreement(stage: Stage, agreement: AgreementId): Promise<void> {
  const { trx, world, relation, story } = stage
  const session = await stage.as(story.by)
  await setEnded(trx, { relation, agreement }, world.now())
  await recordDeed(trx, world, { session, relation, action: 'agreement.ended', subject: agreement })
}
