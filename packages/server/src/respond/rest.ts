import { pauseFrom } from '@weerklank/core/feedback/check-plan'
import { respondLanguage } from '@weerklank/core/shared/language'
import type { Hono, Context as HonoContext } from 'hono'
import { writeRecords } from '../audit/audit.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { findPlan, lookAtPlan, type PlanRow, restPlan } from '../feedback/plan.repository.ts'
import type { Announce } from '../http/events.ts'
import { readForm } from '../http/form-body.ts'
import type { Db, Trx } from '../schema.ts'
import { audienceOf, type OpenLink, withLink } from './check.ts'
import { type DeviceDeps, deviceOf } from './device.ts'
import { sendPage } from './respond.answer.ts'
import { restPage } from './rest.page.ts'
import { recordFor } from './store.ts'

/** What she can choose, as it is posted, and how the record calls it. */
const choices = { pauze: 'plan.paused', stop: 'plan.stopped', weer: 'plan.resumed' } as const
type Choice = keyof typeof choices

type Deps = FeedbackDeps & DeviceDeps & { db: Db; announce: Announce }

/** Whatever goes wrong in the work becomes a page that a person understands. */
type Answer = (c: HonoContext, act: () => Promise<Response>) => Promise<Response>

/**
 * Being asked less, or not any more: by any link that she ever got, also one that is answered, over or replaced, without an
 * account and without script. Being asked again is for herself: by a letter of hers, or on the device that answered (ADR 0020).
 * Opening the page changes nothing: programs that look at links in mails press no buttons.
 */
export function serveRest(app: Hono, deps: Deps, answer: Answer): void {
  app.get('/f/:token/vragen', (c) =>
    answer(c, () =>
      opened(c, deps, async (trx, link) => {
        await writeRecords(trx, [
          recordFor(link, { world: deps.world, action: 'check.opened', subject: link.check.id }),
        ])
      }),
    ),
  )
  app.post('/f/:token/vragen', (c) =>
    answer(c, async () => {
      const wanted = (await readForm(c)).find(([name]) => name === 'doe')?.[1]
      const choice = (Object.keys(choices) as Choice[]).find((one) => one === wanted)
      const of = { db: deps.db, deps, token: token(c), isForLess: true }
      const link = await withLink(of, async (trx, open) => {
        const may = choice !== 'weer' || mayBeginAgain(c, deps, open)
        if (choice !== undefined && may) await choose(trx, open, { choice, deps })
        return open
      })
      if (choice !== undefined) {
        deps.announce({ workspace: link.workspace, relation: link.token.relation_id })
      }
      const chosen = respondLanguage(c.req.query('lang'))
      const lang = chosen === undefined ? '' : `?lang=${chosen}`
      return c.redirect(`/f/${token(c)}/vragen${lang}`, 303)
    }),
  )
}

const token = (c: HonoContext) => c.req.param('token') ?? ''

/** What she stopped, whoever was shown a link of hers does not begin again. */
function mayBeginAgain(c: HonoContext, deps: Deps, { token, check }: OpenLink): boolean {
  return token.by_letter || deviceOf(c, deps, { ...check, now: deps.world.now() }) === 'hers'
}

async function opened(
  c: HonoContext,
  deps: Deps,
  before: (trx: Trx, link: OpenLink) => Promise<void>,
): Promise<Response> {
  const of = { db: deps.db, deps, token: token(c), isForLess: true }
  const page = await withLink(of, async (trx, link) => {
    await before(trx, link)
    const { person } = await audienceOf(trx, link)
    const language = respondLanguage(c.req.query('lang')) ?? person.language
    return restPage({
      listener: { language, address: person.address },
      workspace: link.check.workspace_name,
      path: `/f/${token(c)}`,
      state: stateOf(await findPlan(trx, link.token.participant_id, 'read'), deps.world.now()),
      timeZone: link.check.time_zone,
      mayBeginAgain: mayBeginAgain(c, deps, link),
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
  link: OpenLink,
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
  await writeRecords(trx, [
    recordFor(link, { world: deps.world, action: choices[choice], subject: participant }),
  ])
}
