import { ageBand, ageOn } from '@weerklank/core/consent/age'
import { fill } from '@weerklank/core/shared/spoken'
import { localDay, weekdayDate } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import type { Mailer } from '../mail/mail.ts'
import { type AccountWords, accountWordsFor } from './own-account.text.ts'
import { type LinkedAccount, mayHaveOn } from './own-account.ts'
import { type OwnFrame, oneButton, ownDocument, to } from './own-page.frame.ts'
import type { OwnPage } from './own-page.ts'

export type AccountSection = {
  page: OwnPage
  mailer: Pick<Mailer, 'isConfigured'>
  account: LinkedAccount | null
  /** What was just done; or what was typed that is no address. */
  told: 'made' | 'unlinked' | { typed: string } | null
}

/** On the first page: the way to an account, or what one has; nothing for whoever may have none. */
export function accountSection(frame: OwnFrame, of: AccountSection): Html | null {
  const words = accountWordsFor(frame.listener)
  if (of.account !== null) return linked(frame, { ...of, account: of.account, words })
  if (!mayHaveOn(of.page, of.mailer)) return null
  const wrong = typeof of.told === 'object' && of.told !== null ? of.told : null
  const fault = wrong === null ? null : html`<p class="box e" id="fout" role="alert">${words.emailWrong}</p>`
  const describes = wrong === null ? null : html` aria-describedby="fout" aria-invalid="true"`
  const done = of.told === 'unlinked' ? html`<p class="box" role="status">${words.unlinked}</p>` : null
  const youth = isYouth(of.page) ? html`<p>${words.youth}</p>` : null
  return html`<section id="account"><h2>${words.title}</h2>${done}<p>${words.intro}</p><p>${words.private}</p>${youth}${fault}
    <form method="post" action="${to(frame, '/account')}"><label class="f" for="adres">${words.email}</label>
    <input id="adres" type="email" name="adres" autocomplete="email" maxlength="254" required value="${wrong?.typed ?? ''}"${describes}>
    <div class="two ask"><button>${words.send}</button></div></form></section>`
}

function linked(
  frame: OwnFrame,
  { page, account, told, words }: AccountSection & { account: LinkedAccount; words: AccountWords },
): Html {
  const day = weekdayDate(account.linkedAt, frame.listener.language, page.workspace.timeZone)
  const made = told === 'made' ? html`<p class="box" role="status">${words.made}</p>` : null
  const isHere = page.way.by === 'account'
  const stranger = isHere ? null : html`<p>${words.notYours}</p>`
  const out = isHere ? oneButton(`/mijn/uitloggen?lang=${frame.listener.language}`, words.signOut) : null
  const all = isHere
    ? html`<p><a href="/mijn?lang=${frame.listener.language}">${words.toAll}</a></p>${meansLink(words)}`
    : null
  return html`<section id="account"><h2>${words.linkedTitle}</h2>${made}
    <p>${fill(words.linkedSince, { email: account.email, day })} ${words.linkedWay}</p>${stranger}${all}
    <div class="two">${out}${oneButton(to(frame, '/account/los'), words.unlink)}</div></section>`
}

/** A page of the app: it needs script, as signing in does. */
const meansLink = (words: AccountWords) => html`<p><a href="/eigen-account">${words.means}</a></p>`

function isYouth({ family, now, workspace }: OwnPage): boolean {
  const { born_on } = family.person
  return born_on !== null && ageBand(ageOn(born_on, localDay(now, workspace.timeZone))) === 'youth'
}

/** After asking: the same page whether or not the address is known, with the code that the link asks for. */
export function sentPage(frame: OwnFrame, of: { email: string; code: string }): string {
  const words = accountWordsFor(frame.listener)
  const to = fill(words.sentTo, { email: of.email })
  return ownDocument(frame, {
    title: words.sentTitle,
    below: '/account',
    main: html`<h1>${words.sentTitle}</h1><p>${to}</p><p>${words.sentDo}</p><p class="box code"><b>${of.code}</b></p>
      <p>${words.sentCode}</p><p>${words.sentNone}</p>`,
  })
}

/** The page behind the link in the mail: nothing is done by opening it, so no program that looks at mails does anything. */
export function linkPage(frame: OwnFrame, of: { email: string; isWrong: boolean }): string {
  const words = accountWordsFor(frame.listener)
  const fault = of.isWrong ? html`<p class="box e" id="fout" role="alert">${words.codeWrong}</p>` : null
  const describes = of.isWrong
    ? html` aria-describedby="fout hint" aria-invalid="true"`
    : html` aria-describedby="hint"`
  return ownDocument(frame, {
    title: words.linkTitle,
    main: html`<h1>${words.linkTitle}</h1><p>${fill(words.linkIntro, { email: of.email })}</p>${fault}
      <form method="post" action="${to(frame, '')}"><label class="f" for="code">${words.code}</label><p id="hint">${words.codeHint}</p>
      <input id="code" name="code" inputmode="numeric" autocomplete="off" maxlength="12" required${describes}>
      <button class="go">${words.make}</button></form>`,
  })
}

/** The page behind a link that was used or has expired. */
export function overPage(frame: OwnFrame): string {
  const words = accountWordsFor(frame.listener)
  return ownDocument(frame, {
    title: words.overTitle,
    main: html`<h1>${words.overTitle}</h1><p>${words.overText}</p><p>${words.overDo}</p>
      <p><a href="/inloggen?naar=%2Fmijn">${words.signIn}</a></p>`,
  })
}

/** A page in the list: where, and as whom. */
export type MinePlace = { path: string; workspace: string; name: string }

/** Where an account opens a page of one's own. */
export function minePage(frame: OwnFrame, of: { places: readonly MinePlace[]; isMember: boolean }): string {
  const words = accountWordsFor(frame.listener)
  const { language } = frame.listener
  const lines = of.places.map(
    ({ path, workspace, name }) =>
      html`<li><a href="${path}?lang=${language}">${workspace}</a><p><i>${fill(words.mineAs, { name })}</i></p></li>`,
  )
  const list =
    lines.length === 0 ? html`<p>${words.mineNone}</p>` : html`<p>${words.mineIntro}</p><ul>${lines}</ul>`
  const work = of.isMember ? html`<p><a href="/">${words.mineWork}</a></p>` : null
  return ownDocument(frame, {
    title: words.mineTitle,
    main: html`<h1>${words.mineTitle}</h1>${list}${work}${meansLink(words)}
      <div class="two">${oneButton(`/mijn/uitloggen?lang=${language}`, words.signOut)}</div>`,
  })
}

/** A page that does not belong to the account, or does not any more. */
export function gonePage(frame: OwnFrame): string {
  const words = accountWordsFor(frame.listener)
  return ownDocument(frame, {
    title: words.gone,
    main: html`<h1>${words.gone}</h1><p>${words.goneText}</p><p><a href="/mijn?lang=${frame.listener.language}">${words.toAll}</a></p>`,
  })
}
