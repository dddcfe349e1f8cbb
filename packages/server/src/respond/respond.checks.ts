import { type Instrument, instrumentKey } from '@weerklank/core/feedback/instrument'
import { type FurtherLanguage, furtherLanguages, type RespondLanguage } from '@weerklank/core/shared/language'
import type { Phrase, Said } from '@weerklank/core/shared/spoken'
import type { Spoken } from '@weerklank/core/shared/spoken.schema'
import { readLanguageFile, readPublished } from '../http/further-languages.ts'
import { earlierFile, publishedFile, type SaidCheck, saidFile, wordingsOf } from './respond.wordings.ts'

const published = publishedFile.parse(readPublished())

function load(tag: FurtherLanguage): Readonly<Record<string, readonly SaidCheck[]>> {
  try {
    const { checks } = saidFile.parse(readLanguageFile(tag, 'checks'))
    const earlier = earlierFile.parse(readLanguageFile(tag, 'earlier')).checks
    return wordingsOf({ tag, checks, earlier, published: published[tag] ?? {} })
  } catch (cause) {
    throw new Error(`content/languages/${tag}/checks.json cannot be used`, { cause })
  }
}

/** By language and `instrumentKey`, all wordings that were ever asked, the one of now at the end. */
type Wordings = ReadonlyMap<RespondLanguage, Readonly<Record<string, readonly SaidCheck[]>>>

const wordings: Wordings = new Map(furtherLanguages.map((tag) => [tag, load(tag)]))

/** What is translated of each language, by `instrumentKey`. */
export const translatedChecks: ReadonlyMap<
  RespondLanguage,
  Readonly<Record<string, SaidCheck | undefined>>
> = new Map(
  [...wordings].map(([tag, checks]) => [
    tag,
    Object.fromEntries(Object.entries(checks).map(([key, all]) => [key, all.at(-1)])),
  ]),
)

const known = new Map<Instrument, Instrument>()

/**
 * A check with its sentences in all languages, to be shown. The published version stays as it is (it is compared to the
 * letter): what is added here stands beside its Dutch and English, never instead of it.
 */
export function inAllLanguages(instrument: Instrument): Instrument {
  const made = known.get(instrument) ?? allLanguages(instrument)
  known.set(instrument, made)
  return made
}

function allLanguages(instrument: Instrument): Instrument {
  const key = instrumentKey(instrument)
  return [...translatedChecks].reduce((made, [tag, checks]) => withWords(made, tag, checks[key]), instrument)
}

type Id = Pick<Instrument, 'id' | 'version'>

/** In which wording a check is asked now; null where its words never change. */
export function wordingNow(instrument: Id, language: RespondLanguage): number | null {
  return translatedChecks.get(language)?.[instrumentKey(instrument)]?.wording ?? null
}

/** In which language and wording somebody was asked; null for the only wording there was. */
export type AskedIn = { language: RespondLanguage; wording: number | null }

/** A check as `inAllLanguages` gives it, with the words in which an old answer was asked where they were corrected since. */
export function asAsked(
  instrument: Instrument,
  { language, wording }: AskedIn,
  from: Wordings = wordings,
): Instrument {
  const all = from.get(language)?.[instrumentKey(instrument)]
  return withWords(instrument, language, all?.[(wording ?? 1) - 1])
}

function withWords(instrument: Instrument, tag: RespondLanguage, one: SaidCheck | undefined): Instrument {
  if (one === undefined) return instrument
  const { items, options, open, caution, drawing } = instrument
  const also = (text: Spoken, said: Phrase | undefined): Said =>
    said === undefined ? text : { ...text, [tag]: said }
  return {
    ...instrument,
    caution: also(caution, one.caution),
    open: { question: also(open.question, one.open) },
    items: items.map((item) => ({
      ...item,
      question: also(item.question, one.items[item.id]?.question),
      low: also(item.low, one.items[item.id]?.low),
      high: also(item.high, one.items[item.id]?.high),
    })),
    ...(drawing && { drawing: { question: also(drawing.question, one.drawing) } }),
    ...(options && {
      options: options.map((option, i) => ({ ...option, label: also(option.label, one.options?.[i]) })),
    }),
  }
}
