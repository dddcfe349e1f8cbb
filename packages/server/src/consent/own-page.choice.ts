import type { Purpose } from '@weerklank/core/consent/consent'
import type { ConsentChoice, ConsentReceipt } from '@weerklank/core/consent/consent.contract'
import type { WithdrawalPlan } from '@weerklank/core/consent/purpose'
import { consentStateWord, purposeWord } from '@weerklank/core/consent/purpose.words'
import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth } from '@weerklank/core/shared/time'
import { type Html, html } from '../http/html.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { type OwnWords, ownWordsFor } from './own-page.text.ts'

export type ChoicePage = {
  choice: ConsentChoice
  /** Below the root: `/keuze/research`, or `/kind/<id>/keuze/research` for a child. */
  below: string
  /** Made for this page: whatever is sent with it is one word, however often it is sent. */
  eventId: string
  /** For whom, when it is for a child. */
  child: string | null
  /** Who reads has said yes: then it can be stopped. */
  saidYes: boolean
  /** Who reads may decide. */
  mayDecide: boolean
  /** What a no would do now; null where nothing was given yet. */
  plan: WithdrawalPlan | null
  timeZone: string
  /** What was just done, or is the matter. */
  told: { kind: 'kept'; receipt: ConsentReceipt | null } | { kind: 'wrong'; text: string } | null
}

/** One purpose: what it is, where it stands, who else is asked, and the one question. Nothing is chosen beforehand. */
export function choicePage(frame: OwnFrame, page: ChoicePage): string {
  const words = ownWordsFor(frame.listener)
  const { wording } = page.choice.text
  return ownDocument(frame, {
    title: wording.title,
    below: page.below,
    main: html`<h1>${wording.title}</h1>
      ${told(frame, page, words)}
      ${page.child === null ? null : html`<p><b>${fill(words.aboutChild, { name: page.child })}</b></p>`}
      ${state(frame, page, words)}
      ${wording.what.map((text) => html`<p>${text}</p>`)}
      <dl><dt>${words.whatIfNo}</dt><dd>${wording.whatIfNo}</dd>
      <dt>${words.whoSees}</dt><dd>${wording.whoSees}</dd>
      <dt>${words.howLong}</dt><dd>${wording.howLong}</dd>
      <dt>${words.howToStop}</dt><dd>${wording.howToStop}</dd></dl>
      ${consequence(frame, page, words)}
      ${page.mayDecide ? question(frame, page, words) : html`<p>${words.notYours}</p>`}`,
  })
}

function told(frame: OwnFrame, { told: what, timeZone }: ChoicePage, words: OwnWords): Html | null {
  if (what === null) return null
  if (what.kind === 'wrong') return html`<p class="box e" id="fout" role="alert">${what.text}</p>`
  const { receipt } = what
  if (receipt === null) return html`<p class="box" role="status">${words.kept}</p>`
  const day = dayMonth(receipt.at, frame.listener.language, timeZone)
  return html`<div class="box" role="status"><h2>${words.receipt}</h2>
    ${receipt.lines.map((line) => html`<p>${line}</p>`)}<p>${fill(words.onDay, { day })}</p></div>`
}

function state(frame: OwnFrame, { choice, timeZone }: ChoicePage, words: OwnWords): Html {
  const { language } = frame.listener
  const now = fill(words.now, { state: stateWord(choice, frame, words) })
  const several = choice.deciders.length > 1
  const lines = choice.deciders.map(({ person, name, said, assent }) => {
    if (isUnconfirmed(choice, person)) return html`<li>${fill(words.notConfirmed, { name })}</li>`
    if (said === null) return html`<li>${fill(assent ? words.assent : words.notSaid, { name })}</li>`
    const decision = said.decision === 'given' ? words.yes : words.no
    return html`<li>${fill(words.saidOn, { name, decision, day: dayMonth(said.at, language, timeZone) })}</li>`
  })
  const nobody = waitsForUnknownParent(choice) ? html`<p>${words.noParent}</p>` : null
  const all = several && choice.asking === 'consent' ? html`<p>${words.alsoAsked}</p>` : null
  return html`<div class="box"><p><b>${now}</b></p>${several ? all : null}${several ? html`<ul>${lines}</ul>` : null}${nobody}</div>`
}

/** Where a choice stands. On this page she can choose, so what was not asked yet is not chosen yet. */
function stateWord({ status }: Pick<ConsentChoice, 'status'>, frame: OwnFrame, words: OwnWords): string {
  return status.state === 'not-asked'
    ? words.notChosen
    : consentStateWord(status.state, frame.listener.language)
}

/** A yes of a parent that somebody else wrote down. */
function isUnconfirmed({ status }: ConsentChoice, who: string): boolean {
  return (
    'waitingFor' in status &&
    status.waitingFor.some(({ person, why }) => person === who && why === 'not-confirmed')
  )
}

function waitsForUnknownParent({ status }: ConsentChoice): boolean {
  return (
    'waitingFor' in status && status.waitingFor.some((one) => one.who === 'parent' && one.person === null)
  )
}

function consequence(frame: OwnFrame, { plan }: ChoicePage, words: OwnWords): Html | null {
  if (plan === null || plan.deletes + plan.detaches + plan.cannotUndo.length === 0) return null
  const titles = plan.cannotUndo.map(({ title }) => `“${title}”`).join(', ')
  const deletes =
    plan.deletes === 0 ? null : html`<p>${fill(words.willDelete, { count: String(plan.deletes) })}</p>`
  const unshares =
    plan.detaches === 0 ? null : html`<p>${fill(words.willUnshare, { count: String(plan.detaches) })}</p>`
  const left = titles === '' ? null : html`<p>${fill(words.cannotTakeBack, { titles })}</p>`
  return html`<div class="box" lang="${frame.listener.language}"><h2>${words.ifStop}</h2>${deletes}${unshares}${left}</div>`
}

function question(frame: OwnFrame, page: ChoicePage, words: OwnWords): Html {
  const { version, level } = page.choice.text
  const hidden = { id: page.eventId, version: String(version), level }
  const fields = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const asked = page.saidYes ? stopping(words) : yesOrNo(page, words)
  return html`<form method="post" action="${to(frame, page.below)}">${fields}${asked}</form>`
}

/** Stopping is as easy as it was to say yes: one button. */
function stopping(words: OwnWords): Html {
  return html`<button class="go" name="keuze" value="nee">${words.stopNow}</button>`
}

function yesOrNo({ choice, told: what }: ChoicePage, words: OwnWords): Html {
  const { wording } = choice.text
  const describes = what?.kind === 'wrong' ? html` aria-describedby="fout"` : null
  const radio = (value: string, text: string) =>
    html`<label><input type="radio" name="keuze" value="${value}" required> ${text}</label>`
  return html`<fieldset${describes}><legend>${wording.question}</legend>
    ${radio('ja', wording.yes)}${radio('nee', wording.no)}</fieldset>
    <button class="go">${words.keep}</button>`
}

/** A list of choices: each purpose in words, where it stands, and the way to its page. */
export function choiceList(
  frame: OwnFrame,
  choices: readonly ConsentChoice[],
  path: (purpose: Purpose) => string,
): Html {
  const { language } = frame.listener
  const words = ownWordsFor(frame.listener)
  const offered = choices.filter((choice) => choice.status.state !== 'not-offered')
  const lines = offered.map(({ purpose, status }) => {
    const state = stateWord({ status }, frame, words)
    return html`<li><a href="${to(frame, path(purpose))}">${purposeWord(purpose, language)}</a><p><i>${state}</i></p></li>`
  })
  return html`<ul>${lines}</ul>`
}
