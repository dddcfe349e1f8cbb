import { feedbackSigns } from '@weerklank/core/learning/peer-feedback'
import { evidenceWords } from '@weerklank/core/learning/portfolio'
import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth, type Instant } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import { areaField, type Told, type Typed, toldBox } from '../http/own-fields.ts'
import { said } from './own/ask.page.ts'
import { learnerDocument, to } from './own/own.frame.ts'
import type { Peer } from './peer.door.ts'
import { type PeerWords, peerWordsFor } from './peer.text.ts'
import type { FeedbackRow, PieceRow } from './portfolio.repository.ts'

export type PeerPage = {
  peer: Peer
  pieces: readonly PieceRow[]
  /** Both halves, as far as she may read them. */
  halves: readonly FeedbackRow[]
  told: Told
  typed: Typed
}

/** The longest answer, for the size of the form. */
export const answerSigns = feedbackSigns.answer

/** What somebody shows and asks, who will read the answer, and the answer itself: one page, no account. */
export function peerPage(of: PeerPage): string {
  const { peer, told, halves } = of
  const { share, listener, workspace, root } = peer
  const words = peerWordsFor(listener)
  const given = halves.find(({ side }) => side === 'giver')
  const from = share.from_name
  const asks = share.questions.length > 0
  const until = dayMonth(share.expires_at, listener.language, workspace.timeZone)
  const frame = { listener, workspace: workspace.name, root }
  return learnerDocument(frame, {
    title: fill(asks ? words.asks : words.shows, { from }),
    main: html`<h1>${fill(words.hello, { to: share.to_name })}</h1>${toldBox(told)}
      <p>${fill(asks ? words.asks : words.shows, { from })} ${fill(words.until, { day: until })}</p>
      ${pieces(of, words)}${asks && share.answered_at === null ? form(of, words) : null}${given === undefined ? null : answered(of, words)}`,
  })
}

function pieces({ peer, pieces: shown }: PeerPage, words: PeerWords): Html | null {
  if (shown.length === 0) return null
  const { listener, workspace, share } = peer
  const lines = shown.map((row) => {
    const day = dayMonth(`${row.day}T12:00:00.000Z` as Instant, listener.language, workspace.timeZone)
    return html`<li><b>${row.title}</b><p><i>${evidenceWords[row.kind][listener.language]}, ${day}</i></p>${row.body === '' ? null : html`<blockquote>${row.body}</blockquote>`}</li>`
  })
  return html`<section><h2>${fill(words.pieces, { from: share.from_name })}</h2><ul>${lines}</ul></section>`
}

function form({ peer, told, typed }: PeerPage, words: PeerWords): Html {
  const { share } = peer
  const from = share.from_name
  const fields = share.questions.map((question, at) =>
    areaField({
      ...{ name: `a${at}`, label: question, value: typed.get(`a${at}`) ?? '', rows: 4, told },
      ...(at === 0 ? { hint: words.noNames } : {}),
    }),
  )
  return html`<section><h2>${words.questions}</h2><p>${words.fill}</p>
    <div class="box"><p><b>${words.who}</b> ${fill(words[`who-${share.readers}`], { from })} ${words.fixed}</p>${share.is_both ? html`<p>${fill(words.both, { from })}</p>` : null}</div>
    <form method="post" action="${to(peer, '')}">${fields}<button class="go">${words.send}</button></form></section>`
}

/** What she wrote, and what the other wrote of herself, now that both are there. */
function answered({ peer, halves }: PeerPage, words: PeerWords): Html {
  const from = peer.share.from_name
  const given = halves.find(({ side }) => side === 'giver')
  const asker = halves.find(({ side }) => side === 'asker')
  return html`<section><h2>${words.thanks}</h2><p>${fill(words.sent, { from })}</p>
    ${given === undefined ? null : html`<h3>${words.yours}</h3>${said(given)}`}
    ${asker === undefined ? null : html`<h3>${fill(words.theirs, { from })}</h3>${said(asker)}`}
    <form method="post" class="plain" action="${to(peer, '/terug')}"><button>${words.takeBack}</button></form></section>`
}
