import type { Instrument } from '@weerklank/core/feedback/instrument'
import { type SignalFinding, signalsOf } from '@weerklank/core/feedback/signal'
import { answeredAtOf, type Submission } from '@weerklank/core/feedback/submission'
import type { SignalId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { record } from '../audit/audit.ts'
import { actorText } from '../db/context.ts'
import type { World } from '../deps.ts'
import {
  earlierAnswers,
  insertEchoes,
  insertResponse,
  insertSignals,
  raiseAttention,
} from '../feedback/feedback.repository.ts'
import type { Trx } from '../schema.ts'
import type { OpenLink } from './check.ts'

/** So many earlier answers are looked at for signals: more than any rule needs. */
const historyLength = 20

type Stored = { submission: Submission; instrument: Instrument; language: Language; world: World }

/**
 * Stores an answer with what follows from it, all or nothing: the answer, what changed of earlier agreements, signals, and
 * the record. The same answer a second time (double tap, second tab, retry) changes nothing. Says whether it was new.
 */
export async function store(trx: Trx, link: OpenLink, stored: Stored): Promise<boolean> {
  const { submission, instrument, world } = stored
  const now = world.now()
  const answeredAt = answeredAtOf(submission.at, { openedNotBefore: link.check.sent_at, now })
  const isNew = await insertResponse(trx, {
    ...keyOf(link),
    id: submission.responseId,
    contact_id: link.check.contact_id,
    instrument_id: instrument.id,
    instrument_version: instrument.version,
    answers: JSON.stringify(submission.answers),
    open_text: submission.openText,
    language: submission.language ?? stored.language,
    answered_at: answeredAt,
    stored_at: now,
  })
  if (!isNew) return false
  await keepEchoes(trx, link, { submission, answeredAt })
  await recordFor(trx, link, { world, action: 'response.stored', subject: submission.responseId })
  await openSignals(trx, link, { ...stored, answeredAt })
  return true
}

function keyOf(link: OpenLink) {
  const { relation_id, participant_id } = link.token
  return { workspace_id: link.workspace, relation_id, participant_id }
}

async function keepEchoes(
  trx: Trx,
  link: OpenLink,
  { submission, answeredAt }: { submission: Submission; answeredAt: Instant },
): Promise<void> {
  const rows = submission.echoes.map((echo) => ({
    ...keyOf(link),
    agreement_id: echo.agreement,
    response_id: submission.responseId,
    answer: echo.answer,
    at: answeredAt,
  }))
  await insertEchoes(trx, rows)
}

async function openSignals(trx: Trx, link: OpenLink, of: Stored & { answeredAt: Instant }): Promise<void> {
  const { submission, instrument, world, answeredAt } = of
  const earlier = await earlierAnswers(trx, {
    relation: link.token.relation_id,
    participant: link.token.participant_id,
    instrument: instrument.id,
    before: answeredAt,
    most: historyLength,
  })
  const findings = signalsOf(instrument, submission.answers, earlier)
  if (findings.length === 0) return
  const rows = findings.map((finding) => signalRow(link, { finding, submission, world, answeredAt }))
  await insertSignals(trx, rows)
  await raiseAttention(trx, link.token.relation_id, answeredAt)
  for (const row of rows) await recordFor(trx, link, { world, action: 'signal.opened', subject: row.id })
}

function signalRow(
  link: OpenLink,
  of: { finding: SignalFinding; submission: Submission; world: World; answeredAt: Instant },
) {
  return {
    ...keyOf(link),
    id: of.world.newId<SignalId>(),
    response_id: of.submission.responseId,
    rule: of.finding.rule,
    occasion: of.submission.responseId,
    finding: JSON.stringify(of.finding),
    opened_at: of.answeredAt,
    outcome: null,
    closed_at: null,
    closed_by: null,
    note: '',
  }
}

/** The line in the record for what a respondent did by her link. */
export async function recordFor(
  trx: Trx,
  link: OpenLink,
  deed: {
    world: World
    action: 'response.stored' | 'signal.opened' | 'check.opened' | 'invitation.renewed'
    subject: string
  },
): Promise<void> {
  await record(trx, deed.world, {
    workspace: link.workspace,
    actor: actorText(link.context.actor),
    action: deed.action,
    subject: { kind: deed.action.split('.')[0] ?? 'response', id: deed.subject },
    relation: link.token.relation_id,
  })
}
