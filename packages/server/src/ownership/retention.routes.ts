import type { Role } from '@weerklank/core/access/access'
import { mayKeepFor, retentionDays, retentionKinds } from '@weerklank/core/ownership/retention'
import { type Retention, retentionEndpoints } from '@weerklank/core/ownership/retention.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { askForLook, isLookAsked } from './retention.job.ts'
import { chooseTerm, chosenTerms, lastLook, receipts } from './retention.repository.ts'

const shownAtMost = 200
const readers: readonly Role[] = ['administrator', 'privacy-officer']

/** How long what is kept: changed by an administrator, read by a privacy officer too. Numbers, never content. */
export function serveRetention(to: MemberApi, { world }: { world: World }): void {
  const subjectOf = (session: MemberSession, kind: string) => ({ kind, id: session.workspace.id })
  serveSelf(to, retentionEndpoints.retention, async (session, _input, trx) => {
    enforceReader(session)
    const subject = subjectOf(session, 'retention')
    await recordOwn(trx, world, { session, action: 'retention.read', subject })
    return load(trx, session)
  })
  serveSelf(to, retentionEndpoints.changeRetention, async (session, { body }, trx) => {
    if (!session.member.roles.includes('administrator')) throw new AppError('not-allowed')
    const { kind, days } = body
    const decision = days === null ? { allowed: true as const } : mayKeepFor(kind, days)
    if (!decision.allowed) throw new AppError('invalid-input', { fields: { days: decision.reason } })
    await chooseTerm(trx, { workspace: session.workspace.id, kind, days })
    const subject = subjectOf(session, `retention-${kind}`)
    await recordOwn(trx, world, { session, action: 'retention.changed', subject })
    return load(trx, session)
  })
  serveSelf(to, retentionEndpoints.lookAhead, async (session, _input, trx) => {
    enforceReader(session)
    await askForLook(trx, world, session.workspace.id)
    return { done: true } as const
  })
}

function enforceReader(session: MemberSession): void {
  if (!session.member.roles.some((role) => readers.includes(role))) throw new AppError('not-allowed')
}

async function load(trx: Trx, session: MemberSession): Promise<Retention> {
  const chosen = await chosenTerms(trx)
  const days = retentionDays(chosen)
  const look = await lastLook(trx)
  const gone = await receipts(trx, shownAtMost)
  return {
    terms: retentionKinds.map((kind) => ({
      kind,
      days: days[kind],
      isChosen: chosen.has(kind),
      soon: look.find((row) => row.kind === kind)?.soon ?? null,
    })),
    lookedAt: look[0]?.at ?? null,
    isLooking: await isLookAsked(trx, session.workspace.id),
    receipts: gone.map(({ at, kind, removed }) => ({ at, kind, removed })),
    mayChange: session.member.roles.includes('administrator'),
  }
}
