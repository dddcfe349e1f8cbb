import { type MapElement, quotesOf, type SynergyMapInput, voicesOf } from './synergy-map-input.ts'

/** A row of the list beside the map. */
export type MapRow = {
  readonly key: string
  readonly number: number
  readonly name: string
  /** The ring or band it lies in. */
  readonly band: string
  readonly quotes: number
  /** Who said something, in words. */
  readonly voices: string
  /** What was expected and how it changed, in words; else ''. */
  readonly remark: string
}

const phrases = {
  nl: {
    nobody: 'niemand',
    others: 'anderen',
    outcomes: {
      'as-expected': 'zoals verwacht',
      'not-found': 'verwacht, niet gehoord',
      unexpected: 'gehoord, niet verwacht',
    },
    changes: { new: 'nieuw', more: 'meer dan eerst', less: 'minder dan eerst', gone: 'niet meer genoemd' },
    nothing: 'Nog geen enkel element heeft een uitspraak.',
    shared: (count: number, names: string) =>
      count === 1
        ? `Door alle stemmen genoemd: ${names}.`
        : `Door alle stemmen genoemd (${count}): ${names}.`,
    noneShared: 'Geen element werd door alle vier de stemmen genoemd.',
    shadow: (quotes: number) =>
      quotes === 0
        ? 'Over de schaduwkant is niets gezegd. Is ernaar gevraagd?'
        : quotes === 1
          ? 'Over de schaduwkant is er één uitspraak.'
          : `Over de schaduwkant zijn er ${quotes} uitspraken.`,
  },
  en: {
    nobody: 'nobody',
    others: 'others',
    outcomes: {
      'as-expected': 'as expected',
      'not-found': 'expected, not heard',
      unexpected: 'heard, not expected',
    },
    changes: { new: 'new', more: 'more than before', less: 'less than before', gone: 'no longer named' },
    nothing: 'No element has a quote yet.',
    shared: (count: number, names: string) =>
      count === 1 ? `Named by all voices: ${names}.` : `Named by all voices (${count}): ${names}.`,
    noneShared: 'No element was named by all four voices.',
    shadow: (quotes: number) =>
      quotes === 0
        ? 'Nothing was said about the shadow side. Was it asked for?'
        : quotes === 1
          ? 'There is one quote about the shadow side.'
          : `There are ${quotes} quotes about the shadow side.`,
  },
} as const

type Source = Pick<SynergyMapInput, 'lang' | 'rings' | 'context' | 'shadow' | 'voices' | 'elements'>

/** The list that says all that the map shows, in its order. */
export function mapRows(input: Source): MapRow[] {
  const say = phrases[input.lang]
  return input.elements.map((element, at) => {
    const spoken = element.quarters.flatMap((quotes, quarter) =>
      quotes === 0 ? [] : [`${(input.voices[quarter] ?? '').toLocaleLowerCase(input.lang)} ${quotes}`],
    )
    const all = element.others === 0 ? spoken : [...spoken, `${say.others} ${element.others}`]
    const change = element.change
    const isToldChange = change === 'new' || change === 'more' || change === 'less' || change === 'gone'
    const remarks = [
      ...(element.outcome === null ? [] : [say.outcomes[element.outcome]]),
      ...(isToldChange ? [say.changes[change]] : []),
    ]
    return {
      ...{ key: element.key, number: at + 1, name: element.name, band: bandOf(element, input) },
      quotes: quotesOf(element),
      voices: all.length === 0 ? say.nobody : all.join(', '),
      remark: remarks.join(' · '),
    }
  })
}

function bandOf({ place }: MapElement, { rings, context, shadow }: Source): string {
  if (place.band === 'ring') return rings[place.ring] ?? ''
  return place.band === 'context' ? context : shadow
}

/** What the map shows in a few sentences: what all voices share, and what is said of the shadow side. No ranking of people. */
export function mapSentence(input: Source): string {
  const say = phrases[input.lang]
  const found = input.elements.filter((element) => quotesOf(element) > 0)
  if (found.length === 0) return say.nothing
  const shared = found.filter((element) => voicesOf(element) === 4)
  const names = shared.map(({ name }) => `“${name}”`).join(', ')
  const ofShadow = found.filter(({ place }) => place.band === 'shadow')
  const shadow = say.shadow(ofShadow.reduce((sum, element) => sum + quotesOf(element), 0))
  return `${shared.length === 0 ? say.noneShared : say.shared(shared.length, names)} ${shadow}`
}
