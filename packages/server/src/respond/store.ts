import type { Role } from '@weerklank/core/access/access'
import type { AuditAction } from '@weerklank/core/audit/audit'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { answeredAtOf, type Submission } from '@weerklank/core/feedback/submission'
import type { MemberId, SignalId } from '@weerklank/core/shared/ids'
import type { RespondLanguage } from '@weerklank/core/shared/language'
import { queueCorpus } from '../analysis/analysis.ts'
import { type AuditEntry, type AuditRecord, recordOf } from '../audit/audit.ts'
import { actorText, type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { type ClientHalf, takeClientHalf } from '../feedback/mutual.client.ts'
import type { Trx } from '../schema.ts'
import { type EarlierAnswer, insertAnswer } from './check.repository.ts'
import type { OpenLink } from './check.ts'
import { wordingNow } from './respond.checks.ts'
import { signalsOfAnswer } from './store.signals.ts'

type Stored = {
  submission: Submission
  instrument: Instrument
  /** All earlier answers of the same person to this instrument, and about her goal, oldest first. */
  earlier: readonly EarlierAnswer[]
  instruments: ReadonlyMap<string, Instrument>
  language: RespondLanguage
  world: World
  /** The mark of the device that sent it, as it is kept; null where nobody's own device did. */
  device?: string | null
  /** Who typed it over from paper; absent where she answered by herself. */
  enteredBy?: MemberId
}

/**
 * Stores an answer with what follows from it, all or nothing: the answer, what changed of earlier agreements, signals, and
 * the record. The same answer a second time (double tap, second tab, retry) changes nothing. Says whether it was new.
 */
export async function store(trx: Trx, link: OpenLink, stored: Stored): Promise<boolean> {
  const isNew = await storeAll(trx, link, stored)
  // What she wrote in her own words may be laid beside that of others, where she consented.
  if (isNew && stored.submission.openText !== '') {
    const news = { relation: link.token.relation_id }
    await queueCorpus(trx, stored.world, { workspace: link.workspace, news })
  }
  return isNew
}

async function storeAll(trx: Trx, link: OpenLink, stored: Stored): Promise<boolean> {
  const { submission, instrument, world } = stored
  const now = world.now()
  const language = submission.language ?? stored.language
  const answeredAt = answeredAtOf(submission.at, { openedNotBefore: link.check.sent_at, now })
  const half = await halfOf(trx, link, stored)
  const own = signalsOfAnswer({ ...stored, participant: link.token.participant_id, answeredAt })
  const found = half.sealed
    ? []
    : [...own, ...half.findings.map((finding) => ({ rule: finding.rule, finding }))]
  // Only now: what she chose about research, and the place of her collaboration in the list. It goes out with the statement.
  await setContext(trx, { ...link.context, storing: link.token.person_id })
  const signals = found.map(({ rule, finding }) => ({ id: world.newId<SignalId>(), rule, finding }))
  return insertAnswer(trx, {
    sealed: half.sealed,
    response: {
      workspace_id: link.workspace,
      id: submission.responseId,
      relation_id: link.token.relation_id,
      participant_id: link.token.participant_id,
      contact_id: link.check.contact_id,
      instrument_id: instrument.id,
      instrument_version: instrument.version,
      answers: JSON.stringify(submission.answers),
      open_text: submission.openText,
      drawing: submission.drawing ?? null,
      language,
      wording: wordingNow(instrument, language),
      answered_at: answeredAt,
      stored_at: now,
      device_hash: stored.device ?? null,
      entered_by: stored.enteredBy ?? null,
    },
    echoes: submission.echoes,
    signals,
    person: link.token.person_id,
    materialId: world.newId(),
    jobId: world.newId(),
    record: [
      recordFor(link, { world, action: storedAs(stored), subject: submission.responseId }),
      ...signals.map((signal) => recordFor(link, { world, action: 'signal.opened', subject: signal.id })),
      ...half.opened.map((subject) => recordFor(link, { world, action: 'mutual.opened', subject })),
    ],
  })
}

const storedAs = ({ enteredBy }: Stored) => (enteredBy === undefined ? 'response.stored' : 'response.entered')

/** Whether the answer is one half of a mutual picture, and if so whether it is shut in until the other half is there. */
async function halfOf(trx: Trx, link: OpenLink, stored: Stored): Promise<ClientHalf> {
  const { picture_id: picture } = link.check
  if (picture === null) return { sealed: false, findings: [], opened: [] }
  return takeClientHalf(trx, {
    picture,
    relation: link.token.relation_id,
    person: link.token.person_id,
    context: link.context,
    instrument: stored.instrument,
    answers: stored.submission.answers,
    now: stored.world.now(),
  })
}

/** The line in the record for what a respondent did by her link, or a colleague who has her paper did for her. */
export function recordFor(
  link: OpenLink,
  deed: { world: World; action: AuditAction; subject: string },
): AuditRecord {
  return recordOf(deed.world, {
    workspace: link.workspace,
    actor: actorText(link.context.actor),
    ...asMember(link.context),
    action: deed.action,
    subject: { kind: deed.action.split('.')[0] ?? 'response', id: deed.subject },
    relation: link.token.relation_id,
  })
}

/** Why a colleague may: she takes part. */
function asMember({ actor, roles = [] }: Context): Pick<AuditEntry, 'basis' | 'roles'> {
  if (typeof actor === 'string' || !('member' in actor)) return {}
  return { basis: 'takes-part', roles: roles as readonly Role[] }
}
