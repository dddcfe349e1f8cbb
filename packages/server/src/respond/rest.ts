import { pauseFrom } from '@weerklank/core/feedback/check-plan'
import type { ParticipantId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { respondLanguage } from '@weerklank/core/shared/language'
import type { Hono, Context as HonoContext } from 'hono'
import { type AuditRecord, writeRecords } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { findPlan, lookAtPlan, type PlanRow, restPlan } from '../feedback/plan.repository.ts'
import type { Announce } from '../http/events.ts'
import { readForm } from '../http/form-body.ts'
import type { Db, Trx } from '../schema.ts'
import { audienceOf } from './check.ts'
import { sendPage } from './respond.answer.ts'
import { restPage } from './rest.page.ts'

/** What she can choose, as it is posted, and how the record calls it. */
const choices = { pauze: 'plan.paused', stop: 'plan.stopped', weer: 'plan.resumed' } as const
type Choice = keyof typeof choices

type Deps = { db: Db; world: World; announce: Announce }

/** Whatever goes wrong in the work becomes a page that a person understands. */
type Answer = (c: HonoContext, act: () => Promise<Response>) => Promise<Response>

/** A link to a check or to a form, as far as being asked less goes. */
export type RestLink = {
  workspace: WorkspaceId
  token: { relation_id: RelationId; participant_id: ParticipantId }
  workspaceName: string
  timeZone: string
  /** What she stopped, whoever was shown a link of hers does not begin again. */
  mayBeginAgain: boolean
  /** The line that the page was opened, and one for what she chose. */
  opened: () => AuditRecord
  chosen: (action: (typeof choices)[Choice], subject: string) => AuditRecord
}

/** Links of one kind: where they stand, and how one is opened in a transaction of its own, also one that was replaced. */
export type RestLinks = {
  path: '/f' | '/v'
  open: <Result>(c: HonoContext, work: (trx: Trx, link: RestLink) => Promise<Result>) => Promise<Result>
}

/**
 * Being asked less, or not any more: by any link that she ever got, also one that is answered, over or replaced, without an
 * account and without script. Being asked again is for herself: by a letter of hers, or on the device that answered (ADR 0020).
 * Opening the page changes nothing: programs that look at links in mails press no buttons.
 */
export function serveRest(app: Hono, deps: Deps, of: RestLinks & { answer: Answer }): void {
  const { path, answer } = of
  app.get(`${path}/:token/vragen`, (c) => answer(c, () => opened(c, deps, of)))
  app.post(`${path}/:token/vragen`, (c) =>
    answer(c, async () => {
      const wanted = (await readForm(c)).find(([name]) => name === 'doe')?.[1]
      const choice = (Object.keys(choices) as Choice[]).find((one) => one === wanted)
      const link = await of.open(c, async (trx, open) => {
        const may = choice !== 'weer' || open.mayBeginAgain
        if (choice !== undefined && may) await choose(trx, open, { choice, deps })
        return open
      })
      if (choice !== undefined) {
        deps.announce({ workspace: link.workspace, relation: link.token.relation_id })
      }
      const chosen = respondLanguage(c.req.query('lang'))
      const lang = chosen === undefined ? '' : `?lang=${chosen}`
      return c.redirect(`${path}/${token(c)}/vragen${lang}`, 303)
    }),
  )
}

const token = (c: HonoContext) => c.req.param('token') ?? ''

async function opened(c: HonoContext, deps: Deps, of: RestLinks): Promise<Response> {
  const page = await of.open(c, async (trx, link) => {
    await writeRecords(trx, [link.opened()])
    const { person } = await audienceOf(trx, link)
    const language = respondLanguage(c.req.query('lang')) ?? person.language
    return restPage({
      listener: { language, address: person.address },
      workspace: link.workspaceName,
      path: `${of.path}/${token(c)}`,
      state: stateOf(await findPlan(trx, link.token.participant_id, 'read'), deps.world.now()),
      timeZone: link.timeZone,
      mayBeginAgain: link.mayBeginAgain,
    })
  })
  return sendPage(c, page)
}

/** How it stands: nothing is asked by itself, or it goes on, or she chose otherwise. */
function stateOf(plan: PlanRow | undefined, now: string) {
  if (plan === undefined) return { kind: 'none' as const }
  if (plan.stopped_at !== null) return { kind: 'stopped' as const }
  if (plan.paused_until !== null && plan.paused_until > now)
    return { kind: 'paused' as const, until: plan.paused_until }
  return plan.rhythm === 'none' ? { kind: 'none' as const } : { kind: 'going' as const }
}

async function choose(
  trx: Trx,
  link: RestLink,
  { choice, deps }: { choice: Choice; deps: Deps },
): Promise<void> {
  const { participant_id: participant, relation_id: relation } = link.token
  const plan = await findPlan(trx, participant, 'hold')
  if (plan === undefined) return
  const now = deps.world.now()
  await restPlan(trx, participant, {
    paused_until: choice === 'pauze' ? pauseFrom(now) : null,
    stopped_at: choice === 'stop' ? now : null,
  })
  if (choice === 'weer')
    await lookAtPlan(trx, deps.world, { workspace: link.workspace, relation, participant })
  await writeRecords(trx, [link.chosen(choices[choice], participant)])
}
