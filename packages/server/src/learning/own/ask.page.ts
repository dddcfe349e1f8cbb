import {
  feedbackQuestionKeys,
  feedbackQuestions,
  feedbackReaders,
  feedbackReaderWords,
} from '@weerklank/core/learning/peer-feedback'
import { shareDays } from '@weerklank/core/learning/portfolio'
import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import {
  areaField,
  boxesField,
  lineField,
  radioField,
  type Told,
  type Typed,
  toldBox,
} from '../../http/own-fields.ts'
import type { FeedbackRow, PieceRow, ShareRow } from '../portfolio.repository.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { momentWords, readersWords } from './portfolio.page.ts'
import { type PortfolioWords, portfolioWordsFor } from './portfolio.text.ts'
import { frameOf } from './practice.page.ts'

export type AskPage = {
  page: OwnLearner
  pieces: readonly PieceRow[]
  hasBuddy: boolean
  told: Told
  typed: Typed
  /** What was ticked, where a form comes back. */
  ticked: ReadonlySet<string>
  newId: string
}

/** The questions that stand ready, with her name in them. */
export const standingQuestions = ({ listener, name }: OwnLearner) =>
  feedbackQuestionKeys.map((key) => ({
    key,
    text: fill(feedbackQuestions[key][listener.language], { name }),
  }))

/** What she shows somebody, what she asks, who reads the answer and for how long: one form, one link. */
export function askPage(of: AskPage): string {
  const { page, told, newId } = of
  const words = portfolioWordsFor(page.listener)
  const value = (name: string) => of.typed.get(name) ?? ''
  const readers = feedbackReaders
    .filter((one) => one !== 'buddy' || of.hasBuddy)
    .map((one) => ({ value: one, label: feedbackReaderWords[one][page.listener.language] }))
  const days = shareDays.map((one) => ({
    value: String(one),
    label: fill(words.days, { days: String(one) }),
  }))
  return learnerDocument(frameOf(page), {
    title: words.ask,
    below: '/map/vraag',
    main: html`<h1>${words.ask}</h1><p>${words.askIntro}</p>${toldBox(told)}
      <form method="post" action="${to(frameOf(page), '/map/vraag')}"><input type="hidden" name="id" value="${newId}">
      ${lineField({ name: 'aan', label: words.askTo, value: value('aan'), hint: words.askToHint, told })}
      ${shownPieces(of, words)}${questions(of, words)}
      ${radioField({ name: 'lezers', label: words.askReaders, value: value('lezers') || 'me', hint: words.askReadersHint, choices: readers, told })}
      ${both(of, words)}
      ${radioField({ name: 'dagen', label: words.askDays, value: value('dagen') || '14', choices: days })}
      <button class="go">${words.make}</button></form>`,
  })
}

function shownPieces({ pieces, ticked }: AskPage, words: PortfolioWords): Html {
  if (pieces.length === 0) return html`<p class="q">${words.askPieces}</p><p>${words.askPiecesNone}</p>`
  const choices = pieces.map(({ id, title }) => ({
    value: id,
    label: title,
    isChosen: ticked.has(`stuk:${id}`),
  }))
  return boxesField({ name: 'stuk', label: words.askPieces, choices })
}

function questions({ page, ticked, typed, told }: AskPage, words: PortfolioWords): Html {
  const choices = standingQuestions(page).map(({ key, text }) => ({
    value: key,
    label: text,
    isChosen: ticked.has(`vraag:${key}`),
  }))
  return html`${boxesField({ name: 'vraag', label: words.askQuestions, choices })}
    ${lineField({ name: 'eigen', label: `${words.askOwn} (${words.optional})`, value: typed.get('eigen') ?? '', told })}`
}

/** She writes first; closed until she wants it, for most do not. */
function both({ page, typed, ticked, told }: AskPage, words: PortfolioWords): Html {
  const own = [
    ...standingQuestions(page),
    { key: 'eigen', text: typed.get('eigen') === undefined ? words.askOwn : (typed.get('eigen') ?? '') },
  ]
  const fields = own.map(({ key, text }) =>
    areaField({
      ...{ name: `zelf-${key}`, rows: 2, told },
      label: fill(words.askBothOwn, { question: text === '' ? words.askOwn : text }),
      value: typed.get(`zelf-${key}`) ?? '',
    }),
  )
  const isOpen = ticked.has('beide:ja')
  return html`<details${isOpen ? html` open` : null}><summary>${words.askBoth}</summary>
    ${boxesField({ name: 'beide', label: words.askBoth, choices: [{ value: 'ja', label: words.askBothBox, isChosen: isOpen }] })}
    <p><i>${words.askBothOwnHint}</i></p>${fields}</details>`
}

/** The link, once; null when this form made it before. */
export function madePage(of: { page: OwnLearner; to: string; until: string; link: string | null }): string {
  const { page, link } = of
  const words = portfolioWordsFor(page.listener)
  const mail =
    link === null
      ? ''
      : `mailto:?subject=${encodeURIComponent(words.mailSubject)}&body=${encodeURIComponent(fill(words.mailBody, { link }))}`
  const body =
    link === null
      ? html`<p>${words.madeAlready}</p>`
      : html`<p>${words.madeWhy}</p><p class="box" id="link">${link}</p><a class="b" href="${mail}">${words.mail}</a>
        <p>${fill(words.madeFor, { name: of.to, day: of.until })}</p>`
  return learnerDocument(frameOf(page), {
    title: words.made,
    below: '/map/vraag',
    main: html`<h1>${words.made}</h1>${body}<p><a href="${to(frameOf(page), '/map')}">${words.back}</a></p>`,
  })
}

export type FeedbackPage = { page: OwnLearner; share: ShareRow; halves: readonly FeedbackRow[] }

/** What somebody wrote to her, beside what she wrote of herself, and a way to lay it in her portfolio. */
export function feedbackPage({ page, share, halves }: FeedbackPage): string {
  const words = portfolioWordsFor(page.listener)
  const given = halves.find(({ side }) => side === 'giver')
  const own = halves.find(({ side }) => side === 'asker')
  const title = fill(words.read, { name: share.to_name })
  const wrote =
    given === undefined
      ? html`<p>${share.answered_at === null ? words.wait : fill(words.takenBack, { name: share.to_name })}</p>`
      : html`<section><h2>${fill(words.wrote, { name: share.to_name, day: momentWords(page, given.at) })}</h2>${said(given)}</section>
        <section><h2>${words.thanks}</h2><a class="b" href="${to(frameOf(page), '/map')}">${words.thanksPiece}</a></section>`
  const shut =
    own?.is_open === false ? html`<p><i>${fill(words.ownShut, { name: share.to_name })}</i></p>` : null
  return learnerDocument(frameOf(page), {
    title,
    below: `/map/link/${share.id}`,
    main: html`<h1>${title}</h1><p class="box">${fill(words.readers, { readers: readersWords(page, share.readers) })}</p>${wrote}
      ${own === undefined ? null : html`<section><h2>${words.ownHalf}</h2>${shut}${said(own)}</section>`}
      <form method="post" class="plain" action="${to(frameOf(page), `/map/link/${share.id}/weg`)}"><button>${words.removeFeedback}</button></form>
      <p><a href="${to(frameOf(page), '/map')}">${words.back}</a></p>`,
  })
}

/** Questions with their answers; what was left empty stays out. */
export function said({ answers }: Pick<FeedbackRow, 'answers'>): Html[] {
  return answers
    .filter(({ answer }) => answer !== '')
    .map(({ question, answer }) => html`<p><b>${question}</b></p><blockquote>${answer}</blockquote>`)
}
