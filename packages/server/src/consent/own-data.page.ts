import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { fill } from '@weerklank/core/shared/spoken'
import { clock, dayMonth, type Instant, localDay } from '@weerklank/core/shared/time'
import { drawingPicture } from '../http/drawing.ts'
import { type Html, html } from '../http/html.ts'
import { aroundBlock } from './own-data.around.page.ts'
import { formAskedLine, formBlock, planBlock } from './own-data.asked.ts'
import { circlesBlock } from './own-data.circles.ts'
import { learningBlock } from './own-data.learning.ts'
import { strainBlock } from './own-data.strain.ts'
import { tablesBlock } from './own-data.tables.ts'
import type { OwnData } from './own-data.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { reportLines } from './own-page.receipt.ts'
import { type OwnWords, ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'

/** What is kept about her, in numbers, and the way to take it all along. */
export function dataPage(frame: OwnFrame, page: OwnPage, data: OwnData): string {
  const words = ownWordsFor(frame.listener)
  const all = data.collaborations
  const counts: [keyof OwnWords, number][] = [
    ['count.answers', all.flatMap((one) => [...one.answers, ...one.forms]).length],
    ['count.agreements', all.flatMap((one) => one.agreements).length],
    ['count.notes', all.flatMap((one) => [...one.notes, ...one.strain]).length],
    ['count.tables', data.meetings.flatMap((one) => [...one.wrote, ...one.said]).length],
    ['count.decisions', data.choices.flatMap((one) => one.decisions).length],
    ['count.material', data.research.material.length],
  ]
  const lines = counts.map(([key, count]) => html`<li>${words[key]}: <b>${count}</b></li>`)
  const more = [...new Set(all.flatMap((one) => one.more ?? []))].map((text) => html`<p>${text}</p>`)
  const { register } = data.research
  const code = register === null ? null : html`<p>${fill(words.code, { code: register.code })}</p>`
  const download = (format: string, text: string) =>
    html`<form method="post" action="${to(frame, '/download')}"><input type="hidden" name="format" value="${format}"><button>${text}</button></form>`
  return ownDocument(frame, {
    title: words.data,
    below: '/gegevens',
    main: html`<h1>${words.data}</h1><ul>${lines}</ul>${code}${more}
      <section><p>${words.dataIntro}</p><div class="two">${download('html', words.downloadPage)}${download('json', words.downloadData)}</div></section>
      ${tablesBlock(data.meetings, { listener: page.listener, moment: momentIn(page) })}${learningBlock(data.learning, { listener: page.listener, moment: momentIn(page) })}${circlesBlock(data.circles, { listener: page.listener, moment: momentIn(page) })}${receipts(page, data, words)}`,
  })
}

function receipts(page: OwnPage, data: OwnData, words: OwnWords): Html | null {
  if (data.receipts.length === 0) return null
  const items = data.receipts.map((receipt) => {
    const day = dayMonth(receipt.at, page.listener.language, page.workspace.timeZone)
    return html`<li><p><i>${fill(words.onDay, { day })}</i></p>${reportLines(page, receipt).map((line) => html`<p>${line}</p>`)}</li>`
  })
  return html`<section><h2>${words.receipts}</h2><ul>${items}</ul></section>`
}

/** All of it as a page that can be read and kept, without anything that it would have to fetch. */
export function downloadPage(frame: OwnFrame, page: OwnPage, data: OwnData): string {
  const words = ownWordsFor(frame.listener)
  const moment = momentIn(page)
  const said = { listener: page.listener, moment }
  const elsewhere = [
    tablesBlock(data.meetings, said),
    learningBlock(data.learning, said),
    circlesBlock(data.circles, said),
  ]
  const looked = data.whoLooked.map(({ at, what, why }) => html`<li>${moment(at)}: ${what} ${why}</li>`)
  const requests = data.requests.map((one) => {
    const outcome = one.outcome === null ? words.requestOpen : words[`outcome.${one.outcome}`]
    const by = one.askedBy === 'self' ? '' : ` (${fill(words.requestBy, { name: words.parent })})`
    return html`<li>${moment(one.at)}: ${one.text}${by} – ${outcome} ${one.answer}</li>`
  })
  return ownDocument(frame, {
    title: `${words.data}: ${page.name}`,
    isFile: true,
    main: html`<h1>${words.data}</h1><p>${page.name} – ${data.workspace} – ${moment(data.madeAt)}</p>
      <section><h2>${words.choices}</h2>${data.choices.map((choice) => choiceBlock(choice, moment))}</section>
      ${data.collaborations.map((one) => collaborationBlock(one, { page, words, moment }))}
      ${elsewhere}
      ${researchBlock(data, words)}
      ${aroundBlock(data, words, moment)}
      ${requests.length === 0 ? null : html`<section><h2>${words.request}</h2><ul>${requests}</ul></section>`}
      ${receipts(page, data, words)}
      <section><h2>${words.looked}</h2><ul>${looked}</ul>${data.whoLookedIsCut ? html`<p>${words.lookedCut}</p>` : null}</section>`,
  })
}

type Moment = (at: Instant) => string

function momentIn({ listener: { language }, workspace: { timeZone } }: OwnPage): Moment {
  return (at) =>
    `${dayMonth(at, language, timeZone)} ${localDay(at, timeZone).slice(0, 4)}, ${clock(at, language, timeZone)}`
}

function choiceBlock(choice: OwnData['choices'][number], moment: Moment): Html {
  const decisions = choice.decisions.map(({ decision, at, as, how, textVersion, text }) => {
    const said = decision === 'given' ? text.yes : text.no
    return html`<li>${moment(at)}: <b>${said}</b> (${as}, ${how}, ${text.title} ${textVersion})<p>${text.what.join(' ')}</p><p>${text.question}</p></li>`
  })
  return html`<h3><b>${choice.name}: ${choice.stateInWords}</b></h3><ul>${decisions}</ul>`
}

type Reading = { page: OwnPage; words: OwnWords; moment: Moment }

function collaborationBlock(one: OwnData['collaborations'][number], reading: Reading): Html {
  const { moment, words } = reading
  const { language } = reading.page.listener
  const agreements = one.agreements.map(
    ({ text, madeAt, echoes }) =>
      html`<li>${moment(madeAt)}: ${text} ${echoes.map((echo) => `– ${echo.inWords} (${moment(echo.at)})`).join(' ')}</li>`,
  )
  const notes = one.notes.map(({ text, toldBy, at }) => html`<li>${moment(at)}: ${text} ${toldBy}</li>`)
  const contacts = one.contacts.map(
    ({ at, place, summary }) => html`<li>${moment(at)} ${place} ${summary}</li>`,
  )
  const checks = one.asked.map(
    ({ sentAt, answered }) => html`<li>${moment(sentAt)}${answered ? `: ${words.wasAnswered}` : ''}</li>`,
  )
  const forms = one.formsAsked.map((form) => html`<li>${formAskedLine(form, language, moment)}</li>`)
  const asked = [...checks, ...forms]
  const signals = one.signals.map(
    ({ inWords, openedAt, closed, note }) =>
      html`<li>${moment(openedAt)}: ${inWords} ${closed ?? ''} ${note}</li>`,
  )
  return html`<section><h2>${one.title}</h2><p>${one.people.join(', ')}</p><p>${one.purpose}</p>
    ${one.answers.map((answer) => answerBlock(answer, reading))}
    ${one.forms.map((form) => formBlock(form, language, moment))}
    ${one.plan === null ? null : planBlock(one.plan, language, moment)}
    ${listBlock(words['count.agreements'], agreements)}
    ${listBlock(words['count.notes'], [...notes, ...contacts, ...one.strain.map((row) => strainBlock(row, moment))])}
    ${listBlock(words['count.signals'], signals)}${listBlock(words['count.asked'], asked)}
    ${one.more === null ? null : html`<p>${one.more}</p>`}</section>`
}

/** A list under its name; of what is not there nothing is said. */
function listBlock(title: string, lines: readonly Html[]): Html | null {
  return lines.length === 0 ? null : html`<h3><b>${title}</b></h3><ul>${lines}</ul>`
}

type ShownAnswer = Pick<
  OwnData['collaborations'][number]['answers'][number],
  'answeredAt' | 'items' | 'drawing' | 'open' | 'echoes'
>

/** An answer with its questions: the number, and the words at both ends of the line. */
export function answerBlock(answer: ShownAnswer, { page, words, moment }: Reading): Html {
  const { language } = page.listener
  const items = answer.items.map(({ question, low, high, value, said, from, to: until }) => {
    const given =
      value === null
        ? words.leftEmpty
        : (said ?? `${valueLabel(value, language)} (${from} = ${low}, ${until} = ${high})`)
    return html`<dt>${question}</dt><dd>${given}</dd>`
  })
  const echoes = answer.echoes.map(
    ({ agreement, answer: said }) => html`<dt>${agreement}</dt><dd>${said}</dd>`,
  )
  const { drawing } = answer
  const drawn =
    drawing === undefined
      ? null
      : html`<dt>${drawing.question}</dt><dd>${drawingPicture(drawing.path, words.drawing)}</dd>`
  const open = answer.open.text === '' ? words.leftEmpty : answer.open.text
  return html`<h3><b>${moment(answer.answeredAt)}</b></h3><dl>${items}${drawn}${echoes}<dt>${answer.open.question}</dt><dd>${open}</dd></dl>`
}

/** Of a page, as its reader says moments. */
export function readingOf(page: OwnPage): Reading {
  return { page, words: ownWordsFor(page.listener), moment: momentIn(page) }
}

function researchBlock({ research }: OwnData, words: OwnWords): Html | null {
  if (research.register === null) return null
  const moments = research.moments.map(
    ({ month, received }) => html`<li>${month.slice(0, 7)}: ${received}</li>`,
  )
  return html`<section><h2>${words['count.material']}</h2><p>${fill(words.code, { code: research.register.code })}</p>
    <ul>${moments}</ul><p>${words['count.material']}: ${research.material.length}</p></section>`
}
