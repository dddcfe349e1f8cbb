import { attainmentLevels, attainmentWords } from '@weerklank/core/learning/attainment'
import type { FeedbackReaders } from '@weerklank/core/learning/peer-feedback'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import type { Trx } from '../../schema.ts'
import { scaledGoalsOf } from '../attainment.repository.ts'
import { exercisesOf } from '../exercise.repository.ts'
import { feedbackOf } from '../portfolio.repository.ts'
import { said } from './ask.page.ts'
import type { OwnLearner } from './own.section.ts'
import { portfolioWordsFor } from './portfolio.text.ts'
import { dayWords } from './practice.page.ts'
import { practiceWordsFor } from './practice.text.ts'

/** What others read of what she keeps, by who reads it; null where they read nothing. Of her portfolio itself nobody reads any. */
export type KeptSeen = { researchers: Html | null; lead: Html | null; buddy: Html | null }

export async function keptSeen(trx: Trx, page: OwnLearner): Promise<KeptSeen> {
  return {
    researchers: await practised(trx, page),
    lead: await feedbackTo(trx, page, 'lead'),
    buddy: await feedbackTo(trx, page, 'buddy'),
  }
}

const isRead = (row: { shared: string | null; in_use: boolean }) => row.shared === 'research' && row.in_use

async function practised(trx: Trx, page: OwnLearner): Promise<Html | null> {
  const words = practiceWordsFor(page.listener)
  const log = (await exercisesOf(trx, page.learner.id)).filter(isRead)
  const steps = (await scaledGoalsOf(trx, page.learner.id)).flatMap((one) => one.said.filter(isRead))
  if (log.length + steps.length === 0) return null
  const levels = steps.map((row) => {
    const level = attainmentLevels.find((one) => one === row.level)
    const step = level === undefined ? '' : attainmentWords[`${level}`][page.listener.language]
    return html`<li>${dayWords(page, row.day)}: ${step}${row.said === '' ? null : html`<blockquote>${row.said}</blockquote>`}</li>`
  })
  const lines = log.map(
    (row) =>
      html`<li><b>${row.name}</b>, ${dayWords(page, row.day)}<blockquote>${row.happened}</blockquote>${row.insight}</li>`,
  )
  return html`${part(words.done, lines)}${part(words.scales, levels)}`
}

const part = (title: string, lines: readonly Html[]) =>
  lines.length === 0 ? null : html`<h3>${title}</h3><ul>${lines}</ul>`

/** What somebody wrote to her, and both halves where both wrote, if she chose that these read along. */
async function feedbackTo(trx: Trx, page: OwnLearner, to: FeedbackReaders): Promise<Html | null> {
  const words = portfolioWordsFor(page.listener)
  const halves = (await feedbackOf(trx, page.learner.id)).filter((one) => one.readers === to && one.is_open)
  const lines = halves.map((half) => {
    const wrote = fill(words.wrote, { name: half.from_name, day: dayWords(page, half.at.slice(0, 10)) })
    return html`<li><b>${wrote}</b>${said(half)}</li>`
  })
  return part(words.feedback, lines)
}
