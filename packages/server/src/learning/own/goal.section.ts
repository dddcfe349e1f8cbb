import { currentGoals } from '@weerklank/core/learning/goal'
import { html } from '../../http/html.ts'
import { goalsOf } from '../moment.repository.ts'
import { to } from './own.frame.ts'
import type { OwnSection } from './own.section.ts'
import { ownLearningWordsFor } from './own.text.ts'

/** My goal, as it stands now. */
export const goalSection: OwnSection = {
  key: 'goal',
  show: async (trx, page) => {
    const words = ownLearningWordsFor(page.listener)
    const goals = currentGoals(await goalsOf(trx, page.learner.id))
    const link = (text: string) => html`<p><a href="${to(page, '/doel')}">${text}</a></p>`
    return html`<section><h2>${words.goal}</h2>${
      goals.length === 0
        ? html`<p>${words.noGoal}</p>${link(words.writeGoal)}`
        : html`${goals.map(({ text }) => html`<blockquote>${text}</blockquote>`)}${link(words.toGoal)}`
    }</section>`
  },
}
