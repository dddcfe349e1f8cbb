import { pauseFrom } from '@weerklank/core/feedback/check-plan'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import { fill } from '@weerklank/core/shared/spoken'
import { weekdayDate } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { sql } from 'kysely'
import { readForm } from '../http/form-body.ts'
import { html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { peopleIn } from './own-data.repository.ts'
import { recordOn } from './own-page.deeds.ts'
import {
  answer,
  frameOf,
  type OwnPageDeps,
  opened,
  ownRoots,
  Redirect,
  rootOf,
  sendOwn,
} from './own-page.door.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { ownPlanWords } from './own-page.plan.text.ts'
import type { OwnPage } from './own-page.ts'

const choices = { pauze: 'plan.paused', stop: 'plan.stopped', weer: 'plan.resumed' } as const
type Choice = keyof typeof choices

/** How often she is asked by itself, for each collaboration, with a button to pause, to stop and to begin again. */
export function serveOwnPlans(app: Hono, deps: OwnPageDeps): void {
  for (const root of ownRoots) {
    app.get(`${root}/vragen`, (c) =>
      answer(c, deps, async () => sendOwn(c, await opened(c, deps, (trx, page) => show(trx, page, c)))),
    )
    app.post(`${root}/vragen`, (c) => answer(c, deps, () => post(c, deps)))
  }
}

type Plan = Awaited<ReturnType<typeof plansOf>>[number]

async function plansOf(trx: Trx, page: OwnPage) {
  const places = page.places.map((place) => place.id)
  if (places.length === 0) return []
  return trx
    .selectFrom('check_plan')
    .select(['participant_id', 'relation_id', 'rhythm', 'paused_until', 'stopped_at'])
    .where('participant_id', 'in', places)
    .where('rhythm', '!=', 'none')
    .execute()
}

async function show(trx: Trx, page: OwnPage, c: HonoContext): Promise<string> {
  await recordOn(trx, page, { action: 'own-page.opened' })
  const plans = await plansOf(trx, page)
  const people = await peopleIn(
    trx,
    plans.map((plan) => plan.relation_id),
  )
  const shown = plans.map((plan) => {
    const others = people.filter((one) => one.relation_id === plan.relation_id && one.member_id !== null)
    return { plan, with: others.map((one) => one.name).join(', ') }
  })
  return plansPage(frameOf(c, page), shown, page)
}

async function post(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const fields = new Map(await readForm(c))
  const choice = (Object.keys(choices) as Choice[]).find((one) => one === fields.get('doe'))
  const done = await opened(c, deps, async (trx, page) => {
    const plan = (await plansOf(trx, page)).find((one) => one.participant_id === fields.get('wie'))
    if (plan !== undefined && choice !== undefined) await choose(trx, page, { plan, choice })
    throw new Redirect(`${rootOf(c)}/vragen?lang=${page.listener.language}`, plan ? [plan.relation_id] : [])
  })
  return sendOwn(c, done)
}

async function choose(trx: Trx, page: OwnPage, of: { plan: Plan; choice: Choice }): Promise<void> {
  const { plan, choice } = of
  const id: ParticipantId = plan.participant_id
  await trx
    .updateTable('check_plan')
    .set({
      paused_until: choice === 'pauze' ? pauseFrom(page.now) : null,
      stopped_at: choice === 'stop' ? page.now : null,
    })
    .where('participant_id', '=', id)
    .execute()
  // The look that a stop had ended begins again; one that waits looks now.
  const payload = JSON.stringify({
    ...{ workspace: page.workspace.id, relation: plan.relation_id, participant: id },
  })
  if (choice === 'weer') {
    await sql`
      insert into job (id, kind, dedupe_key, payload, run_at)
      values (${page.deps.world.newId()}, 'check-plan', ${`check-plan ${id}`}, ${payload}, ${page.now})
      on conflict (dedupe_key) do update set run_at = least(job.run_at, excluded.run_at)`.execute(trx)
  }
  await recordOn(trx, page, { action: choices[choice], subject: { kind: 'plan', id } })
}

function plansPage(frame: OwnFrame, plans: readonly { plan: Plan; with: string }[], page: OwnPage): string {
  const words = ownPlanWords(frame.listener)
  return ownDocument(frame, {
    title: words.title,
    below: '/vragen',
    main: html`<h1>${words.title}</h1><p>${plans.length === 0 ? words.none : words.free}</p>
      ${plans.map((one) => planSection(frame, one, page))}`,
  })
}

function planSection(frame: OwnFrame, one: { plan: Plan; with: string }, page: OwnPage) {
  const words = ownPlanWords(frame.listener)
  const { paused_until: until, stopped_at } = one.plan
  const isPaused = until !== null && until > page.now
  const state = stopped_at !== null ? 'stopped' : isPaused ? 'paused' : 'going'
  const day = isPaused ? weekdayDate(until, frame.listener.language, page.workspace.timeZone) : ''
  const button = (choice: Choice, text: string) => html`<button name="doe" value="${choice}">${text}</button>`
  const first = state === 'going' ? button('pauze', words.pause) : button('weer', words.again)
  return html`<section><h2>${fill(words.with, { names: one.with })}</h2>
    <p>${fill(words[state], { day })}</p>
    <form method="post" action="${to(frame, '/vragen')}"><input type="hidden" name="wie" value="${one.plan.participant_id}">
    <p class="two">${first}${state === 'stopped' ? null : button('stop', words.stop)}</p></form></section>`
}
