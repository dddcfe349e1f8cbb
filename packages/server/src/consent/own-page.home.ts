import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import { fill } from '@weerklank/core/shared/spoken'
import { type Instant, weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import { ownChecksWordsFor } from './own-page.checks.text.ts'
import { choiceList } from './own-page.choice.ts'
import { type OwnFrame, oneButton, ownDocument, to } from './own-page.frame.ts'
import { ownMutualWordsFor } from './own-page.mutual.text.ts'
import { ownPlanWords } from './own-page.plan.text.ts'
import { ownReportWordsFor } from './own-page.report.text.ts'
import { type OwnWords, ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'

export type ChildOnPage = {
  id: string
  name: string
  /** Those she has a say in. */
  choices: readonly ConsentChoice[]
  mayRead: boolean
}

export type HomePage = {
  page: OwnPage
  choices: readonly ConsentChoice[]
  children: readonly ChildOnPage[]
  /** She just made this link. */
  isRenewed: boolean
  /** About an account of her own. */
  account: Html | null
}

/** The first page: all choices, and the ways to everything else. */
export function homePage(frame: OwnFrame, home: HomePage): string {
  const words = ownWordsFor(frame.listener)
  const { page } = home
  return ownDocument(frame, {
    title: words.home,
    main: html`<h1>${fill(words.hello, { name: page.name })}</h1>
      ${home.isRenewed ? html`<p class="box" role="status">${words.renewed}</p>` : null}
      <p>${words.intro}</p>
      <section><h2>${words.together}</h2>${togetherWays(frame)}</section>
      <section><h2>${words.choices}</h2><p>${words.choicesIntro}</p>
      ${choiceList(frame, home.choices, (purpose) => `/keuze/${purpose}`)}</section>
      ${home.children.map((child) => childSection(frame, child, words))}
      <section><h2>${words.data}</h2>${dataWays(frame, words)}</section>
      ${home.account}
      ${page.way.by === 'link' ? linkSection(frame, page.way.expiresAt, { page, words }) : null}`,
  })
}

function childSection(frame: OwnFrame, child: ChildOnPage, words: OwnWords): Html {
  const at = `/kind/${child.id}`
  const read = child.mayRead
    ? html`<p><a href="${to(frame, `${at}/antwoorden`)}">${fill(words.answersOf, { name: child.name })}</a></p>`
    : null
  const ask = html`<p><a href="${to(frame, `${at}/verzoek`)}">${fill(words.requestFor, { name: child.name })}</a></p>`
  return html`<section><h2>${fill(words.choicesOf, { name: child.name })}</h2>
    ${choiceList(frame, child.choices, (purpose) => `${at}/keuze/${purpose}`)}${read}${ask}</section>`
}

/** What one comes for most: what was answered and agreed. */
function togetherWays(frame: OwnFrame): Html {
  const { listener } = frame
  return list(frame, [
    ['/antwoorden', ownChecksWordsFor(listener).way],
    ['/beeld', ownMutualWordsFor(listener).way],
    ['/overzicht', ownReportWordsFor(listener).way],
    ['/vragen', ownPlanWords(listener).title],
  ])
}

function dataWays(frame: OwnFrame, words: OwnWords): Html {
  return list(frame, [
    ['/wie-keek', words.looked],
    ['/gegevens', words.data],
    ['/verzoek', words.request],
    ['/privacy', words.privacy],
  ])
}

function list(frame: OwnFrame, ways: readonly (readonly [string, string])[]): Html {
  return html`<ul>${ways.map(([below, text]) => html`<li><a href="${to(frame, below)}">${text}</a></li>`)}</ul>`
}

function linkSection(
  frame: OwnFrame,
  expiresAt: Instant,
  { page, words }: { page: OwnPage; words: OwnWords },
): Html {
  const day = weekdayDate(expiresAt, frame.listener.language, page.workspace.timeZone)
  return html`<section><h2>${words.link}</h2><p>${fill(words.linkUntil, { day })} ${words.linkSecret}</p>
    <div class="two">${oneButton(to(frame, '/nieuw'), words.renew)}${oneButton(to(frame, '/stop'), words.stop)}</div></section>`
}

export type Nowhere = {
  code: 'link-unknown' | 'link-expired' | 'link-revoked' | 'stopped' | 'unavailable'
}

/** The page for a link that leads nowhere, or that was just ended. */
export function nowherePage(frame: OwnFrame, { code }: Nowhere): string {
  const words = ownWordsFor(frame.listener)
  const { title, texts, action } = explain(frame, code, words)
  return ownDocument(frame, {
    title,
    main: html`<h1>${title}</h1>${texts.map((text) => html`<p>${text}</p>`)}${action ?? null}`,
  })
}

function explain(
  frame: OwnFrame,
  code: Nowhere['code'],
  words: OwnWords,
): { title: string; texts: string[]; action?: Html } {
  switch (code) {
    case 'link-unknown':
      return { title: words.unknownTitle, texts: [words.unknownText, words.unknownDo] }
    case 'link-expired':
      return {
        title: words.expiredTitle,
        texts: [words.expiredText],
        action: oneButton(to(frame, '/nieuw'), words.renew),
      }
    case 'link-revoked':
      return { title: words.revokedTitle, texts: [words.revokedText] }
    case 'stopped':
      return { title: words.stopped, texts: [words.stoppedText] }
    case 'unavailable':
      return {
        title: words.unavailableTitle,
        texts: [words.unavailableText, words.unavailableDo],
        action: html`<p><a href="${to(frame, '')}">${words.tryAgain}</a></p>`,
      }
  }
}
