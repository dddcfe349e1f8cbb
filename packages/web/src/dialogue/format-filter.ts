import type { ListedFormat } from '@weerklank/core/dialogue/format.contract'
import type { Language } from '@weerklank/core/shared/language'

/** What one looks for; null lets everything through. */
export type FormatFilter = {
  words: string
  minutes: '30' | '60' | '90' | null
  people: '2' | '5' | '8' | '15' | null
  client: 'with' | 'without' | null
  /** How safe the group is: a format that asks for more is not shown. */
  safety: 'low' | 'middle' | 'high' | null
  whose: 'own' | 'shipped' | null
}

export const everything: FormatFilter = {
  ...{ words: '', minutes: null, people: null, client: null, safety: null, whose: null },
}

const levels = ['low', 'middle', 'high']

/** Whether a format is what one looks for; one that was withdrawn never is. An empty template fits any length. */
export function fitsFilter(format: ListedFormat, filter: FormatFilter, language: Language): boolean {
  const { own, name, purpose } = format
  const said = `${name[language]} ${name.nl} ${purpose[language]}`.toLowerCase()
  const words = filter.words.trim().toLowerCase()
  return (
    own?.status !== 'withdrawn' &&
    (words === '' || words.split(/\s+/).every((word) => said.includes(word))) &&
    (filter.minutes === null || format.minutes <= Number(filter.minutes)) &&
    (filter.people === null || holds(format, Number(filter.people))) &&
    (filter.client === null || format.clientPresent !== (filter.client === 'with' ? 'no' : 'yes')) &&
    (filter.safety === null || levels.indexOf(format.safety) <= levels.indexOf(filter.safety)) &&
    (filter.whose === null || (own !== null) === (filter.whose === 'own'))
  )
}

function holds({ minPeople, maxPeople }: ListedFormat, people: number): boolean {
  return minPeople <= people && people <= maxPeople
}
