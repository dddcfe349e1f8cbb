import { type Instrument, instrumentKey } from '@weerklank/core/feedback/instrument'
import { type FurtherLanguage, furtherLanguages } from '@weerklank/core/shared/language'
import type { Phrase, Said } from '@weerklank/core/shared/spoken'
import type { Spoken } from '@weerklank/core/shared/spoken.schema'
import { z } from 'zod'
import { phrase, readLanguageFile } from '../http/further-languages.ts'

/** One version of a check in another language: the same items and options, in their order. */
const check = z.strictObject({
  caution: phrase,
  /** The words under the faces, in the order of the instrument. */
  options: z.array(phrase).optional(),
  items: z.record(z.string(), z.strictObject({ question: phrase, low: phrase, high: phrase })),
  drawing: phrase.optional(),
  open: phrase,
})
type Check = z.infer<typeof check>

const checksFile = z.strictObject({ audience: z.literal('client'), checks: z.record(z.string(), check) })

function load(tag: FurtherLanguage): Readonly<Record<string, Check>> {
  try {
    return checksFile.parse(readLanguageFile(tag, 'checks')).checks
  } catch (cause) {
    throw new Error(`content/languages/${tag}/checks.json cannot be used`, { cause })
  }
}

/** What is translated of each language, by `instrumentKey`. */
export const translatedChecks: ReadonlyMap<FurtherLanguage, Readonly<Record<string, Check>>> = new Map(
  furtherLanguages.map((tag) => [tag, load(tag)]),
)

const known = new Map<Instrument, Instrument>()

/**
 * A check with its sentences in all languages, to be shown. The published version stays as it is (it is compared to the
 * letter): what is added here stands beside its Dutch and English, never instead of it.
 */
export function inAllLanguages(instrument: Instrument): Instrument {
  const made = known.get(instrument) ?? translate(instrument)
  known.set(instrument, made)
  return made
}

function translate(instrument: Instrument): Instrument {
  const { items, options, open, caution, drawing } = instrument
  const also = (text: Spoken, of: (one: Check) => Phrase | undefined): Said => {
    const further = [...translatedChecks].flatMap(([tag, checks]) => {
      const one = checks[instrumentKey(instrument)]
      const said = one && of(one)
      return said === undefined ? [] : [[tag, said] as const]
    })
    return { ...text, ...Object.fromEntries(further) }
  }
  return {
    ...instrument,
    caution: also(caution, (one) => one.caution),
    open: { question: also(open.question, (one) => one.open) },
    items: items.map((item) => ({
      ...item,
      question: also(item.question, (one) => one.items[item.id]?.question),
      low: also(item.low, (one) => one.items[item.id]?.low),
      high: also(item.high, (one) => one.items[item.id]?.high),
    })),
    ...(drawing && { drawing: { question: also(drawing.question, (one) => one.drawing) } }),
    ...(options && {
      options: options.map((option, i) => ({
        ...option,
        label: also(option.label, (one) => one.options?.[i]),
      })),
    }),
  }
}
