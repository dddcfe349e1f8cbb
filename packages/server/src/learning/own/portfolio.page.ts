import { type FeedbackReaders, feedbackReaderWords } from '@weerklank/core/learning/peer-feedback'
import { evidenceKinds, evidenceWords, shareState } from '@weerklank/core/learning/portfolio'
import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import { areaField, lineField, selectField, type Told, type Typed, toldBox } from '../../http/own-fields.ts'
import type { Evidence } from '../portfolio.evidence.ts'
import type { FeedbackRow, PieceRow, ShareRow } from '../portfolio.repository.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { type PortfolioWords, portfolioWordsFor } from './portfolio.text.ts'
import { dayWords, frameOf } from './practice.page.ts'

export type PortfolioPage = {
  page: OwnLearner
  pieces: readonly PieceRow[]
  evidence: readonly Evidence[]
  shares: readonly ShareRow[]
  /** What her buddies let her read. */
  buddies: readonly FeedbackRow[]
  told: Told
  typed: Typed
  newId: string
}

/** Her portfolio: what is in it, what can be laid in it, to whom she showed or asked something, and the way to take it along. */
export function portfolioPage(of: PortfolioPage): string {
  const { page, told } = of
  const words = portfolioWordsFor(page.listener)
  const link = (below: string, text: string) =>
    html`<a class="b" href="${to(frameOf(page), below)}">${text}</a>`
  return learnerDocument(frameOf(page), {
    title: words.portfolio,
    below: '/map',
    main: html`<h1>${words.portfolio}</h1><p>${words.intro}</p>${toldBox(told)}
      ${link('/map/vraag', words.ask)}${link('/oefenen', words.toPractice)}${link('/schaal', words.toScales)}
      ${pieces(of, words)}${add(of, words)}${shares(of, words)}${fromBuddies(of, words)}
      <section><h2>${words.take}</h2><p>${words.takeWhy}</p>${link('/map/meenemen', words.take)}</section>`,
  })
}

function pieces({ page, pieces: all, told, typed }: PortfolioPage, words: PortfolioWords): Html {
  const { language } = page.listener
  const lines = all.map((row) => {
    const name = (part: string) => `${part}-${row.id}`
    const action = (below: string) => to(frameOf(page), `/map/stuk/${row.id}${below}`)
    const isWrong = told?.kind === 'wrong' && told.field.endsWith(row.id)
    return html`<li><b>${row.title}</b><p><i>${evidenceWords[row.kind][language]}, ${dayWords(page, row.day)}</i></p>
      ${row.body === '' ? null : html`<blockquote>${row.body}</blockquote>`}
      <details${isWrong ? html` open` : null}><summary>${words.change}</summary><form method="post" action="${action('')}">
      ${lineField({ name: name('titel'), label: words.title, value: typed.get(name('titel')) ?? row.title, told })}
      ${areaField({ name: name('tekst'), label: words.body, value: typed.get(name('tekst')) ?? row.body, told })}
      <button class="go">${words.keep}</button></form>
      <form method="post" class="plain" action="${action('/weg')}"><button>${words.remove}</button></form></details></li>`
  })
  return html`<section><h2>${words.pieces}</h2>${lines.length === 0 ? html`<p>${words.noPieces}</p>` : html`<ul>${lines}</ul>`}</section>`
}

function add(
  { page, pieces: kept, evidence, told, typed, newId }: PortfolioPage,
  words: PortfolioWords,
): Html {
  const { language } = page.listener
  const value = (name: string) => typed.get(name) ?? ''
  const known = new Set(kept.map(({ kind, source_id }) => `${kind}:${source_id}`))
  const open = evidence.filter(({ kind, source }) => !known.has(`${kind}:${source}`))
  const groups = evidenceKinds.flatMap((kind) => {
    const choices = open
      .filter((one) => one.kind === kind)
      .map((one) => ({ value: `${kind}:${one.source}`, label: `${one.title} (${dayWords(page, one.day)})` }))
    return choices.length === 0 ? [] : [{ label: evidenceWords[kind][language], choices }]
  })
  const own = { label: null, choices: [{ value: 'own', label: words.ownText }] }
  return html`<section><h2>${words.add}</h2><form method="post" action="${to(frameOf(page), '/map/stuk')}"><input type="hidden" name="id" value="${newId}">
    ${selectField({ name: 'bij', label: words.from, value: value('bij'), hint: words.fromHint, groups: [own, ...groups], told })}
    ${lineField({ name: 'titel', label: words.title, value: value('titel'), hint: words.titleHint, told })}
    ${areaField({ name: 'tekst', label: `${words.body} (${words.optional})`, value: value('tekst'), hint: words.bodyHint, rows: 4, told })}
    <button class="go">${words.add}</button></form></section>`
}

/** A moment of hers in words. */
export const momentWords = ({ listener, workspace }: OwnLearner, at: string) =>
  dayMonth(at, listener.language, workspace.timeZone)

/** Who reads an answer, in the words that she chose them by. */
export const readersWords = (page: OwnLearner, readers: FeedbackReaders) =>
  feedbackReaderWords[readers][page.listener.language]

function shares({ page, shares: all }: PortfolioPage, words: PortfolioWords): Html {
  const lines = all.map((row) => {
    const state = shareState(
      { revokedAt: row.revoked_at, expiresAt: row.expires_at, answeredAt: row.answered_at },
      page.now,
    )
    const said = fill(words[`state-${state}`], { day: momentWords(page, row.expires_at) })
    const seen =
      row.seen_at === null ? words.notSeen : fill(words.seen, { day: momentWords(page, row.seen_at) })
    const path = `/map/link/${row.id}`
    const read =
      row.answered_at === null
        ? null
        : html`<p><a href="${to(frameOf(page), path)}">${fill(words.read, { name: row.to_name })}</a></p>`
    const isOver = state === 'revoked' || state === 'expired'
    const stop = isOver
      ? null
      : html`<form method="post" class="plain" action="${to(frameOf(page), `${path}/stop`)}"><button aria-label="${fill(words.stopOf, { name: row.to_name })}">${words.stop}</button></form>`
    const what = row.questions.length === 0 ? words.onlyLooking : row.questions.join(' ')
    return html`<li><b>${row.to_name}</b>: ${said}, ${seen}<p><i>${what}</i></p>${read}${stop}</li>`
  })
  return html`<section><h2>${words.links}</h2>${lines.length === 0 ? html`<p>${words.noLinks}</p>` : html`<ul>${lines}</ul>`}</section>`
}

function fromBuddies({ buddies, page }: PortfolioPage, words: PortfolioWords): Html | null {
  if (buddies.length === 0) return null
  const lines = buddies.map(
    (row) =>
      html`<li><b>${row.from_name}</b>, ${momentWords(page, row.at)}${row.answers.filter(({ answer }) => answer !== '').map(({ question, answer }) => html`<p>${question}</p><blockquote>${answer}</blockquote>`)}</li>`,
  )
  return html`<section><h2>${words.buddyShares}</h2><p>${words.buddySays}</p><ul>${lines}</ul></section>`
}
