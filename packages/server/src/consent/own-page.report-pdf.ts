import type { RunChartSeries } from '@weerklank/core/charts/run-chart-input'
import { runChartSentence } from '@weerklank/core/charts/run-chart-words'
import { startInWords } from '@weerklank/core/feedback/check-lines'
import type { SignalRule } from '@weerklank/core/feedback/signal'
import { fill, say } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import { reportFile } from '../reports/relation-report.file.ts'
import type { ReportAgreement, ReportLine, ReportParts } from '../reports/relation-report.parts.ts'
import { type ReportWords, reportWordsFor } from '../reports/relation-report.text.ts'
import { factsOf, seriesOf } from './own-page.checks.page.ts'
import { dayOn, type OwnAgreement, type OwnLine } from './own-page.checks.ts'
import type { OwnReport } from './own-page.report.ts'
import { ownDrawings } from './own-page.report-drawings.ts'
import type { OwnPage } from './own-page.ts'

type In = { page: OwnPage; words: ReportWords; dayOf: (at: Instant) => string }

/** What is on the overview of her own page, as a PDF that a screen reader reads; the same report that colleagues can make. */
export function ownReportPdf(page: OwnPage, report: OwnReport): Promise<Uint8Array<ArrayBuffer>> {
  return reportFile(ownReportParts(page, report), 'pdf')
}

/** Nobody need explain a silence to herself, and strain has a place of its own. */
const notTold: ReadonlySet<SignalRule> = new Set(['no-check', 'rupture-open', 'own-challenge'])

function ownReportParts(page: OwnPage, { checks, data }: OwnReport): ReportParts {
  const words = reportWordsFor(page.listener)
  const one: In = { page, words, dayOf: (at) => dayOn(page, at) }
  const { collaborations } = data
  const notes = (kind: 'helps' | 'hinders') =>
    collaborations.flatMap((part) => part.notes.flatMap((note) => (note.kind === kind ? note.text : [])))
  const about = { name: page.name, workspace: page.workspace.name, day: dayOn(page, page.now) }
  return {
    ...{ listener: page.listener, timeZone: page.workspace.timeZone, workspace: page.workspace.name },
    ...{
      made: page.now,
      title: words.titleOwn,
      about: [fill(words.aboutOwn, about)],
      caution: [words.caution],
    },
    parts: checks.map((part) => ({
      heading: fill(words.with, { names: part.title }),
      lines: part.lines.flatMap((line) => lineOf(one, line) ?? []),
      drawings: ownDrawings(page, part),
      agreements: part.agreements.map((made) => agreementOf(one, made)),
    })),
    ...{ helps: notes('helps'), hinders: notes('hinders') },
    talked: collaborations.flatMap(({ signals }) =>
      signals.flatMap(({ rule, inWords: what, openedAt, closed: outcome }) =>
        outcome === null || notTold.has(rule)
          ? []
          : [fill(words.talkedOn, { what, day: dayOn(page, openedAt), outcome })],
      ),
    ),
    repairs: collaborations.flatMap(({ strain }) =>
      strain.flatMap(({ noticedAt, outcome }) =>
        outcome === null ? [] : [fill(words.repairOn, { day: dayOn(page, noticedAt), outcome })],
      ),
    ),
  }
}

function lineOf({ page, words, dayOf }: In, line: OwnLine): ReportLine | null {
  const { instrument, checks } = line
  if (instrument.scoring.method === 'none' || checks.length === 0) return null
  const { language } = page.listener
  const drawn = seriesOf(page, line)
  const preposition = language === 'nl' ? 'op' : 'on'
  const points = drawn.points.map((point) => ({ ...point, when: `${preposition} ${dayOf(point.at)}` }))
  const series: RunChartSeries = { ...drawn, points }
  return {
    name: instrument.name[language],
    series,
    sentence: runChartSentence({ ...series, personName: words.you }),
    start: startInWords(factsOf(instrument, series), language),
    items: itemsOf(line, { page, dayOf }),
    itemBelow: null,
    caution: say(instrument.caution, page.listener),
  }
}

/** Question by question, where all that she answered were the same questions. */
function itemsOf(
  { instrument, checks }: OwnLine,
  { page, dayOf }: Pick<In, 'page' | 'dayOf'>,
): ReportLine['items'] {
  const { language } = page.listener
  if (checks.some(({ items }) => items.length !== instrument.items.length)) return null
  const days = checks.map(({ answeredAt }) => dayOf(answeredAt))
  const lines = instrument.items.map(({ id, label }, at) => ({
    ...{ id, label: label[language] },
    values: checks.map(({ items }) => items[at]?.value ?? null),
  }))
  return { lines, dates: days, days }
}

function agreementOf({ words, dayOf }: In, made: OwnAgreement): ReportAgreement {
  const answers = made.cameBack.map(({ answer, at }) => fill(words.cameBack, { answer, day: dayOf(at) }))
  const told = answers.length === 0 && !made.isEnded ? [words.notAsked] : answers
  const ended = made.isEnded ? [words.ended] : []
  return {
    text: `“${made.text}”`,
    told: [fill(words.madeOn, { day: dayOf(made.madeAt) }), ...told, ...ended],
  }
}
