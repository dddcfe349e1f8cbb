import { type Instrument, instrumentKey } from '@weerklank/core/feedback/instrument'
import { strategySentence } from '@weerklank/core/learning/exercise'
import { type EvidenceKind, evidenceWords, pieceSigns } from '@weerklank/core/learning/portfolio'
import { localDay } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { scaledGoalsOf } from './attainment.repository.ts'
import { exercisesOf, strategiesOf } from './exercise.repository.ts'
import type { OwnLearner } from './own/own.section.ts'
import { attendedBy, feedbackOf } from './portfolio.repository.ts'

/** Something that is here already and that a piece can rest on: what it is called and of which day. Never what others said. */
export type Evidence = { kind: EvidenceKind; source: string; day: string; title: string }

/** The questions that somebody answers, by `instrumentKey`. */
type Named = { instruments: ReadonlyMap<string, Instrument> }

const short = (title: string) => [...title.replace(/\s+/g, ' ')].slice(0, pieceSigns.title).join('').trim()

/** All that a learner may lay in her portfolio, the newest first: what she did in this trajectory, and what she did elsewhere here. */
export async function evidenceFor(trx: Trx, page: OwnLearner, named: Named): Promise<Evidence[]> {
  const found = [...(await inTrajectory(trx, page)), ...(await elsewhere(trx, page, named))]
  return found.toSorted((a, b) =>
    a.day === b.day ? a.source.localeCompare(b.source) : b.day < a.day ? -1 : 1,
  )
}

async function inTrajectory(trx: Trx, page: OwnLearner): Promise<Evidence[]> {
  const learner = page.learner.id
  const { language } = page.listener
  const goals = await scaledGoalsOf(trx, learner)
  const exercises = await exercisesOf(trx, learner)
  const strategies = await strategiesOf(trx, learner)
  const feedback = (await feedbackOf(trx, learner)).filter(({ side }) => side === 'giver')
  const attended = await attendedBy(trx, learner)
  const day = (at: string) => localDay(at, page.workspace.timeZone)
  const made = (kind: EvidenceKind, source: string, of: { day: string; title: string }): Evidence => ({
    ...{ kind, source, day: of.day, title: short(of.title) },
  })
  return [
    ...goals.map(({ goal }) => made('goal', goal.id, { day: day(goal.created_at), title: goal.text })),
    ...exercises.map((row) => made('exercise', row.id, { day: row.day, title: row.name })),
    ...strategies.map((row) =>
      made('strategy', row.id, { day: day(row.at), title: strategySentence(row, language) }),
    ),
    ...feedback.map((row) => made('feedback', row.share_id, { day: day(row.at), title: row.from_name })),
    ...attended.map((row) => made('attendance', row.id, { day: day(row.at), title: row.title })),
  ]
}

/**
 * The meetings at which she had a place, and of a colleague her own answers to checks. A link to these pages may have been
 * handed over by somebody else, so nothing of anybody's care stands here: no meeting of a collaboration, no answer of a client.
 */
async function elsewhere(trx: Trx, page: OwnLearner, { instruments }: Named): Promise<Evidence[]> {
  const { places, meetings: seated } = await reachHers(trx, page)
  const answers = await trx
    .selectFrom('response')
    .select(['id', 'answered_at', 'instrument_id', 'instrument_version'])
    .where('participant_id', '=', anyOf(page.learner.member_id === null ? [] : places))
    .execute()
  const meetings = await trx
    .selectFrom('meeting')
    .select(['id', 'title', 'planned_at'])
    .where('id', '=', anyOf(seated))
    .where('status', '=', 'ended')
    .where('relation_id', 'is', null)
    .execute()
  await setContext(trx, page.context)
  const { language } = page.listener
  const nameOf = (id: string, version: number) =>
    instruments.get(instrumentKey({ id, version }))?.name[language] ?? evidenceWords.check[language]
  const day = (at: string) => localDay(at, page.workspace.timeZone)
  return [
    ...answers.map((row) => ({
      ...{ kind: 'check' as const, source: row.id, day: day(row.answered_at) },
      title: short(nameOf(row.instrument_id, row.instrument_version)),
    })),
    ...meetings.map((row) => ({
      ...{ kind: 'meeting' as const, source: row.id, day: day(row.planned_at), title: short(row.title) },
    })),
  ]
}

/** Brings in reach what her own page would have in it: her places in collaborations and at tables. */
async function reachHers(trx: Trx, { learner, context }: OwnLearner) {
  const person = learner.person_id
  const hers = { ...context, persons: [person], purpose: 'access' as const }
  await setContext(trx, hers)
  const taken = await trx
    .selectFrom('participant')
    .select(['id', 'relation_id'])
    .where('person_id', '=', person)
    .execute()
  const seats = await trx
    .selectFrom('meeting_place')
    .select('meeting_id')
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .execute()
  const reach = {
    relations: [...new Set(taken.map((one) => one.relation_id))],
    participants: taken.map((one) => one.id),
    meetings: seats.map((one) => one.meeting_id),
  }
  await setContext(trx, { ...hers, ...reach })
  return { places: reach.participants, meetings: reach.meetings }
}
