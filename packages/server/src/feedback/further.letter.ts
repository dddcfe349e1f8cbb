import type { RespondLanguage } from '@weerklank/core/shared/language'
import { fill, type Reader } from '@weerklank/core/shared/spoken'
import { aboutLanguage, inFurther } from '../http/further-languages.ts'
import type { Letter } from '../mail/letter.ts'

const names = [
  'subject',
  'subjectAgain',
  'greeting',
  'first',
  'again',
  'label',
  'free',
  'from',
  'stop',
] as const
const blank = Object.fromEntries(names.map((name) => [name, ''])) as Record<(typeof names)[number], string>

/** The page of a question, in the language in which its letter is read. */
export const inLanguage = (url: string, language: RespondLanguage) => `${url}?lang=${language}`

/**
 * The letter about a question in a further language, from content/languages; null for Dutch and English. A letter in Dutch
 * stands below it, for whoever helps to read. `from` is who sent it to the address that she gave herself; null where somebody
 * else typed it: then the Dutch letter says so.
 */
export function furtherLetter(
  reader: Reader,
  of: { url: string; isReminder: boolean; from: string | null; mayStop: boolean },
): Letter | null {
  const { language } = reader
  const about = aboutLanguage(language)
  if (about === undefined) return null
  const said = inFurther('letter', blank, reader)
  const from = of.from === null ? [] : [fill(said.from, { from: of.from })]
  const notice = about.status === 'machine-made' ? [about.notice] : []
  return {
    language,
    subject: of.isReminder ? said.subjectAgain : said.subject,
    greeting: said.greeting,
    before: [of.isReminder ? said.again : said.first],
    link: { label: said.label, url: inLanguage(of.url, language) },
    after: [said.free, ...from, ...notice],
    ...(of.mayStop ? { stop: { label: said.stop, url: inLanguage(`${of.url}/vragen`, language) } } : {}),
  }
}
