import type { MapTie, MapWords, NetworkMapInput } from '../charts/network-map-input.ts'
import { voiceFamily } from '../relation/relation.ts'
import type { Language } from '../shared/language.ts'
import type { NetworkComparisonTold, NetworkMap } from './network.contract.ts'
import type { Often, Useful } from './network.ts'
import { oftenWord, tieChangeWord, usefulWord } from './network.words.ts'

const voices = {
  nl: {
    ...{ client: 'cliënt of jongere', kin: 'familie', professional: 'professional' },
    partner: 'partner of ervaringsdeskundige',
  },
  en: {
    ...{ client: 'client or youth', kin: 'family', professional: 'professional' },
    partner: 'partner or expert by experience',
  },
} as const satisfies Record<Language, MapWords['voices']>
const untold = { nl: 'niet verteld of het nuttig is', en: 'not told whether it is useful' } as const

function wordsIn(language: Language): MapWords {
  const often = (one: Often) => oftenWord(one, language)
  return {
    voices: voices[language],
    often: {
      ...{ seldom: often('seldom'), monthly: often('monthly') },
      ...{ fortnightly: often('fortnightly'), weekly: often('weekly') },
    },
    useful: {
      ...{ yes: usefulWord('yes', language), bit: usefulWord('bit', language) },
      ...{ not: usefulWord('not', language), untold: untold[language] },
    },
    change: {
      ...{ new: tieChangeWord('new', language), gone: tieChangeWord('gone', language) },
      ...{ changed: tieChangeWord('changed', language), same: tieChangeWord('same', language) },
    },
  }
}

/** What is drawn of a map: one moment, or what became of it since an earlier one. */
export function networkPicture(
  of: { map: NetworkMap; compared: NetworkComparisonTold | null; focus: string | null },
  head: Pick<NetworkMapInput, 'idPrefix' | 'title' | 'description' | 'lang' | 'width'>,
): NetworkMapInput {
  const { map, compared, focus } = of
  const numbers = new Map<string, number>(map.sides.map(({ id }, at) => [id, at + 1]))
  return {
    ...{ ...head, focus, words: wordsIn(head.lang), sides: map.sides.map(({ name }) => name) },
    people: map.people.map(({ participant, name, voice, sides }) => ({
      ...{ key: participant, name, voice: voiceFamily(voice) },
      sides: sides.flatMap((side) => numbers.get(side) ?? []),
    })),
    ties: compared === null ? map.ties.flatMap((tie) => drawn(tie, tie, null)) : comparedTies(compared),
  }
}

function comparedTies({ ties }: NetworkComparisonTold): MapTie[] {
  return ties.flatMap((tie) => {
    const told = tie.after ?? tie.before
    return told === null ? [] : drawn(tie, told, tie.change)
  })
}

type Told = { often: Often; useful: Useful | null }

function drawn(
  { from, to }: { from: string; to: string },
  { often, useful }: Told,
  change: MapTie['change'],
): MapTie[] {
  if (often === 'never') return []
  return [{ from, to, often, useful: useful ?? 'untold', change }]
}
