import type { HinderingCard, HinderingCards } from '@weerklank/core/team/hindering.schema'
import { type Html, html } from '../../http/html.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'
import { ownTensionWordsFor } from './tension.text.ts'

/** The cards about what hinders us, all on one page: questions about us with their other side, never about a person. */
export function hinderingPage(page: OwnCircle, { cards, source }: HinderingCards): string {
  const words = ownTensionWordsFor(page.listener)
  return circleDocument(frameOf(page), {
    title: words.hindering,
    below: '/hindernissen',
    main: html`<h1>${words.hindering}</h1><p>${words.hinderingWhy}</p>${cards.map((card) => oneCard(page, card))}
      <p><i>${words.source}: ${source.text}</i></p>
      <p><a href="${to(page, '/spanningen')}">${words.toTensions}</a></p>`,
  })
}

function oneCard({ listener }: OwnCircle, card: HinderingCard): Html {
  const words = ownTensionWordsFor(listener)
  const { language } = listener
  const questions = card.questions.map((question) => html`<li>${question[language]}</li>`)
  return html`<section><h2>${card.title[language]}</h2><p>${card.about[language]}</p>
    <h3>${words.questions}</h3><ul>${questions}</ul><h3>${words.shadow}</h3><p>${card.shadow[language]}</p></section>`
}
