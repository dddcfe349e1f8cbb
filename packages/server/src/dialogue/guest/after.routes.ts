import type { AuditAction } from '@weerklank/core/audit/audit'
import { afterLimits, witnessQuestions } from '@weerklank/core/dialogue/after'
import type { AfterContent } from '@weerklank/core/dialogue/after.content'
import { letterChoices, worthAnswers } from '@weerklank/core/dialogue/after-words'
import { AppError } from '@weerklank/core/shared/errors'
import { meetingQuoteId } from '@weerklank/core/shared/ids'
import { text } from '@weerklank/core/shared/text-input'
import type { Hono, Context as HonoContext } from 'hono'
import { z } from 'zod'
import { record } from '../../audit/audit.ts'
import { actorText, type Context, setContext } from '../../db/context.ts'
import type { Announce } from '../../http/events.ts'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { agreementsNow } from '../after.collaboration.ts'
import {
  type AtPlace,
  decideQuote,
  keepReflection,
  sayOfMinutes,
  type Written,
  withdrawReflection,
} from '../after.deeds.ts'
import { partsOf } from '../after.presenter.ts'
import { expectationsOf, isChangeable, stateOf, windowOf } from '../after.read.ts'
import * as after from '../after.repository.ts'
import { placesOf } from '../meeting.repository.ts'
import { type AfterPage, afterPage } from './after.page.ts'
import { type AfterWords, afterWordsFor } from './after.text.ts'
import { answerGuest, type Guest, type GuestDoorDeps, guestOf, sendGuest } from './guest.door.ts'
import { to } from './guest.frame.ts'

export type GuestAfterDeps = GuestDoorDeps & { announce: Announce; afterContent: AfterContent }

/** Five answers of five thousand signs in emoji of four code points, percent-encoded. */
const formSize = { bytes: 2 * 1024 * 1024, fields: 40 }

/** After a meeting, by the link to one's place: without an account and without a script. */
export function serveGuestAfter(app: Hono, deps: GuestAfterDeps): void {
  app.get('/g/:token/na', (c) => answerGuest(c, deps, () => shown(c, deps)))
  const deeds: readonly (readonly [string, Deed])[] = [
    ['', write],
    ['/terug', takeBack],
    ['/woorden/:quote', decide],
    ['/verslag', sayMinutes],
    ['/mail', keepMail],
  ]
  for (const [below, deed] of deeds) {
    app.post(`/g/:token/na${below}`, (c) => answerGuest(c, deps, () => done(c, deps, deed)))
  }
}

type Doing = {
  trx: Trx
  guest: Guest
  at: AtPlace
  fields: ReadonlyMap<string, string>
  words: AfterWords
  c: HonoContext
}

/** Does what was posted; gives what goes in the record, or what is the matter. */
type Deed = (of: Doing) => Promise<AuditAction | { wrong: string }>

async function shown(c: HonoContext, deps: GuestAfterDeps): Promise<Response> {
  const page = await guestOf(c, deps, async (trx, guest) => {
    await note(trx, deps, { guest, action: 'meeting.after-read' })
    const isKept = c.req.query('bewaard') === 'ja'
    return afterPage(await load(trx, deps, { guest, told: isKept ? { kind: 'kept' } : null }))
  })
  return sendGuest(c, page)
}

async function done(c: HonoContext, deps: GuestAfterDeps, deed: Deed): Promise<Response> {
  const fields = new Map(await readForm(c, formSize))
  const made = await guestOf(c, deps, async (trx, guest) => {
    const { workspace, context, meeting, place } = guest
    const at: AtPlace = { workspace, context, meeting, place, world: deps.world }
    const words = afterWordsFor(guest.listener)
    const outcome = await deed({ trx, guest, at, fields, words, c }).catch((error: unknown) =>
      wrongOf(error, words),
    )
    if (typeof outcome === 'string') {
      await note(trx, deps, { guest, action: outcome })
      return { guest, page: null }
    }
    const told = { kind: 'wrong' as const, text: outcome.wrong }
    return { guest, page: afterPage(await load(trx, deps, { guest, told, typed: fields })) }
  })
  if (made.page !== null) return sendGuest(c, made.page, { status: 422 })
  const { guest } = made
  deps.announce({ workspace: guest.workspace.id, meeting: guest.meeting.id })
  return c.redirect(`${to(guest, '/na')}&bewaard=ja`, 303)
}

/** What happened meanwhile is told on the page itself, with what was typed; anything else goes its usual way. */
function wrongOf(error: unknown, words: AfterWords): { wrong: string } {
  if (error instanceof AppError && error.code === 'conflict') return { wrong: words.conflict }
  if (error instanceof AppError && error.code === 'invalid-input') return { wrong: words.tooLong }
  throw error
}

const answer = text(afterLimits.answerSigns)

async function write({ trx, at, fields, words }: Doing): ReturnType<Deed> {
  const said = witnessQuestions.map((key) => [key, answer.safeParse(fields.get(`a-${key}`) ?? '')] as const)
  const outcome = answer.safeParse(fields.get('uitkomst') ?? '')
  if (!outcome.success || said.some(([, one]) => !one.success)) return { wrong: words.tooLong }
  const written: Written = {
    answers: Object.fromEntries(said.map(([key, one]) => [key, one.data ?? ''])),
    outcome: outcome.data,
    letter: letterChoices.find((one) => one === fields.get('brief')) ?? 'no',
    worth: worthAnswers.find((one) => one === fields.get('waard')),
  }
  await keepReflection(trx, at, written)
  return 'meeting.reflection-written'
}

async function takeBack({ trx, at }: Doing): ReturnType<Deed> {
  await withdrawReflection(trx, at)
  return 'meeting.reflection-withdrawn'
}

async function decide({ trx, at, fields, words, c }: Doing): ReturnType<Deed> {
  const id = meetingQuoteId.safeParse(c.req.param('quote'))
  if (!id.success) throw new AppError('not-found')
  const decision = (['yes', 'changed', 'no', 'withdraw'] as const).find((one) => one === fields.get('kies'))
  const own = text(2000).safeParse(fields.get('woorden') ?? '')
  if (decision === undefined || !own.success) return { wrong: words.quotes }
  if (decision === 'changed' && own.data === '') return { wrong: words.quoteOwn }
  return decideQuote(trx, at, { id: id.data, decision, words: own.data })
}

async function sayMinutes({ trx, at, fields, words }: Doing): ReturnType<Deed> {
  const says = (['yes', 'change'] as const).find((one) => one === fields.get('klopt'))
  const said = text(1000).safeParse(fields.get('anders') ?? '')
  const version = Number(fields.get('versie'))
  if (says === undefined || !said.success || !Number.isInteger(version)) return { wrong: words.minutesAsk }
  if (says === 'change' && said.data === '') return { wrong: words.minutesWhat }
  await sayOfMinutes(trx, at, { version, says, words: said.data })
  return 'meeting.minutes-said'
}

/** Where she wants the questions; nothing clears it. Kept for this meeting alone. */
async function keepMail({ trx, guest, fields, words }: Doing): ReturnType<Deed> {
  const email = (fields.get('mail') ?? '').trim()
  if (email !== '' && !z.email().max(254).safeParse(email).success) return { wrong: words.mailWrong }
  await after.keepAddress(trx, guest.place, email)
  return 'meeting.answered'
}

async function load(
  trx: Trx,
  deps: GuestAfterDeps,
  of: Pick<AfterPage, 'guest' | 'told' | 'typed'>,
): Promise<AfterPage> {
  const { guest } = of
  const { meeting, place, workspace, now } = guest
  const wrap = await after.findWrap(trx, meeting.id)
  const window = windowOf(meeting, wrap, workspace.timeZone)
  const own = (await after.reflectionsOf(trx, [meeting.id])).find((row) => row.place_id === place.id)
  const minutes = await after.minutesOf(trx, meeting.id)
  return {
    ...{ ...of, content: deps.afterContent, window, own, state: stateOf(window, own, now) },
    mayChange: window !== null && isChangeable(window, now),
    expected: (await expectationsOf(trx, meeting.id)).get(place.id) ?? '',
    quotes: (await after.quotesOf(trx, [meeting.id])).filter((row) => row.place_id === place.id),
    minutes: minutes[0],
    agreements: await agreementsNow(trx, guest.context, [meeting]),
    places: await placesOf(trx, [meeting.id]),
    letter: await letterFor(trx, guest, wrap),
  }
}

/** For a host, once it was sent; put together from what people let through at this moment. */
async function letterFor(
  trx: Trx,
  guest: Guest,
  wrap: after.WrapRow | undefined,
): Promise<AfterPage['letter']> {
  const { meeting, place, context } = guest
  if (place.role !== 'host' || !wrap?.letter_sent_at) return null
  const program: Context = {
    workspace: context.workspace,
    actor: 'system',
    relations: [],
    meetings: [meeting.id],
  }
  await setContext(trx, program)
  const rows = await after.reflectionsOf(trx, [meeting.id])
  const parts = partsOf(rows, await placesOf(trx, [meeting.id]))
  await setContext(trx, context)
  return { opening: wrap.letter_opening, parts }
}

/** Writes down what was done from a place at a table. */
function note(
  trx: Trx,
  deps: GuestAfterDeps,
  { guest, action }: { guest: Guest; action: AuditAction },
): Promise<void> {
  const { meeting, place, workspace, context } = guest
  return record(trx, deps.world, {
    ...{ workspace: workspace.id, actor: actorText(context.actor), action, basis: 'own-link' },
    ...{
      subject: { kind: 'meeting', id: meeting.id },
      relation: meeting.relation_id,
      person: place.person_id,
    },
  })
}
