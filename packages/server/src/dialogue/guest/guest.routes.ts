import { type Purpose, purposes } from '@weerklank/core/consent/consent'
import { beforehandAtMost } from '@weerklank/core/dialogue/meeting.contract'
import { purposesAtTable } from '@weerklank/core/dialogue/meeting.uses'
import { AppError } from '@weerklank/core/shared/errors'
import { consentEventId } from '@weerklank/core/shared/ids'
import { text } from '@weerklank/core/shared/text-input'
import type { Hono, Context as HonoContext } from 'hono'
import { record } from '../../audit/audit.ts'
import {
  type Chooser,
  type Chosen,
  choicesFor,
  choicesOf,
  choosingPage,
  chosenBy,
  decide,
  ownPagePolicy,
  reachFamilies,
  readChoice,
  whyNotHere,
} from '../../consent/consent.ts'
import { actorText, setContext } from '../../db/context.ts'
import { Download, sendDownload } from '../../http/download.ts'
import type { Announce } from '../../http/events.ts'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { keepSaid } from '../meeting.beforehand.ts'
import { calendarName, meetingFile } from '../meeting.calendar.ts'
import type { MeetingDeps } from '../meeting.deps.ts'
import { filmingAt } from '../meeting.presenter.ts'
import * as repository from '../meeting.repository.ts'
import {
  answerGuest,
  type Guest,
  type GuestDoorDeps,
  GuestRedirect,
  guestOf,
  openingAt,
  sendGuest,
} from './guest.door.ts'
import { to } from './guest.frame.ts'
import { type GuestChoices, type GuestPage, guestPage } from './guest.page.ts'
import { guestWordsFor } from './guest.text.ts'

export type GuestDeps = GuestDoorDeps & Omit<MeetingDeps, 'formats'> & { announce: Announce }

/** Eight answers and an expectation of twenty thousand signs each, in emoji, percent-encoded. */
const formSize = { bytes: 3 * 1024 * 1024, fields: 40 }

/** A place at a table, by its link: what it is, whether one comes, what may be used, and what is asked beforehand. */
export function serveMeetingPlaces(app: Hono, deps: GuestDeps): void {
  app.get('/g/:token', (c) => answerGuest(c, deps, () => home(c, deps)))
  app.get('/g/:token/agenda.ics', (c) => answerGuest(c, deps, () => calendar(c, deps)))
  app.post('/g/:token/kom', (c) => answerGuest(c, deps, () => come(c, deps)))
  app.post('/g/:token/vooraf', (c) => answerGuest(c, deps, () => prepare(c, deps)))
  for (const child of ['', '/kind/:child']) {
    app.get(`/g/:token${child}/keuze/:purpose`, (c) => answerGuest(c, deps, () => choice(c, deps)))
    app.post(`/g/:token${child}/keuze/:purpose`, (c) => answerGuest(c, deps, () => choose(c, deps)))
  }
}

async function home(c: HonoContext, deps: GuestDeps): Promise<Response> {
  const page = await guestOf(c, deps, async (trx, guest) => {
    await note(trx, deps, { guest, action: 'meeting.place-opened' })
    if (guest.place.seen_at === null)
      await repository.updatePlace(trx, guest.place.id, { seen_at: guest.now })
    const isKept = c.req.query('bewaard') === 'ja'
    return guestPage(await load(trx, deps, { guest, told: isKept ? { kind: 'kept' } : null }))
  })
  return sendGuest(c, page)
}

async function load(
  trx: Trx,
  deps: GuestDeps,
  of: Pick<GuestPage, 'guest' | 'told' | 'typed'>,
): Promise<GuestPage> {
  const { guest } = of
  const { meeting, place, workspace, context } = guest
  const places = await repository.placesOf(trx, [meeting.id])
  const chooser = chooserOf(deps, guest, places)
  const choices: GuestChoices[] = []
  for (const chosen of await chosenBy(trx, chooser)) {
    const asked = await choicesFor(trx, chooser, { chosen, purposes: purposesAtTable })
    const below = chosen.isChild ? `/kind/${chosen.person}` : ''
    choices.push({ name: chosen.name, below, isChild: chosen.isChild, choices: asked })
  }
  const film = await choicesOf(
    trx,
    { deps, workspace, context },
    { people: people(places), purposes: ['recording-analysis'], language: guest.listener.language },
  )
  return {
    ...{ ...of, places, choices },
    filming: filmingAt(places, film),
    opening: await openingAt(trx, guest),
    texts: await repository.textsOf(trx, {
      ...{ meeting: meeting.id, kinds: ['preparation', 'expectation'], place: place.id },
    }),
  }
}

const people = (places: readonly repository.PlaceRow[]) =>
  places
    .filter((row) => row.left_at === null)
    .map((row) => ({ person: row.person_id, name: row.name, isMember: row.member_id !== null }))

function chooserOf(deps: GuestDeps, guest: Guest, places: readonly repository.PlaceRow[]): Chooser {
  const { place, workspace, context, listener } = guest
  const self = { person: place.person_id, name: place.name, isMember: false }
  return { deps, workspace, context, listener, self, others: people(places) }
}

async function calendar(c: HonoContext, deps: GuestDeps): Promise<Response> {
  const file = await guestOf(c, deps, async (_trx, { meeting }) => meetingFile({ ...deps, meeting }))
  return sendDownload(c, new Download({ name: calendarName, type: 'text/calendar', text: file }))
}

async function come(c: HonoContext, deps: GuestDeps): Promise<Response> {
  const fields = new Map(await readForm(c))
  const said = fields.get('kom')
  const page = await guestOf(c, deps, async (trx, guest) => {
    if (said !== 'yes' && said !== 'no') {
      const words = guestWordsFor(guest.listener)
      return guestPage(await load(trx, deps, { guest, told: { kind: 'wrong', text: words.chooseFirst } }))
    }
    if (guest.meeting.status !== 'planned') throw new GuestRedirect(to(guest, ''))
    await keepSaid(trx, { ...deps, ...guest }, { attends: said, answers: [], expectation: null })
    await note(trx, deps, { guest, action: 'meeting.answered' })
    return { leads: `${to(guest, '')}&bewaard=ja`, guest }
  })
  return finish(c, deps, page)
}

type Made = string | { leads: string; guest: Guest }

/** What was stored is told to open screens, and the page leads on, so that a reload does nothing again. */
async function finish(c: HonoContext, deps: GuestDeps, made: Made): Promise<Response> {
  if (typeof made === 'string') return sendGuest(c, made, { status: 422 })
  deps.announce({ workspace: made.guest.workspace.id, meeting: made.guest.meeting.id })
  return c.redirect(made.leads, 303)
}

const answerText = text(beforehandAtMost)

async function prepare(c: HonoContext, deps: GuestDeps): Promise<Response> {
  const fields = new Map(await readForm(c, formSize))
  const page = await guestOf(c, deps, async (trx, guest): Promise<Made> => {
    const words = guestWordsFor(guest.listener)
    const read = readPrepared(guest, fields)
    if (read === null) {
      const told = { kind: 'wrong' as const, text: words.tooLong }
      return guestPage(await load(trx, deps, { guest, told, typed: fields }))
    }
    const { late } = await keepSaid(trx, { ...deps, ...guest }, read)
    if (late.length > 0) {
      const told = { kind: 'wrong' as const, text: words.opened }
      return guestPage(await load(trx, deps, { guest, told, typed: fields }))
    }
    await note(trx, deps, { guest, action: 'meeting.answered' })
    return { leads: `${to(guest, '')}&bewaard=ja`, guest }
  })
  return finish(c, deps, page)
}

/** The answers to the questions that are asked; null where one is too long or cannot be read. */
function readPrepared({ meeting }: Guest, fields: ReadonlyMap<string, string>) {
  const answers = meeting.questions.flatMap(({ key }) => {
    const value = fields.get(`v-${key}`)
    return value === undefined ? [] : [{ key, text: answerText.safeParse(value) }]
  })
  const expected = fields.get('verwacht')
  const expectation = expected === undefined ? null : answerText.safeParse(expected)
  if (answers.some((one) => !one.text.success) || expectation?.success === false) return null
  return {
    attends: null,
    answers: answers.map((one) => ({ key: one.key, text: one.text.data ?? '' })),
    expectation: expectation === null ? null : (expectation.data ?? ''),
  }
}

/** Which choice is asked about whom; any other is none here. */
async function askedIn(c: HonoContext, trx: Trx, chooser: Chooser) {
  const purpose = purposes.find((one) => one === c.req.param('purpose'))
  if (purpose === undefined || !purposesAtTable.includes(purpose)) throw new AppError('not-found')
  const child = c.req.param('child')
  const all = await chosenBy(trx, chooser)
  const chosen = all.find((one) => (child === undefined ? !one.isChild : one.isChild && one.person === child))
  if (chosen === undefined) throw new AppError('not-found')
  return { purpose, chosen }
}

async function choice(c: HonoContext, deps: GuestDeps): Promise<Response> {
  const page = await guestOf(c, deps, async (trx, guest) => {
    const chooser = await openChooser(trx, deps, guest)
    const asked = await askedIn(c, trx, chooser)
    await note(trx, deps, { guest, action: 'meeting.place-opened' })
    const done = consentEventId.safeParse(c.req.query('bewaard')).data ?? null
    return choosingPage(trx, chooser, { ...asked, ...pageOf(guest), done, wrong: null })
  })
  return sendGuest(c, page, { policy: ownPagePolicy })
}

const pageOf = ({ root, workspace }: Guest) => ({ root, workspaceName: workspace.name })

async function openChooser(trx: Trx, deps: GuestDeps, guest: Guest): Promise<Chooser> {
  return chooserOf(deps, guest, await repository.placesOf(trx, [guest.meeting.id]))
}

async function choose(c: HonoContext, deps: GuestDeps): Promise<Response> {
  const fields = new Map(await readForm(c))
  const made = await guestOf(c, deps, async (trx, guest): Promise<Made> => {
    const chooser = await openChooser(trx, deps, guest)
    const asked = await askedIn(c, trx, chooser)
    const read = readChoice(chooser, { ...asked, fields })
    const wrong =
      'wrong' in read ? read.wrong : await keepChoice(trx, { deps, guest, chooser, ...asked, ...read })
    if (wrong !== null) {
      return choosingPage(trx, chooser, { ...asked, ...pageOf(guest), done: null, wrong })
    }
    const path = `${c.req.path}?lang=${guest.listener.language}&bewaard=${fields.get('id') ?? ''}`
    return { leads: path, guest }
  })
  if (typeof made === 'string') return sendGuest(c, made, { status: 422, policy: ownPagePolicy })
  return finish(c, deps, made)
}

type Keeping = {
  deps: GuestDeps
  guest: Guest
  chooser: Chooser
  chosen: Chosen
  purpose: Purpose
} & Extract<ReturnType<typeof readChoice>, { choice: unknown }>

/** Stores what was chosen; gives what is the matter when it cannot be taken. */
async function keepChoice(trx: Trx, of: Keeping): Promise<string | null> {
  const { deps, guest, chooser, chosen } = of
  const context = await reachFamilies(trx, guest.context, [guest.place.person_id, chosen.person])
  const { meeting, workspace } = guest
  const hand = { workspace, context, basis: 'own-link' as const, relation: meeting.relation_id }
  try {
    await decide(trx, { deps, hand, choice: of.choice })
    return null
  } catch (error) {
    return whyNotHere(chooser, error)
  } finally {
    await setContext(trx, guest.context)
  }
}

/** Writes down what was done from a place at a table. */
function note(
  trx: Trx,
  deps: GuestDeps,
  { guest, action }: { guest: Guest; action: 'meeting.place-opened' | 'meeting.answered' },
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
