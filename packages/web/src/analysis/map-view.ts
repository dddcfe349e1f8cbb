import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import type { SynergyMapData } from '@weerklank/core/analysis/pictures.contract'
import {
  elementsOf,
  type SynergyEvidence,
  synergyChanges,
  synergyEvidence,
} from '@weerklank/core/analysis/synergy'
import type { SynergyMapInput } from '@weerklank/core/charts/synergy-map-input'
import type { Language } from '@weerklank/core/shared/language'

/** Which moments are on the screen: all of them, or a later one beside an earlier. */
export type MapMoments = { first: string; later: string } | null

type Of = { analysis: Pick<Analysis, 'codes'>; map: SynergyMapData; moments: MapMoments }

/** What each element rests on, at the moment that is shown. */
export function shownEvidence({ analysis, map, moments }: Of): SynergyEvidence[] {
  return evidenceAt(analysis, map, moments?.later)
}

function evidenceAt(analysis: Of['analysis'], map: SynergyMapData, moment: string | undefined) {
  const counts = moment === undefined ? map.counts : map.counts.filter((one) => one.moment === moment)
  const themes = analysis.codes.map(({ id, parent }) => ({ id, parent }))
  return synergyEvidence(map.model, { ...map, themes, counts })
}

type Head = { lang: Language; width: number; title: string; voices: readonly string[] }

/** The map as a picture: everything by name in one language. */
export function mapPicture(of: Of, { lang, width, title, voices }: Head): SynergyMapInput {
  const { map, moments, analysis } = of
  const evidence = shownEvidence(of)
  const before = moments === null ? null : evidenceAt(analysis, map, moments.first)
  const changes = before === null ? [] : synergyChanges(before, evidence)
  const [client = '', kin = '', professional = '', partner = ''] = voices
  return {
    ...{ idPrefix: 'kaart', title, description: '', lang, width },
    rings: map.model.rings.map(({ name }) => name[lang]),
    context: map.model.context.name[lang],
    shadow: map.model.shadow.name[lang],
    voices: [client, kin, professional, partner],
    elements: elementsOf(map.model).map(({ key, name, place }, at) => {
      const found = evidence[at]
      const { client = 0, kin = 0, professional = 0, partner = 0, other = 0 } = found?.families ?? {}
      return {
        ...{ key, name: name[lang], place, quarters: [client, kin, professional, partner], others: other },
        outcome: found?.outcome ?? null,
        change: changes[at]?.change ?? null,
      }
    }),
  }
}

/** The themes of which the quotes belong to an element: those placed on it, and below them what has no place of its own. */
export function themesOn(element: string, { analysis, map }: Pick<Of, 'analysis' | 'map'>): string[] {
  const placed = new Map<string, string>(map.placings.map(({ code, element }) => [code, element]))
  const parents = new Map<string, string | null>(analysis.codes.map(({ id, parent }) => [id, parent]))
  const elementOf = (code: string): string | undefined => {
    const seen = new Set<string>()
    for (let at: string | null = code; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      const found = placed.get(at)
      if (found !== undefined) return found
      seen.add(at)
    }
    return undefined
  }
  return analysis.codes.flatMap(({ id }) => (elementOf(id) === element ? [id] : []))
}
