import type { RoundGroupId, RoundId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Instant, localDay } from '@weerklank/core/shared/time'
import type { RoundForm } from '@weerklank/core/team/round'
import type { TicketAnswer } from '@weerklank/core/team/ticket-form'
import { openSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Content } from '../feedback/instruments.ts'
import { readToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import { askedInstrument, type TeamDeps } from '../team/team.deps.ts'
import { makeRound } from '../team/team.making.ts'
import { groupsOf } from '../team/team.repository.ts'
import { close } from '../team/team.rounds.ts'
import { count } from '../team/ticket.ts'
import { calendarFrom, type When } from './calendar.ts'
import { demoId } from './identifiers.ts'
import type { Place } from './stage.ts'

type Marks = readonly (number | null)[]
/** What one ticket was used for. `about`: a mark for each question about each other group, those in the order of their names. */
type Given = { own?: Marks; about?: readonly Marks[]; words?: string }
type Group = { name: string; invited: number; answers: readonly Given[] }
type DemoRound = {
  title: string
  form: RoundForm
  instrument: string
  takesWords: boolean
  days: number
  asked: When
  closed: When
  talked: When
  groups: readonly Group[]
}

/** Trust, responsibility, direction, tasks, what it costs. */
const check: DemoRound = {
  ...{ title: 'Samenwerken in De Linde', form: 'check', instrument: 'team-check', takesWords: true },
  ...{ days: 21, asked: '-4 mon 09.00', closed: '-2 tue 08.30', talked: 'next thu 16.00' },
  groups: [
    {
      name: 'Ambulant team',
      invited: 8,
      answers: [
        { own: [8, 7, 8, 5, 4], words: 'Wie belt wie als het misgaat? Dat weet ik niet.' },
        { own: [9, 8, 7, 6, 6] },
        { own: [7, 7, 8, 3, 5], words: 'Meer tijd om na te praten.' },
        { own: [8, 9, 9, 7, 7] },
        { own: [6, 5, 8, 4, 3], words: 'We zeggen te snel dat het goed gaat.' },
        { own: [9, 8, 8, 6, 8] },
        { own: [8, 7, 7, null, 5], words: 'Houd het ontbijt op maandag.' },
      ],
    },
    {
      name: 'Oudergroepen',
      invited: 6,
      answers: [
        { own: [9, 9, 9, 8, 7] },
        { own: [10, 9, 8, 8, 6], words: 'Twee begeleiders per groep, ook in de vakantie.' },
        { own: [8, 8, 9, 9, 8] },
        { own: [4, 6, 7, 8, 5], words: 'Niet iedereen durft iets te zeggen als er haast is.' },
        { own: [9, 8, 9, 7, 7] },
      ],
    },
    // Three of six: shown to nobody, and left out of the total.
    {
      name: 'Vrijwilligers',
      invited: 6,
      answers: [
        { own: [5, 4, 3, 2, 9], words: 'Wij horen alles als laatste.' },
        { own: [6, 3, 2, 3, 9] },
        { own: [4, 5, 4, 2, 8] },
      ],
    },
  ],
}

/** Within reach, listening, knowing our work, what it costs: about each other group. The volunteers did not answer. */
const between: DemoRound = {
  ...{ title: 'Tussen onze beroepen', form: 'between', instrument: 'between-check', takesWords: false },
  ...{ days: 14, asked: '-3 wed 10.00', closed: '-1 wed 09.00', talked: 'next thu 16.00' },
  groups: [
    {
      name: 'Begeleiders',
      invited: 6,
      answers: [
        {
          about: [
            [4, 5, 6, 4],
            [8, 8, 7, 8],
          ],
        },
        {
          about: [
            [3, 5, 5, 5],
            [7, 8, 8, 7],
          ],
        },
        {
          about: [
            [5, 4, 6, 4],
            [8, 7, 7, 8],
          ],
        },
        {
          about: [
            [4, 6, 7, 3],
            [9, 8, 6, 8],
          ],
        },
        {
          about: [
            [2, 5, 5, 4],
            [7, 7, 7, 9],
          ],
        },
      ],
    },
    {
      name: 'Gedragswetenschappers',
      invited: 6,
      answers: [
        {
          about: [
            [7, 8, 7, 7],
            [6, 6, 5, 7],
          ],
        },
        {
          about: [
            [8, 7, 8, 6],
            [5, 6, 5, 6],
          ],
        },
        {
          about: [
            [7, 7, 6, 8],
            [6, 5, 4, 7],
          ],
        },
        {
          about: [
            [8, 9, 7, 7],
            [7, 6, 6, 6],
          ],
        },
        {
          about: [
            [6, 8, 8, 7],
            [5, 7, 5, 8],
          ],
        },
        {
          about: [
            [7, 7, 7, 6],
            [6, 6, 5, 7],
          ],
        },
      ],
    },
    { name: 'Vrijwilligers', invited: 6, answers: [] },
  ],
}

type Of = { place: Place; content: Content; now: Instant }

/** Closed rounds: how it goes, and how it goes between the professions. */
export async function holdRounds(trx: Trx, of: Of): Promise<void> {
  await holdRound(trx, check, of)
  await holdRound(trx, between, of)
}

/** Makes, answers and closes a round through the code with which the application does it. */
async function holdRound(trx: Trx, round: DemoRound, of: Of): Promise<void> {
  const calendar = calendarFrom(of.now, of.place.timeZone)
  const clock = { at: calendar(round.asked) }
  let made = 0
  const world: World = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `round ${round.form} ${made++}`),
  }
  const deps: TeamDeps = { world, content: of.content, publicUrl: '' }
  const { workspace, members } = of.place
  const session = await openSession(trx, { workspace, member: members.noor, now: clock.at }, 'overview')
  const id = world.newId<RoundId>()
  const tickets = await makeRound(trx, session, {
    deps,
    body: {
      ...{ id, title: round.title, k: 5, takesWords: round.takesWords, days: round.days },
      ...{ form: round.form, instrument: round.instrument, circle: null, follows: null },
      readers: [members.bram, members.farid],
      talk: { on: localDay(calendar(round.talked), of.place.timeZone) },
      groups: round.groups.map(({ name, invited }) => ({
        id: world.newId<RoundGroupId>(),
        name,
        invited,
        parts: [],
        about: null,
      })),
    },
  })
  const asked = await groupsOf(trx, id)
  for (const [at, { name, answers }] of round.groups.entries()) {
    const others = asked.filter((one) => one.parent_id !== null && one.name !== name)
    for (const [index, answer] of answers.entries()) {
      clock.at = addMilliseconds(clock.at, 3_600_000)
      const token = tickets[at]?.urls[index]?.replace('/r/', '') ?? ''
      const read = answerOf(answer, { ...of, round, others: others.map(({ id }) => id) })
      await useTicket(trx, { round: id, token, answer: read })
    }
  }
  clock.at = calendar(round.closed)
  await setContext(trx, { ...session.context, rounds: [id] })
  await close(trx, world, { workspace, round: id, by: session.member })
}

function answerOf(
  { own = [], about = [], words }: Given,
  of: { content: Content; round: DemoRound; others: readonly string[] },
): TicketAnswer {
  const items = askedInstrument(of, { id: of.round.instrument, form: of.round.form })?.items ?? []
  const marked = (marks: Marks) =>
    items.flatMap(({ id }, at) => {
      const value = marks[at] ?? null
      return value === null ? [] : [{ item: id, value }]
    })
  const views = about.flatMap((marks, at) =>
    marked(marks).map((one) => ({ ...one, about: of.others[at] ?? '' })),
  )
  return { values: marked(own), views, words: words ?? null }
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
