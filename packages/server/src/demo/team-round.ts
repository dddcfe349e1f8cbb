import type { RoundGroupId, RoundId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import type { TicketAnswer } from '@weerklank/core/team/ticket-form'
import { openSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Content } from '../feedback/instruments.ts'
import { readToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import type { TeamDeps } from '../team/team.deps.ts'
import { makeRound } from '../team/team.making.ts'
import { close } from '../team/team.rounds.ts'
import { count } from '../team/ticket.ts'
import { calendarFrom } from './calendar.ts'
import { demoId } from './identifiers.ts'
import type { Place } from './stage.ts'

const title = 'Samenwerken in De Linde'
const [asked, closed] = ['-4 mon 09.00', '-2 tue 08.30'] as const

type Marks = readonly (number | null)[]
type Group = { name: string; invited: number; answers: readonly (readonly [marks: Marks, words?: string])[] }

/** Whom was asked, and what each ticket was used for: trust, responsibility, direction, tasks, what it costs. */
const groups: readonly Group[] = [
  {
    name: 'Ambulant team',
    invited: 9,
    answers: [
      [[8, 7, 8, 5, 4], 'Wie belt wie als het misgaat? Dat weet ik niet.'],
      [[9, 8, 7, 6, 6]],
      [[7, 7, 8, 3, 5], 'Meer tijd om na te praten.'],
      [[8, 9, 9, 7, 7]],
      [[6, 5, 8, 4, 3], 'We zeggen te snel dat het goed gaat.'],
      [[9, 8, 8, 6, 8]],
      [[8, 7, 7, null, 5], 'Houd het ontbijt op maandag.'],
    ],
  },
  {
    name: 'Oudergroepen',
    invited: 8,
    answers: [
      [[9, 9, 9, 8, 7]],
      [[10, 9, 8, 8, 6], 'Twee begeleiders per groep, ook in de vakantie.'],
      [[8, 8, 9, 9, 8]],
      [[4, 6, 7, 8, 5], 'Niet iedereen durft iets te zeggen als er haast is.'],
      [[9, 8, 9, 7, 7]],
    ],
  },
  // Three of six: shown to nobody, and left out of the total.
  {
    name: 'Vrijwilligers',
    invited: 6,
    answers: [[[5, 4, 3, 2, 9], 'Wij horen alles als laatste.'], [[6, 3, 2, 3, 9]], [[4, 5, 4, 2, 8]]],
  },
]

/** One closed round, made, answered and closed through the code with which the application does it. */
export async function holdRound(
  trx: Trx,
  of: { place: Place; content: Content; now: Instant },
): Promise<void> {
  const calendar = calendarFrom(of.now, of.place.timeZone)
  const clock = { at: calendar(asked) }
  let made = 0
  const world: World = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `round ${made++}`),
  }
  const deps: TeamDeps = { world, content: of.content, publicUrl: '' }
  const { workspace, members } = of.place
  const session = await openSession(trx, { workspace, member: members.noor, now: clock.at }, 'overview')
  const id = world.newId<RoundId>()
  const tickets = await makeRound(trx, session, {
    deps,
    body: {
      ...{ id, title, k: 5, takesWords: true, days: 21, readers: [members.bram, members.farid] },
      groups: groups.map(({ name, invited }) => ({
        id: world.newId<RoundGroupId>(),
        name,
        invited,
        parts: [],
      })),
    },
  })
  for (const [at, { answers }] of groups.entries()) {
    for (const [index, answer] of answers.entries()) {
      clock.at = addMilliseconds(clock.at, 3_600_000)
      const token = tickets[at]?.urls[index]?.replace('/r/', '') ?? ''
      await useTicket(trx, { round: id, token, answer: answerOf(answer, of.content) })
    }
  }
  clock.at = calendar(closed)
  await setContext(trx, { ...session.context, rounds: [id] })
  await close(trx, world, { workspace, round: id, by: session.member })
}

function answerOf([marks, words]: Group['answers'][number], { teamCheck }: Content): TicketAnswer {
  const values = teamCheck.items.flatMap(({ id }, at) => {
    const value = marks[at] ?? null
    return value === null ? [] : [{ item: id, value }]
  })
  return { values, words: words ?? null }
}

async function useTicket(
  trx: Trx,
  of: { round: RoundId; token: string; answer: TicketAnswer },
): Promise<void> {
  const read = readToken(of.token)
  if (read === null) throw new Error('A ticket of the demo has a link')
  const { workspace, hash: token } = read
  const context = { workspace, actor: 'link', relations: [], rounds: [of.round], token } as const
  await setContext(trx, context)
  const ticket = await trx
    .selectFrom('round_ticket')
    .selectAll()
    .where('token_hash', '=', token)
    .executeTakeFirstOrThrow()
  await count(trx, { context, ticket }, of.answer)
}
