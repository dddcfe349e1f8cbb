import type { AuditAction } from '@weerklank/core/audit/audit'
import { itemsOf } from '@weerklank/core/feedback/form'
import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import { chainsOf, onlyAsked, withValues } from '@weerklank/core/feedback/form.change'
import { layForm } from '@weerklank/core/feedback/form.enabling'
import { hasExpressions } from '@weerklank/core/feedback/form.score'
import { type InvitationStatus, invitationStatus } from '@weerklank/core/feedback/invitation'
import { AppError } from '@weerklank/core/shared/errors'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { type AuditRecord, recordOf } from '../../audit/audit.ts'
import { actorText, type Context, inContext, setContext } from '../../db/context.ts'
import type { World } from '../../deps.ts'
import type { StoredForm } from '../../feedback/form.repository.ts'
import { initialValues, scoresOf } from '../../feedback/form-scores.ts'
import type { Scorer } from '../../fhir/score.ts'
import { readToken } from '../../http/link-token.ts'
import type { Db, Trx } from '../../schema.ts'
import { fillForm, nothingFound } from './form.filled.ts'
import type { FilledForm, Found } from './form.model.ts'
import {
  type AskedForm,
  type Draft,
  type FormTokenRow,
  findAskedForm,
  findDraft,
  findFormToken,
  formAsked,
} from './form.repository.ts'

/** A link to a form, opened: the transaction's context is narrowed to what is hers. */
export type FormLink = {
  workspace: WorkspaceId
  context: Context
  /** In whose name it is written down: hers, or that of a colleague who types her paper over. */
  by: Context
  token: FormTokenRow
  asked: AskedForm
  status: InvitationStatus
  now: string
}

type Of = { db: Db; world: World; token: string; how?: 'read' | 'held'; isForLess?: boolean }

/**
 * Opens a link in a transaction of its own; throws `link-unknown` for a token that is none, and for one that a newer one came
 * in the place of, unless it is only to be asked less.
 */
export async function withFormLink<Result>(
  of: Of,
  work: (trx: Trx, link: FormLink) => Promise<Result>,
): Promise<Result> {
  const read = readToken(of.token)
  if (read === null) throw new AppError('link-unknown')
  const start: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(of.db, start, async (trx) => {
    const token = await findFormToken(trx, read.hash)
    if (token === undefined || (token.replaced_at !== null && of.isForLess !== true))
      throw new AppError('link-unknown')
    const context: Context = {
      workspace: read.workspace,
      actor: { participant: token.participant_id },
      relations: [token.relation_id],
    }
    await setContext(trx, context)
    const asked = await findAskedForm(trx, token.form_invitation_id, of.how ?? 'read')
    if (asked === undefined) throw new AppError('link-unknown')
    const now = of.world.now()
    const facts = { expiresAt: token.expires_at, revokedAt: asked.revoked_at, answeredAt: asked.answered_at }
    return work(trx, {
      workspace: read.workspace,
      context,
      by: byWhom(context, token),
      token,
      asked,
      status: invitationStatus(facts, now),
      now,
    })
  })
}

function byWhom(context: Context, { entered_by: member, participant_id }: FormTokenRow): Context {
  return member === null ? context : { ...context, actor: { member }, participants: [participant_id] }
}

/** The line in the record for what a respondent did by her link, or a colleague who has her paper did for her. */
export function formRecord(
  link: FormLink,
  deed: { world: World; action: AuditAction; subject: string },
): AuditRecord {
  return recordOf(deed.world, {
    workspace: link.workspace,
    actor: actorText(link.by.actor),
    ...(link.token.entered_by !== null && { basis: 'takes-part' as const, roles: [] }),
    action: deed.action,
    subject: { kind: deed.action.split('.')[0] ?? 'form-invitation', id: deed.subject },
    relation: link.token.relation_id,
  })
}

/** What was filled in so far; null when nothing was kept yet. */
export async function draftOf(trx: Trx, link: FormLink): Promise<{ form: StoredForm; draft: Draft | null }> {
  const [form, row] = await Promise.all([formAsked(trx, link.asked), findDraft(trx, link.asked.id)])
  const draft = row && {
    answers: row.answers,
    unread: row.unread,
    part: row.part,
    revision: row.revision,
    device: row.device_hash,
  }
  return { form, draft: draft ?? null }
}

/** With what a form begins: what it fills in beforehand itself. Never throws. */
export async function firstDraft(scorer: Scorer, form: StoredForm): Promise<Draft> {
  const chains = chainsOf(form.model)
  let answers: FormAnswers = { items: [] }
  for (const chain of chains) {
    const item = chain.at(-1)
    const isRepeated = chain.some((one) => one.kind === 'group' && one.repeats === true)
    if (item?.initial === undefined || isRepeated) continue
    answers = withValues(answers, { chain, times: [] }, item.initial)
  }
  if (Array.from(itemsOf(form.model.items)).some((item) => item.initialExpression !== undefined)) {
    const found = new Map(
      (await soon(initialValues(scorer, form, answers), [])).map(({ linkId, value }) => [linkId, value]),
    )
    for (const chain of chains) {
      const item = chain.at(-1)
      const value = item?.initialExpression === undefined ? undefined : found.get(item.linkId)
      if (value !== undefined) answers = withValues(answers, { chain, times: [] }, [value])
    }
  }
  return { answers, unread: {}, part: 0, revision: 0, device: null }
}

/** The form as it is filled in, with what only expressions can tell. Outside any transaction: it may take seconds. */
export async function filledOf(scorer: Scorer, form: StoredForm, draft: Draft): Promise<FilledForm> {
  // What is not asked any more computes nothing and breaks no rule.
  const asked = onlyAsked(layForm(form.model, draft.answers))
  const found = await findingsOf(scorer, form, asked)
  return fillForm(form.model, { ...draft, found })
}

export async function findingsOf(
  scorer: Scorer,
  form: StoredForm,
  answers: FormAnswers,
): Promise<Found & { scores: Awaited<ReturnType<typeof scoresOf>>['scores'] }> {
  const { model } = form
  const isPlain = !hasExpressions(itemsOf(model.items)) && model.constraints === undefined
  if (isPlain && model.scoring === undefined) return { ...nothingFound, scores: null }
  const { scores, enabled, broken } = await soon(scoresOf(scorer, form, answers), {
    scores: null,
    enabled: new Map(),
    broken: [],
  })
  const values = scores?.values ?? []
  return { computed: new Map(values.map(({ linkId, value }) => [linkId, value])), enabled, broken, scores }
}

/** Nobody waits longer than this for what a form computes: she goes on without. */
const waitMs = 6_000

async function soon<Value>(work: Promise<Value>, late: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(late), waitMs)
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}
