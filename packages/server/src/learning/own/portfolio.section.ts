import { fill } from '@weerklank/core/shared/spoken'
import { html } from '../../http/html.ts'
import { piecesOf, sharesOf } from '../portfolio.repository.ts'
import { to } from './own.frame.ts'
import type { OwnSection } from './own.section.ts'
import { portfolioWordsFor } from './portfolio.text.ts'

/** Her portfolio, how much is in it, and what came back from others. */
export const portfolioSection: OwnSection = {
  key: 'portfolio',
  show: async (trx, page) => {
    const words = portfolioWordsFor(page.listener)
    const pieces = await piecesOf(trx, page.learner.id)
    const answered = (await sharesOf(trx, page.learner.id)).filter((row) => row.answered_at !== null)
    const count =
      pieces.length === 1 ? words.pieceCount : fill(words.piecesCount, { count: String(pieces.length) })
    const link = (below: string, text: string) => html`<p><a href="${to(page, below)}">${text}</a></p>`
    return html`<section><h2>${words.portfolio}</h2><p>${pieces.length === 0 ? words.noPieces : count}</p>
      ${answered.map((row) => link(`/map/link/${row.id}`, fill(words.read, { name: row.to_name })))}
      ${link('/map', words.portfolio)}${link('/oefenen', words.toPractice)}${link('/schaal', words.toScales)}</section>`
  },
}
