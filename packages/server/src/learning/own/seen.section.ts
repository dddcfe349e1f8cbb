import { html } from '../../http/html.ts'
import { to } from './own.frame.ts'
import type { OwnSection } from './own.section.ts'
import { ownLearningWordsFor } from './own.text.ts'

/** What others see of me, in one sentence, and the way to all of it. */
export const seenSection: OwnSection = {
  key: 'seen',
  show: async (_trx, page) => {
    const words = ownLearningWordsFor(page.listener)
    const isRead = page.learner.shared === 'research' && page.learner.in_use
    return html`<section><h2>${words.seen}</h2><p>${isRead ? words.seenShared : words.seenNobody} ${words.seenShort}</p>
      <p><a href="${to(page, '/gezien')}">${words.seenOpen}</a></p></section>`
  },
}
