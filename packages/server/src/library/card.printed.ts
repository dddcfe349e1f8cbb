import type { Card } from '@weerklank/core/library/card'
import type { Language } from '@weerklank/core/shared/language'
import type { PrintedCard, PrintedText } from '../reports/pdf.cards.ts'
import { collectionText } from './collection.text.ts'

/** A card as it is printed: all that it says, for a talk is led from it. */
export function printedOf(card: Card): PrintedCard {
  const headed = (head: string, lines: readonly string[]): PrintedText[] =>
    lines.map((text, index) => (index === 0 ? { head, text } : { text }))
  return {
    head: [card.kind, ...card.needs].join(' · '),
    title: card.title,
    again: collectionText[card.language].again,
    mark: card.isFromChatbot ? card.provenance : null,
    body: [
      ...card.paragraphs.map((text) => ({ text })),
      ...headed(
        card.sentencesHead,
        card.sentences.map((one) => `“${one}”`),
      ),
      ...headed(
        card.stepsHead,
        card.steps.map((one, index) => `${index + 1}. ${one}`),
      ),
    ],
    foot: `${card.grade}. ${card.source}. ${card.licence}.`,
  }
}

/** The last card of a sheet that does not hold all: on paper nobody can look it up. */
export function printedLeftOut(
  leftOut: string,
  of: { title: string; house: string; language: Language },
): PrintedCard {
  const { again, leftOut: title } = collectionText[of.language]
  return { head: of.title, title, again, mark: null, body: [{ text: leftOut }], foot: of.house }
}
