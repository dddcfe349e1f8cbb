import { csvText } from '../shared/csv.ts'
import type { Language } from '../shared/language.ts'
import type { NetworkComparisonTold, NetworkMap } from './network.contract.ts'
import { oftenWord, tieChangeWord, usefulWord } from './network.words.ts'

const heads = {
  nl: ['wie', 'kant van wie', 'noemt', 'kant van genoemde', 'hoe vaak', 'nuttig'],
  en: ['who', 'side of who', 'names', 'side of named', 'how often', 'useful'],
} as const satisfies Record<Language, readonly string[]>
const comparedHeads = {
  nl: ['wat er veranderde', 'hoe vaak eerst', 'nuttig eerst'],
  en: ['what changed', 'how often before', 'useful before'],
} as const satisfies Record<Language, readonly string[]>

type Told = NetworkMap['ties'][number]
type Answer = Pick<Told, 'often' | 'useful'>

/** A map as a table for a spreadsheet: a row for each tie, in the order of the map; beside an earlier moment with what became of it. */
export function networkCsv(
  { map, compared }: { map: NetworkMap; compared: NetworkComparisonTold | null },
  language: Language,
): string {
  const nameOf = (id: string) => map.people.find(({ participant }) => participant === id)?.name ?? ''
  const sidesOf = (id: string) => {
    const own: readonly string[] = map.people.find(({ participant }) => participant === id)?.sides ?? []
    return map.sides
      .filter((side) => own.includes(side.id))
      .map(({ name }) => name)
      .join(', ')
  }
  const ends = ({ from, to }: Pick<Told, 'from' | 'to'>) => [
    nameOf(from),
    sidesOf(from),
    nameOf(to),
    sidesOf(to),
  ]
  const answer = (told: Answer | null) =>
    told === null
      ? ['', '']
      : [oftenWord(told.often, language), told.useful === null ? '' : usefulWord(told.useful, language)]
  if (compared === null) {
    return csvText([heads[language], ...map.ties.map((tie) => [...ends(tie), ...answer(tie)])])
  }
  const rows = compared.ties.map((tie) => [
    ...[...ends(tie), ...answer(tie.after), tieChangeWord(tie.change, language)],
    ...answer(tie.before),
  ])
  return csvText([[...heads[language], ...comparedHeads[language]], ...rows])
}
