import type { Language } from '../shared/language.ts'
import { clock, dayMonth } from '../shared/time.ts'
import { type FormItem, formText } from './form.ts'
import { type FormValue, sameValue } from './form.value.ts'

type Reader = { language: Language; formLanguage: string; timeZone: string }

/** An answer in words: a choice as it was read, a number with its unit, a day as one writes it. */
export function answerInWords(item: FormItem, value: FormValue, reader: Reader): string {
  const option = item.options?.find((one) => sameValue(one.value, value))
  if (option !== undefined) return formText(option.text, reader.formLanguage)
  switch (value.kind) {
    case 'boolean':
      return yesNo[reader.language][value.value ? 0 : 1]
    case 'integer':
    case 'decimal':
      return numberWords(value.value, reader.language)
    case 'quantity': {
      const { value: number, unit, code } = value.value
      return [number === undefined ? '' : numberWords(number, reader.language), unit ?? code ?? '']
        .join(' ')
        .trim()
    }
    case 'date':
      return dayWords(value.value, reader.language)
    case 'dateTime':
      return momentWords(value.value, reader)
    case 'time':
      return value.value.slice(0, 5)
    case 'coding':
      return value.value.display ?? value.value.code ?? ''
    case 'reference':
      return value.value.display ?? value.value.reference ?? ''
    case 'attachment':
      return value.value.title ?? value.value.url ?? ''
    default:
      return value.value
  }
}

const yesNo: Readonly<Record<Language, readonly [string, string]>> = { nl: ['Ja', 'Nee'], en: ['Yes', 'No'] }

const numberWords = (value: number, language: Language) =>
  new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 15,
    useGrouping: false,
  }).format(value)

/** `22 november 2026`; a month or a year alone as far as it goes. */
function dayWords(day: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day.split('-').toReversed().join('-')
  return `${dayMonth(`${day}T12:00:00.000Z`, language, 'UTC')} ${day.slice(0, 4)}`
}

function momentWords(moment: string, { language, timeZone }: Reader): string {
  const at = Date.parse(moment)
  if (!moment.includes('T') || Number.isNaN(at)) return dayWords(moment.slice(0, 10), language)
  const instant = new Date(at).toISOString()
  const year = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone }).format(at)
  return `${dayMonth(instant, language, timeZone)} ${year}, ${clock(instant, language, timeZone)}`
}
