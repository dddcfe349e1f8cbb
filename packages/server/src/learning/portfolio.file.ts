import type { PortfolioFile } from '@weerklank/core/learning/portfolio'
import { portfolioFile } from '@weerklank/core/learning/portfolio'
import { localDay } from '@weerklank/core/shared/time'
import { strToU8, zipSync } from 'fflate'
import type { Trx } from '../schema.ts'
import { scaledGoalsOf } from './attainment.repository.ts'
import { exercisesOf, strategiesOf } from './exercise.repository.ts'
import type { OwnLearner } from './own/own.section.ts'
import { attendedBy, feedbackOf, piecesOf } from './portfolio.repository.ts'

/** All that a learner has of her own learning, as it leaves: checked against the shape that is written down for others. */
export async function portfolioFor(trx: Trx, page: OwnLearner): Promise<PortfolioFile> {
  const { learner, workspace, trajectory, name, now } = page
  const day = (at: string) => localDay(at, workspace.timeZone)
  const pieces = await piecesOf(trx, learner.id)
  const exercises = await exercisesOf(trx, learner.id)
  const strategies = await strategiesOf(trx, learner.id)
  return portfolioFile.parse({
    ...{ format: 'weerklank-portfolio', version: 1, name, trajectory: trajectory.title, madeOn: day(now) },
    pieces: pieces.map(({ kind, day: on, title, body }) => ({ kind, day: on, title, body })),
    goals: await goalsIn(trx, page),
    exercises: exercises.map((row) => ({
      ...{ exercise: row.name, day: row.day, kind: row.kind, context: row.context },
      ...{ situation: row.situation, happened: row.happened, insight: row.insight, repeat: row.repeat },
    })),
    strategies: strategies.map(({ trigger, plan, fallback, at }) => ({
      ...{ trigger, plan, fallback, since: day(at) },
    })),
    feedback: await feedbackIn(trx, page),
    attendance: await attendanceIn(trx, page),
  })
}

async function goalsIn(trx: Trx, page: OwnLearner) {
  const goals = await scaledGoalsOf(trx, page.learner.id)
  return goals.map(({ goal, scale, said }) => ({
    ...{ text: goal.text, situation: goal.situation, firstStep: goal.first_step, notice: goal.notice },
    ...{ status: goal.status, reason: goal.reason, scale },
    since: localDay(goal.created_at, page.workspace.timeZone),
    attained: said.map(({ level, day, said: words }) => ({ level, day, said: words })),
  }))
}

/** What others wrote, with what she wrote of herself where both did. */
async function feedbackIn(trx: Trx, page: OwnLearner) {
  const halves = await feedbackOf(trx, page.learner.id)
  return halves
    .filter(({ side }) => side === 'giver')
    .map((given) => ({
      from: given.from_name,
      day: localDay(given.at, page.workspace.timeZone),
      answers: given.answers,
      own: halves.find((one) => one.share_id === given.share_id && one.side === 'asker')?.answers ?? [],
    }))
}

async function attendanceIn(trx: Trx, page: OwnLearner) {
  const rows = await attendedBy(trx, page.learner.id)
  return rows.map(({ title, at, hours }) => ({
    ...{ title, hours, day: localDay(at, page.workspace.timeZone) },
  }))
}

/** The file: a page to read in any browser, and the same as open data. */
export function portfolioZip(data: PortfolioFile, page: string): Uint8Array<ArrayBuffer> {
  const json = `${JSON.stringify(data, null, 2)}\n`
  return new Uint8Array(
    zipSync(
      { 'map.html': strToU8(page), 'map.json': strToU8(json) },
      // The same portfolio gives the same file: the day stands in it, the hour says nothing.
      { mtime: new Date(`${data.madeOn}T12:00:00`) },
    ),
  )
}
