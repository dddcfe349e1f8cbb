import type { RoundId, TrajectoryEventId, TrajectoryQuoteId } from '@weerklank/core/shared/ids'
import { addDays, dayBounds, localDay } from '@weerklank/core/shared/time'
import { type MemberSession, openSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { hashOf } from '../http/link-token.ts'
import { learnerContext } from '../learning/own/own.door.ts'
import { askQuote, quotesIn } from '../learning/report.quotes.ts'
import { changeQuote } from '../learning/report.repository.ts'
import { closeSurvey, countSurvey, insertSurvey } from '../learning/survey.repository.ts'
import { asRounds } from '../learning/survey.ts'
import { eventsOf } from '../learning/trajectory.repository.ts'
import { demoId } from './identifiers.ts'
import { asLead, learnerCalled, type TrajectoryTelling } from './trajectory.telling.ts'
import { lectureAnswers, trajectoryQuotes } from './trajectory.words.ts'

/** Nine people answer after the lecture, without a name: nothing joins an answer to anybody. */
export async function askAfterLecture(told: TrajectoryTelling): Promise<void> {
  const { trx, place, trajectory, clock, session } = told
  await asLead(told)
  const [lecture] = await eventsOf(trx, [trajectory])
  if (lecture === undefined) throw new Error('The trajectory of the demo begins with a lecture')
  const event = lecture.id
  // Nobody comes by this link any more: it was closed long ago. So it may be the same at each fill.
  const token = hashOf(`demo lecture ${demoId(clock.at, 'lecture')}`).slice(0, 43)
  await insertSurvey(trx, {
    ...{ workspace_id: place.workspace, event_id: event, trajectory_id: trajectory, token },
    ...{ token_hash: hashOf(token), opened_by: session.member.id, opened_at: clock.at, closed_at: null },
    closes_at: dayBounds(localDay(addDays(clock.at, 7), place.timeZone), place.timeZone).to,
  })
  const rounds: readonly RoundId[] = asRounds([event])
  await setContext(trx, { workspace: place.workspace, actor: 'link', relations: [], rounds })
  for (const [index, answer] of lectureAnswers.entries()) {
    const { choice, take, needed, missed } = answer
    const words = Object.entries({ 'take-along': take, needed, missed }).filter(([, said]) => said !== '')
    await countSurvey(trx, {
      ...{ survey: { event_id: event, trajectory_id: trajectory }, slip: hashOf(`demo slip ${index}`) },
      answer: { choices: { 'working-together': choice }, words: Object.fromEntries(words) },
    })
  }
  await closeLecture(told, event)
}

async function closeLecture(told: TrajectoryTelling, event: TrajectoryEventId): Promise<void> {
  const { trx, session, clock } = told
  clock.at = addDays(clock.at, 8)
  await setContext(trx, { ...session.context, rounds: asRounds([event]) })
  await closeSurvey(trx, event, clock.at)
}

/** The researcher asks for words; their speakers say yes on their own pages, or have not answered yet. */
export async function askForQuotes(told: TrajectoryTelling): Promise<void> {
  const { trx, place, trajectory, clock, deps } = told
  const at = { workspace: place.workspace, member: place.members.ravi, now: clock.at }
  const reader: MemberSession = await openSession(trx, at, { trajectory, as: 'monitor' })
  const { answer: known } = await quotesIn(trx, reader, trajectory)
  for (const { key, words, decision } of trajectoryQuotes) {
    const learner = learnerCalled(told, key)
    const from = known.words.find((one) => one.words === words)
    if (from === undefined) throw new Error(`Nobody of the demo wrote: ${words}`)
    const id = deps.world.newId<TrajectoryQuoteId>()
    await setContext(trx, reader.context)
    await askQuote(trx, reader, {
      ...{ trajectory, world: deps.world },
      asked: { id, source: from.source, of: from.id, words },
    })
    if (decision === null) continue
    const own = learnerContext({ workspace: place.workspace, learner: learner.id, trajectory })
    await setContext(trx, own)
    await changeQuote(trx, id, {
      ...{ decision, decided_at: addDays(clock.at, 1), purpose: 'quotes-publish', in_use: true },
    })
  }
}
