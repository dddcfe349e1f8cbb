import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { loadOwnData, type OwnData } from './own-data.ts'
import { agreement, scores } from './own-page.checks.page.ts'
import { dayOn, type OwnCollaboration, ownChecksOf } from './own-page.checks.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { ownReportWordsFor } from './own-page.report.text.ts'
import { ownDrawingsOnPage } from './own-page.report-drawings.ts'
import type { OwnPage } from './own-page.ts'

type Instruments = Parameters<typeof ownChecksOf>[2]
/** What the page that a person prints is made of. */
export type OwnReport = { checks: readonly OwnCollaboration[]; data: OwnData }

/** What stands on the page that a person prints; only what is hers is in reach of it. */
export async function ownReportOf(trx: Trx, page: OwnPage, instruments: Instruments): Promise<OwnReport> {
  return {
    checks: await ownChecksOf(trx, page, instruments),
    data: await loadOwnData(trx, page, instruments),
  }
}

/**
 * How it went, to print or keep as a PDF: the words, the picture and the list of each line, what was agreed and what came
 * back, what helps, and what was talked about. What she drew stands in it; what was
 * answered in own words stays on its own page: paper lies about.
 */
export function reportPage(frame: OwnFrame, page: OwnPage, { checks, data }: OwnReport): string {
  const words = ownReportWordsFor(frame.listener)
  const about = { name: page.name, workspace: page.workspace.name, day: dayOn(page, page.now) }
  const nothing = checks.length === 0 ? html`<p>${words.nothing}</p>` : null
  return ownDocument(frame, {
    title: words.title,
    below: '/overzicht',
    main: html`<h1>${words.title}</h1><p>${fill(words.about, about)}</p>
      <form><p class="box">${words.print} <a href="${to(frame, '/overzicht/pdf')}">${words.pdf}</a></p></form>${nothing}
      ${checks.map((one, index) => collaboration(page, one, index))}
      ${notes(data, 'helps', words.helps)}${notes(data, 'hinders', words.hinders)}${talked(page, data)}
      <p><i>${words.caution}</i></p>`,
  })
}

function collaboration(page: OwnPage, one: OwnCollaboration, index: number): Html {
  const words = ownReportWordsFor(page.listener)
  const lines = one.lines
    .filter(({ instrument }) => instrument.scoring.method !== 'none')
    .map((line, at) => scores(page, line, { id: `r${index}-${at}`, isOpen: true }))
  const agreed =
    one.agreements.length === 0
      ? null
      : html`<h3>${words.agreements}</h3><ul>${one.agreements.map((made) => agreement(page, made))}</ul>`
  return html`<section><h2>${fill(words.with, { names: one.title })}</h2>${lines}${ownDrawingsOnPage(page, one)}${agreed}</section>`
}

function notes({ collaborations }: OwnData, kind: 'helps' | 'hinders', title: string): Html | null {
  const told = collaborations.flatMap((one) => one.notes).filter((note) => note.kind === kind)
  if (told.length === 0) return null
  return html`<section><h2>${title}</h2><ul>${told.map(({ text }) => html`<li>${text}</li>`)}</ul></section>`
}

/** Signals that somebody closed: what was noticed, and what came of it. */
function talked(page: OwnPage, { collaborations }: OwnData): Html | null {
  const words = ownReportWordsFor(page.listener)
  const lines = collaborations
    .flatMap((one) => one.signals)
    .flatMap(({ inWords, openedAt, closed }) =>
      closed === null
        ? []
        : [fill(words.talkedOn, { what: inWords, day: dayOn(page, openedAt), outcome: closed })],
    )
  if (lines.length === 0) return null
  return html`<section><h2>${words.talked}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`
}
