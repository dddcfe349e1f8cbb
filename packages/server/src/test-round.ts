/** Anonymous rounds through the front door: made by a member, answered by whoever holds a ticket. */
import type { RoundGroupId, RoundId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import type { RoundForm } from '@weerklank/core/team/round'
import { type MadeRound, teamEndpoints } from '@weerklank/core/team/team.contract'
import { itemField, viewField } from '@weerklank/core/team/ticket-form'
import { byLink } from './test-link.ts'
import { asMember, type Person } from './test-member.ts'
import type { Running } from './test-running.ts'

export const items = ['trust', 'responsibility', 'direction', 'tasks', 'cost'] as const

type Parts = {
  title?: string
  invited?: Readonly<Record<string, number>>
  readers?: readonly Person[]
  takesWords?: boolean
  k?: number
  form?: RoundForm
  instrument?: string
  follows?: RoundId | null
}

/** The body with which a round of two groups is made. */
export function roundBody(app: Running, parts: Parts = {}) {
  const {
    title = 'Team Noord',
    invited = { Noord: 6, Zuid: 6 },
    readers = [],
    takesWords = true,
    k = 5,
    form = 'check',
    instrument = 'team-check',
    follows = null,
  } = parts
  const groups = Object.entries(invited).map(([name, count]) => ({
    ...{ id: app.world.newId<RoundGroupId>(), name, invited: count, parts: [] },
  }))
  return {
    ...{ id: app.world.newId<RoundId>(), title, k, takesWords, days: 14 },
    ...{ form, instrument, circle: null, follows },
    // Whatever day it is: after the last on which can be answered.
    talk: { on: addDays(app.world.now(), 20).slice(0, 10) },
    readers: readers.map(({ member }) => member),
    groups: groups.map((group, at) => ({
      ...group,
      // In a swap each guesses the next one.
      about: form === 'swap' ? (groups[(at + 1) % groups.length]?.id ?? null) : null,
    })),
  }
}

export type BuiltRound = MadeRound & { by: Person; id: RoundId }

/** A round that is open, with its tickets. */
export async function buildRound(app: Running, by: Person, parts: Parts = {}): Promise<BuiltRound> {
  const made = await asMember(app, by).call(teamEndpoints.makeRound, { body: roundBody(app, parts) })
  return { ...made, by, id: made.round.id }
}

export type Ticket = ReturnType<typeof byLink>

/** The tickets of a group, in the order of the sheet. */
export function ticketsOf(app: Pick<Running, 'hono'>, round: BuiltRound, group = ''): Ticket[] {
  const sheet = round.tickets.find((one) => group === '' || one.group === group)
  if (sheet === undefined) throw new Error(`No tickets for ${group}`)
  return sheet.urls.map((url) => byLink(app, url))
}

/** The first ticket of a group, or of the first group. */
export function ticketOf(app: Pick<Running, 'hono'>, round: BuiltRound, group = ''): Ticket {
  const [ticket] = ticketsOf(app, round, group)
  if (ticket === undefined) throw new Error(`No ticket for ${group}`)
  return ticket
}

/** A filled-in form: one mark for every question, or one each; null stays empty. */
export function marks(values: number | readonly (number | null)[], words = ''): Record<string, string> {
  const each = typeof values === 'number' ? items.map(() => values) : values
  const given = items.map((item, at) => [itemField(item), each[at] == null ? '' : String(each[at])])
  return { ...Object.fromEntries(given), lang: 'nl', ...(words !== '' && { open: words, words: 'yes' }) }
}

export async function closeRound(app: Running, { id, by }: Pick<BuiltRound, 'id' | 'by'>): Promise<void> {
  await asMember(app, by).call(teamEndpoints.closeRound, { params: { round: id }, body: { closed: true } })
}

/** For a story: a round that is open, in which groups guess about each other, with one answer in it, and one that was closed with enough of them. */
export async function buildRounds(
  app: Running,
  by: Person,
): Promise<{ openRound: RoundId; closedRound: RoundId }> {
  const open = await buildRound(app, by, { form: 'swap' })
  await ticketOf(app, open).post({ ...marks(7, 'Meer tijd samen.'), [viewField(0, 'trust')]: '5' })
  const closed = await buildRound(app, by, { title: 'Team Zuid' })
  for (const group of ['Noord', 'Zuid'])
    for (const ticket of ticketsOf(app, closed, group)) await ticket.post(marks(6, 'Minder haast.'))
  await closeRound(app, closed)
  return { openRound: open.id, closedRound: closed.id }
}
