import type { MentionBook } from '@weerklank/core/learning/mention'
import type { MomentForm } from '@weerklank/core/learning/moment-form'
import { dayMonth } from '@weerklank/core/shared/time'
import { type Html, html } from '../../http/html.ts'
import type { MomentRow, ReceiptRow } from '../moment.repository.ts'
import { eraseWordsFor } from './erase.text.ts'
import type { KeptSeen } from './kept.seen.ts'
import { type HandedInWords, shownForm } from './moment.shown.ts'
import { momentWordsFor } from './moment.text.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { type OwnLearningWords, ownLearningWordsFor } from './own.text.ts'

export type SeenPage = {
  page: OwnLearner
  book: MentionBook
  moments: readonly MomentRow[]
  receipts: readonly ReceiptRow[]
  /** Titles of the meetings at which she was. */
  attended: readonly string[]
  /** What researchers can read now. */
  said: HandedInWords
  /** What they read of what she keeps of her own learning. */
  kept: KeptSeen
  /** Something of hers is read by nobody else. */
  keepsSome: boolean
  /** She takes part in a collaboration too: her own page is opened from there. */
  hasCare: boolean
}

type Shown = SeenPage & { words: OwnLearningWords }
type Fact = readonly [string, string]

/** What the lead, the researchers and her buddy see of her: the very words and numbers. */
export function seenPage(of: SeenPage): string {
  const words = ownLearningWordsFor(of.page.listener)
  const shown = { ...of, words }
  return learnerDocument(
    { ...of.page, workspace: of.page.workspace.name },
    {
      title: words.seen,
      below: '/gezien',
      main: html`<h1>${words.seen}</h1>${lead(shown)}${researchers(shown)}
        <section><h2>${words.buddy}</h2><p>${words.buddySees}</p>${facts(buddyFacts(shown))}${of.kept.buddy}</section>${ways(shown)}`,
    },
  )
}

const facts = (all: readonly Fact[]) =>
  html`<dl>${all.filter(([, text]) => text !== '').map(([what, text]) => html`<dt>${what}</dt><dd>${text}</dd>`)}</dl>`

function buddyFacts({ page, words }: Shown): Fact[] {
  const { learner, name } = page
  return [
    [words.name, name],
    [words.organisation, learner.organisation],
    [words.function, learner.function],
  ]
}

/** The register: the same for leads and researchers, but for her name. */
function registerFacts(of: Shown): Fact[] {
  const { page, words, attended } = of
  const { learner } = page
  const isYes = learner.shared === 'research' && learner.in_use
  return [
    [words.number, String(learner.number)],
    [words.organisation, learner.organisation],
    [words.function, learner.function],
    [words.standing, words[`status-${learner.status}`]],
    [words.received, receivedText(of)],
    [words.attended, attended.join(', ')],
    [words.choice, isYes ? words.consents : words.consentsNot],
  ]
}

function receivedText({ page, words, moments, receipts }: Shown): string {
  const lines = moments.flatMap(({ id, title }) => {
    const receipt = receipts.find((row) => row.moment_id === id)
    const day = receipt && dayMonth(receipt.at, page.listener.language, page.workspace.timeZone)
    return day === undefined ? [] : [`${title} (${day})`]
  })
  return lines.length === 0 ? words.nothingReceived : lines.join(', ')
}

function lead(of: Shown): Html {
  const { page, words } = of
  const names: Fact[] = [
    [words.name, page.name],
    [words.email, page.email],
  ]
  return html`<section><h2>${words.lead}</h2><p>${words.leadSees}</p>${facts([...names, ...registerFacts(of)])}${of.kept.lead}</section>`
}

function researchers(of: Shown): Html {
  const { words, said, page, book, moments, kept, keepsSome } = of
  const handedIn = said.goals.length + said.answers.length + said.mentions.length
  const count = handedIn + (kept.researchers === null ? 0 : 1)
  const listener = page.listener
  const forms = moments.map(({ id, title, form }) => {
    const here = {
      goals: said.goals.filter(({ moment }) => moment === id),
      answers: said.answers.filter(({ moment_id }) => moment_id === id),
      mentions: said.mentions.filter(({ moment_id }) => moment_id === id),
    }
    if (here.goals.length + here.answers.length + here.mentions.length === 0) return null
    const shown = { listener, words: momentWordsFor(listener), book, said: here, all: said.goals }
    return html`<h3>${title}</h3>${shownForm(form as MomentForm, shown)}`
  })
  const rest = count > 0 && keepsSome ? html`<p><i>${words.onlyYours}</i></p>` : null
  return html`<section><h2>${words.researcher}</h2><p>${count === 0 ? words.researcherNothing : words.researcherSees}</p>
    ${facts(registerFacts(of))}${forms}${kept.researchers}${rest}</section>`
}

/** Where she can change it. */
function ways({ page, words, hasCare }: Shown): Html {
  const own = hasCare
    ? html`<p>${words.ownPageElsewhere}</p>`
    : html`<form class="plain" method="post" action="${to(page, '/eigen')}"><button>${words.ownPage}</button></form>`
  return html`<section><h2>${words.choice}</h2><p><a href="${to(page, '/keuze/research')}">${words.changeChoice}</a></p>${own}
    <p><a href="${to(page, '/wissen')}">${eraseWordsFor(page.listener).title}</a></p></section>`
}
