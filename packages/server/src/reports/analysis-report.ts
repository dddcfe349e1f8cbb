/** What stands in the report of an analysis, in words, before it is laid out: it goes to a thread as it is. */
import { voiceKey } from '@weerklank/core/analysis/analysis'
import { elementsOf, voiceFamilies } from '@weerklank/core/analysis/synergy'
import type { SynergyMapInput } from '@weerklank/core/charts/synergy-map-input'
import type { ThemeMatrixInput } from '@weerklank/core/charts/theme-matrix-input'
import { fill } from '@weerklank/core/shared/spoken'
import { dayMonth, type Instant, localDay } from '@weerklank/core/shared/time'
import type { AnalysisSource } from './analysis-source.ts'
import { matrixRows, pathsOf } from './analysis-table.ts'
import { type AnalysisWords, analysisWords, sourceWord, voiceColumnName } from './analysis-words.ts'

export type AnalysisReport = {
  readonly kind: 'analysis'
  readonly title: string
  readonly language: 'nl' | 'en'
  readonly workspace: string
  readonly made: Instant
  readonly about: readonly string[]
  readonly caution: readonly string[]
  readonly method: readonly string[]
  readonly silence: readonly string[]
  readonly matrix: Omit<ThemeMatrixInput, 'idPrefix' | 'title' | 'description' | 'width'>
  readonly map: Omit<SynergyMapInput, 'idPrefix' | 'title' | 'description' | 'width'> | null
  readonly approved: readonly string[]
  readonly themes: readonly AnalysisTheme[]
  readonly codebook: readonly (readonly string[])[]
}

/** `level`: how deep it hangs, from 0. */
export type AnalysisTheme = {
  readonly name: string
  readonly level: number
  readonly definition: string
  readonly quotes: readonly string[]
  /** What is said when there are none, or that there are more. */
  readonly note: string | null
}

/** More of one theme would drown the others; the table has them all. */
const quotesPerTheme = 8
/** Below it counts say more about these people than about anything else (domain.md: counts, never percentages). */
const fewPeople = 10

type In = { source: AnalysisSource; words: AnalysisWords; dayOf: (at: Instant) => string }

/** The report: how it was made, who was silent, themes by voices, the map, approved quotes, and questions to talk about. */
export function analysisReport(source: AnalysisSource): AnalysisReport {
  const { frame, outgoing, matrix } = source
  const { language, timeZone, workspace, made } = frame
  const words = analysisWords(language)
  const dayOf = (at: Instant) => `${dayMonth(at, language, timeZone)} ${localDay(at, timeZone).slice(0, 4)}`
  const one: In = { source, words, dayOf }
  const { title, question, codes } = outgoing.corpus
  const silent = matrix.columns.filter(({ isSilent }) => isSilent).map(({ name }) => name)
  return {
    kind: 'analysis',
    ...{ title, language, workspace, made },
    about: [
      fill(words.about, { workspace, day: dayOf(made) }),
      ...(question === '' ? [] : [fill(words.question, { question })]),
    ],
    caution: [words.caution, ...smallOf(one)],
    method: methodOf(one),
    silence: [
      silent.length === 0 ? words.nobodySilent : fill(words.silentVoices, { names: silent.join(', ') }),
      ...(silent.length === 0 ? [] : [words.silenceAsks]),
    ],
    matrix: matrixRows(source),
    map: mapOf(source),
    approved: approvedLines(one),
    themes: themesOf(one),
    codebook: codes.map((code) => [
      pathsOf(codes).get(code.id) ?? code.name,
      ...[code.definition, code.include, code.exclude, code.example],
    ]),
  }
}

function smallOf({ source, words }: In): string[] {
  const { persons, documents } = source.outgoing
  if (persons.length > 0)
    return persons.length < fewPeople ? [fill(words.fewPeople, { n: String(persons.length) })] : []
  return documents.length < fewPeople ? [fill(words.fewDocuments, { n: String(documents.length) })] : []
}

function methodOf({ source, words, dayOf }: In): string[] {
  const { corpus, documents } = source.outgoing
  const { language } = source.frame
  const days = documents.map(({ at }) => at).sort()
  const [first, last] = [days[0], days.at(-1)]
  const kinds = [...new Set(documents.map((one) => one.source))].map((kind) =>
    fill(words.ofSource, {
      source: sourceWord(kind, language),
      n: String(documents.filter((one) => one.source === kind).length),
    }),
  )
  const kept = corpus.documents.reduce((sum, { passages }) => sum + passages.length, 0)
  const gaps = documents.reduce((sum, { size }) => sum + size, 0) - kept
  const coders = new Set(corpus.codings.map(({ coder }) => coder)).size
  const coded = {
    quotes: String(source.matrix.quotes),
    themes: String(corpus.codes.length),
    coders: String(coders),
  }
  return [
    first === undefined || last === undefined
      ? words.noDocuments
      : `${fill(words.documents, { n: String(documents.length), from: dayOf(first), until: dayOf(last) })} (${kinds.join(', ')})`,
    ...(gaps > 0 ? [fill(words.gaps, { n: String(gaps) })] : []),
    fill(coders === 1 ? words.codedOne : words.coded, coded),
    ...[words.thematic, words.twice, words.pseudonyms],
  ]
}

function approvedLines({ source, words }: In): string[] {
  const { shown, isForTeamOnly } = source.approved
  const all = String(source.matrix.quotes)
  return [
    fill(words.approvedOnly, { shown: String(shown.size), all }),
    ...(isForTeamOnly && shown.size > 0 ? [words.teamOnly] : []),
  ]
}

function themesOf({ source, words }: In): AnalysisTheme[] {
  const { corpus } = source.outgoing
  const levels = new Map<string, number>()
  const voiceOf = new Map(
    corpus.documents.flatMap(({ passages }) => passages.map((one) => [one.id, voiceKey(one)] as const)),
  )
  return corpus.codes.map(({ id, parent, name, definition }) => {
    const level = parent === null ? 0 : (levels.get(parent) ?? 0) + 1
    levels.set(id, level)
    const codings = corpus.codings.filter(({ code }) => code === id)
    const told = codings.flatMap(({ id: coding, passage }) => {
      const said = source.approved.shown.get(coding)
      if (said === undefined) return []
      const voice = voiceColumnName(voiceOf.get(passage) ?? 'unknown', source.frame.language)
      return [fill(words.said, { words: said.replace(/\s+/g, ' ').trim(), voice })]
    })
    const quotes = [...new Set(told)]
    const note =
      codings.length === 0
        ? words.nothingSaid
        : quotes.length === 0
          ? codings.length === 1
            ? words.noneApprovedOne
            : fill(words.noneApproved, { n: String(codings.length) })
          : quotes.length > quotesPerTheme
            ? fill(words.more, { n: String(quotes.length - quotesPerTheme) })
            : null
    return { name, level, definition, quotes: quotes.slice(0, quotesPerTheme), note }
  })
}

function mapOf({ map, frame }: AnalysisSource): AnalysisReport['map'] {
  if (map === null) return null
  const { model, evidence } = map
  const lang = frame.language
  const found = new Map(evidence.map((one) => [one.element, one]))
  const names = {
    nl: ['Cliënten', 'Naasten', 'Begeleiders', 'Anderen'],
    en: ['Clients', 'Relatives', 'Professionals', 'Others'],
  }[lang]
  const [one = '', two = '', three = '', four = ''] = names
  return {
    lang,
    rings: model.rings.map(({ name }) => name[lang]),
    context: model.context.name[lang],
    shadow: model.shadow.name[lang],
    voices: [one, two, three, four],
    elements: elementsOf(model).map(({ key, name, place }) => {
      const of = found.get(key)
      const quarter = (at: number) => of?.families[voiceFamilies[at] ?? 'client'] ?? 0
      return {
        ...{ key, name: name[lang], place, change: null, outcome: of?.outcome ?? null },
        quarters: [quarter(0), quarter(1), quarter(2), quarter(3)],
        others: of?.families.other ?? 0,
      }
    }),
  }
}
