import { ageBand, ageOn } from '@weerklank/core/consent/age'
import { fill } from '@weerklank/core/shared/spoken'
import { html } from '../http/html.ts'
import type { Family } from './consent.person.ts'
import { answerBlock, readingOf } from './own-data.page.ts'
import { daysOf } from './own-page.deeds.ts'
import { type OwnFrame, ownDocument } from './own-page.frame.ts'
import { ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'

type Answers = Parameters<typeof answerBlock>[0][]

/** What a child answered, for a parent who may read it; with why she may, and that the child can see it. */
export function answersPage(
  frame: OwnFrame,
  of: { page: OwnPage; family: Family; name: string; answers: Answers },
): string {
  const words = ownWordsFor(frame.listener)
  const { name, answers, page, family } = of
  const { bornOn, today } = daysOf(page, family)
  const isYouth = bornOn !== null && ageBand(ageOn(bornOn, today)) === 'youth'
  const reading = readingOf(page)
  const title = fill(words.answersOf, { name })
  const list = answers.map((one) => answerBlock(one, reading))
  return ownDocument(frame, {
    title,
    below: `/kind/${family.person.id}/antwoorden`,
    main: html`<h1>${title}</h1><p>${fill(isYouth ? words.answersAgreed : words.answersIntro, { name })}
      ${fill(words.answersSeen, { name })}</p>${answers.length === 0 ? html`<p>${words.noAnswers}</p>` : list}`,
  })
}

/** Instead of the answers, where the child decides herself. */
export function noAnswersPage(frame: OwnFrame, name: string): string {
  const words = ownWordsFor(frame.listener)
  const title = fill(words.answersOf, { name })
  return ownDocument(frame, {
    title,
    below: '/',
    main: html`<h1>${title}</h1><p>${fill(words.answersClosed, { name })}</p>`,
  })
}
