import { runChart } from '@weerklank/core/charts/run-chart'
import { type RunChartSeries, scoreOfPoint } from '@weerklank/core/charts/run-chart-input'
import { runChartSentence } from '@weerklank/core/charts/run-chart-words'
import { lineFacts, startInWords } from '@weerklank/core/feedback/check-lines'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { scoreRange } from '@weerklank/core/feedback/instrument'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { dayInSentence } from '@weerklank/core/shared/day-words'
import { plainNumber } from '@weerklank/core/shared/number-words'
import { fill, say } from '@weerklank/core/shared/spoken'
import { localDay, shortDate } from '@weerklank/core/shared/time'
import { type Html, html, raw } from '../http/html.ts'
import { answerBlock, readingOf } from './own-data.page.ts'
import { ownChecksWordsFor } from './own-page.checks.text.ts'
import { dayOn, type OwnAgreement, type OwnCollaboration, type OwnLine } from './own-page.checks.ts'
import { formsSection, type OwnForm, type OwnFormWaiting } from './own-page.forms.ts'
import { type OwnFrame, ownDocument, to } from './own-page.frame.ts'
import { ownReportWordsFor } from './own-page.report.text.ts'
import type { OwnPage } from './own-page.ts'

/** Her own scores, in words before they are a picture, her own answers, and what was agreed with what came back. */
export function checksPage(
  frame: OwnFrame,
  page: OwnPage,
  {
    checks: all,
    ...asked
  }: {
    checks: readonly OwnCollaboration[]
    forms: readonly OwnForm[]
    waiting: readonly OwnFormWaiting[]
  },
): string {
  const words = ownChecksWordsFor(frame.listener)
  const nothing =
    all.length + asked.forms.length + asked.waiting.length === 0 ? html`<p>${words.nothing}</p>` : null
  return ownDocument(frame, {
    title: words.title,
    below: '/antwoorden',
    main: html`<h1>${words.title}</h1><p>${words.intro}</p>${nothing}
      ${all.map((one, index) => collaboration({ page, frame }, one, `c${index}`))}${formsSection(frame, page, asked)}`,
  })
}

type On = { page: OwnPage; frame: OwnFrame }

function collaboration({ page, frame }: On, one: OwnCollaboration, id: string): Html {
  const words = ownChecksWordsFor(page.listener)
  const lines = one.lines.map((line, index) => lineSection({ page, frame }, line, `${id}-${index}`))
  const agreed =
    one.agreements.length === 0
      ? null
      : html`<h3>${words.agreements}</h3><ul>${one.agreements.map((made) => agreement(page, made))}</ul>`
  const whom = fill(ownReportWordsFor(page.listener).with, { names: one.title })
  // What was agreed stands before the list of all answers, which only grows.
  return html`<section><h2>${whom}</h2>${lines.map(({ told }) => told)}${agreed}${lines.map(({ answers }) => answers)}</section>`
}

function lineSection({ page, frame }: On, line: OwnLine, id: string): { told: Html | null; answers: Html } {
  const words = ownChecksWordsFor(page.listener)
  const { instrument, checks } = line
  const newest = checks.toReversed()
  const list = newest.map(
    (check) =>
      html`<details><summary>${dayOn(page, check.answeredAt)}</summary>${answerBlock(check, readingOf(page))}
      ${paperLine(frame, check)}${readersLine(frame, check)}</details>`,
  )
  const told = instrument.scoring.method === 'none' ? null : scores(page, line, { id, isOpen: false })
  const caution = say(instrument.caution, page.listener)
  return { told, answers: html`<h3>${words.answers}</h3><p><i>${caution}</i></p>${list}` }
}

/** That it was on paper, and who typed it over. */
function paperLine(frame: OwnFrame, { enteredBy }: OwnLine['checks'][number]): Html | null {
  if (enteredBy === undefined) return null
  const words = ownChecksWordsFor(frame.listener)
  return html`<p>${fill(words.onPaper, { name: enteredBy || words.colleague })}</p>`
}

/** Who reads an answer, and the way to choose it. */
function readersLine(frame: OwnFrame, { id, readers, mayChoose }: OwnLine['checks'][number]): Html | null {
  if (!mayChoose) return null
  const words = ownChecksWordsFor(frame.listener)
  const way = html`<p><a href="${to(frame, `/antwoorden/${id}`)}">${words.who}</a></p>`
  if (readers === null) return way
  const now = readers.length === 0 ? words.readByNobody : fill(words.readBy, { names: readers.join(', ') })
  return html`<p>${now}</p>${way}`
}

/** The words first, then the picture; with one score there is nothing to draw. */
export function scores(page: OwnPage, line: OwnLine, of: { id: string; isOpen: boolean }): Html {
  const words = ownChecksWordsFor(page.listener)
  const series = seriesOf(page, line)
  const given = series.points.filter((point) => scoreOfPoint(point) !== null)
  const sentence = runChartSentence({ ...series, personName: words.you })
  const start = startInWords(factsOf(line.instrument, series), page.listener.language)
  const picture = { idPrefix: of.id, title: words.picture, description: sentence, width: 343, height: 220 }
  const drawn =
    given.length < 2 ? null : html`${raw(runChart({ ...series, ...picture }))}${table(page, line, of.isOpen)}`
  return html`<p>${sentence}</p>${start === null ? null : html`<p>${start}</p>`}${drawn}`
}

function table(page: OwnPage, { instrument, checks }: OwnLine, isOpen: boolean): Html {
  const words = ownChecksWordsFor(page.listener)
  const head = instrument.scoring.method === 'sum' ? words.sum : words.mean
  const rows = checks.map(({ answeredAt, score }) => {
    const value = score === null ? words.noScore : valueLabel(score, page.listener.language)
    return html`<tr><th scope="row">${dayOn(page, answeredAt)}</th><td>${value}</td></tr>`
  })
  return html`<details${isOpen ? raw(' open') : null}><summary>${words.asTable}</summary><table><tr><th scope="col">${words.day}</th>
    <th scope="col">${head}</th></tr>${rows.toReversed()}</table></details>`
}

/** What can be said of her line. */
export function factsOf({ scale, signals, ...rest }: Instrument, { points }: RunChartSeries) {
  const scores = points.map((point) => scoreOfPoint(point))
  const range = scoreRange({ scale, ...rest })
  return lineFacts({ scores, scale: range, ceilingFrom: signals.ceiling.from, withLimits: false })
}

/** Without the line below which a talk is worth while: on her own page nobody weighs her scores. */
export function seriesOf(page: OwnPage, { instrument, checks }: OwnLine): RunChartSeries {
  const words = ownChecksWordsFor(page.listener)
  const { language } = page.listener
  const { timeZone } = page.workspace
  const seen = { language, timeZone, today: localDay(page.now, timeZone) }
  const range = scoreRange(instrument)
  const series: RunChartSeries = {
    lang: language,
    // With too little filled in there is no score, and that is no silence either.
    points: checks.flatMap(({ answeredAt, score, enteredBy }) =>
      score === null
        ? []
        : {
            at: answeredAt,
            label: shortDate(answeredAt, language, timeZone),
            value: score,
            valueLabel: valueLabel(score, language),
            description: '',
            when: dayInSentence(answeredAt, seen),
            ...(enteredBy !== undefined && { onPaper: true }),
          },
    ),
    cutoff: null,
    annotations: [],
    scale: { ...range, step: (range.max - range.min) / 5 },
  }
  const begun = factsOf(instrument, series).start?.start
  if (begun === undefined) return series
  const label = fill(words.start, { level: plainNumber(begun.level, language, 1) })
  return { ...series, start: { value: begun.level, label } }
}

/** What was agreed, when, and what came back of it. */
export function agreement(page: OwnPage, { text, madeAt, isEnded, cameBack }: OwnAgreement): Html {
  const words = ownChecksWordsFor(page.listener)
  const made = fill(words.madeOn, { day: dayOn(page, madeAt) })
  const answers = cameBack.map(({ answer, at }) => fill(words.cameBack, { answer, day: dayOn(page, at) }))
  const told = answers.length === 0 && !isEnded ? [words.notAsked] : answers
  const lines = [made, ...told, ...(isEnded ? [words.ended] : [])]
  return html`<li><p><b>${text}</b></p>${lines.map((line) => html`<p>${line}</p>`)}</li>`
}
