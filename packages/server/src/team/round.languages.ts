import { type FurtherLanguage, furtherLanguages, type RespondLanguage } from '@weerklank/core/shared/language'
import type { Said } from '@weerklank/core/shared/spoken'
import type { Spoken } from '@weerklank/core/shared/spoken.schema'
import { z } from 'zod'
import { readLanguageFile } from '../http/further-languages.ts'
import { type TicketWords, ticketText } from './ticket.text.ts'

const sentence = z.string().min(1)

/** One version of the questions of a round in another language: the same items. */
const check = z.strictObject({
  caution: sentence,
  items: z.record(z.string(), z.strictObject({ question: sentence, low: sentence, high: sentence })),
  open: sentence,
})
type Check = z.infer<typeof check>

/** Whoever answers without a name is not known: there is one, polite, form. */
const roundFile = z.strictObject({
  audience: z.literal('client'),
  words: z.record(z.string(), sentence),
  checks: z.record(z.string(), check),
})
type RoundFile = z.infer<typeof roundFile>

function load(tag: FurtherLanguage): RoundFile {
  try {
    return roundFile.parse(readLanguageFile(tag, 'round'))
  } catch (cause) {
    throw new Error(`content/languages/${tag}/round.json cannot be used`, { cause })
  }
}

/** What is translated of anonymous rounds, by language. */
export const translatedRounds: ReadonlyMap<RespondLanguage, RoundFile> = new Map(
  furtherLanguages.map((tag) => [tag, load(tag)]),
)

/** The sentences around the questions; Dutch where a language has none of its own. */
export function ticketWords(language: RespondLanguage): TicketWords {
  if (language === 'nl' || language === 'en') return ticketText[language]
  return { ...ticketText.nl, ...translatedRounds.get(language)?.words }
}

/** A text of the questions in all languages; its published wording stays as it is, what is added stands beside it. */
export function inAllLanguages(text: Spoken, version: string, of: (one: Check) => string | undefined): Said {
  const further = [...translatedRounds].flatMap(([tag, { checks }]) => {
    const one = checks[version]
    const said = one && of(one)
    return said === undefined ? [] : [[tag, said] as const]
  })
  return { ...text, ...Object.fromEntries(further) }
}
