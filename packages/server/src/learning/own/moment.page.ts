import type { Goal } from '@weerklank/core/learning/goal'
import type { MentionBook } from '@weerklank/core/learning/mention'
import type { MomentForm } from '@weerklank/core/learning/moment-form'
import { fill } from '@weerklank/core/shared/spoken'
import { type Day, dayMonth } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import type { MomentRow, ReceiptRow } from '../moment.repository.ts'
import type { Fields } from './goal.fields.ts'
import type { Reviewed } from './moment.fields.ts'
import { itemFields } from './moment.items.ts'
import { type HandedInWords, shownForm } from './moment.shown.ts'
import { type MomentWords, momentWordsFor } from './moment.text.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

export type MomentPage = {
  page: OwnLearner
  moment: MomentRow
  book: MentionBook
  /** Why it cannot be filled in now, or how it stands with the days. */
  window: 'before' | 'open' | 'closed' | 'over' | 'draft' | 'not-asked'
  receipt: ReceiptRow | undefined
  said: HandedInWords
  /** Every goal of hers, also those of before. */
  all: readonly Goal[]
  goals: readonly Reviewed[]
  /** Who still has to choose whether researchers read along. */
  awaits: 'self' | 'parent' | null
  /** Made with the form: sent twice it is one form. */
  id: string
  isKept: boolean
  typed: Fields
  wrong: ReadonlyMap<string, string>
  /** Something came in before this; `replaceable`: on paper, so that she can choose. */
  taken: { day: string; replaceable: boolean } | null
}

type Shown = MomentPage & { words: MomentWords }

/** One moment: its questions, or what came in. */
export function momentPage(of: MomentPage): string {
  const { page, moment } = of
  const shown = { ...of, words: momentWordsFor(page.listener) }
  return learnerDocument(
    { ...page, workspace: page.workspace.name },
    {
      title: moment.title,
      below: `/moment/${moment.key}`,
      main: html`<h1>${moment.title}</h1>${body(shown)}`,
    },
  )
}

function body(of: Shown): Html {
  const { receipt, taken, words } = of
  if (taken !== null) return html`${takenBox(of, taken)}${form(of)}`
  if (receipt !== undefined && !receipt.discarded) return handedIn(of, receipt)
  const lost =
    receipt === undefined
      ? null
      : html`<p class="box">${fill(words.discarded, { day: dayOf(of, receipt.at) })}</p>`
  const closed = whyClosed(of)
  return closed === null ? html`${lost}${form(of)}` : html`${lost}<p class="box">${closed}</p>`
}

const dayOf = ({ page }: Shown, at: string) => dayMonth(at, page.listener.language, page.workspace.timeZone)
const calendarDay = ({ page }: Shown, day: Day) => dayMonth(`${day}T12:00:00Z`, page.listener.language, 'UTC')

function whyClosed(of: Shown): string | null {
  const { window, words, moment } = of
  if (window === 'before') return fill(words.opens, { day: calendarDay(of, moment.opens_on) })
  if (window === 'over') return words.over
  if (window === 'draft') return words.draft
  return window === 'not-asked' ? words.notAsked : null
}

function handedIn(of: Shown, receipt: ReceiptRow): Html {
  const { words, page, book, said, all, moment, isKept } = of
  const paper = receipt.entered_by === null ? null : html` ${words.byPaper}`
  return html`${isKept ? html`<p class="box" role="status">${words.kept}</p>` : null}
    <p>${fill(words.isIn, { day: dayOf(of, receipt.at) })}${paper}</p><h2>${words.yours}</h2>
    ${shownForm(moment.form as MomentForm, { listener: page.listener, words, book, said, all })}`
}

/** What came in before stands; what was typed now is still there, and not kept yet. */
function takenBox(
  { page, moment, words }: Shown,
  { day, replaceable }: { day: string; replaceable: boolean },
): Html {
  const path = to(page, `/moment/${moment.key}`)
  return html`<div class="box" id="fout" role="alert"><p>${fill(replaceable ? words.takenPaper : words.taken, { day })}</p><p>${words.notKeptYet}</p>
    ${replaceable ? html`<p><a href="${path}">${words.keepPaper}</a></p>` : null}</div>`
}

function form(of: Shown): Html {
  const { page, moment, words, wrong, id, taken, book, goals, typed } = of
  const asking = { listener: page.listener, words, goals, book, typed, wrong }
  const action = to(page, `/moment/${moment.key}`)
  const button =
    taken === null
      ? html`<button class="go">${words.send}</button>`
      : taken.replaceable
        ? html`<button class="go" name="kies" value="vervang">${words.replace}</button>`
        : null
  return html`${taken === null ? head(of) : null}${matters(of)}<form method="post" action="${action}"><input type="hidden" name="id" value="${id}">
    ${(moment.form as MomentForm).map((item) => itemFields(asking, item))}${button}</form>`
}

function head(of: Shown): Html {
  const { page, words, window, moment, awaits } = of
  const last = calendarDay(of, moment.closes_on)
  const when = fill(window === 'closed' ? words.late : words.until, { day: last })
  const isRead = page.learner.shared === 'research' && page.learner.in_use
  const ask =
    awaits !== 'self'
      ? null
      : html`<div class="box"><p>${words.chooseBefore} <a href="${to(page, '/keuze/research')}">${words.choose}</a></p><p>${words.chooseNot}</p></div>`
  return html`<p>${words.intro} ${when}</p><p><i>${isRead ? words.readShared : words.readNobody}</i></p>${ask}`
}

/** What is the matter, with the way to each question. */
function matters({ wrong, words, moment }: Shown): Html | null {
  if (wrong.size === 0) return null
  const items = new Set((moment.form as MomentForm).map(({ key }) => key))
  const lines = [...wrong].map(([key, text]) =>
    items.has(key) ? html`<li><a href="${`#v-${key}`}">${text}</a></li>` : html`<li>${text}</li>`,
  )
  return html`<div class="box e" id="fout" role="alert"><p>${words.wrong}</p><ul>${lines}</ul></div>`
}
