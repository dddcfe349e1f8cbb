import { readFileSync } from 'node:fs'
import { formatMinutes } from '@weerklank/core/dialogue/format'
import { type DrawnPlaces, drawnItems, drawnPlaces } from '@weerklank/core/library/drawn'
import type { ShippedItem } from '@weerklank/core/library/item.schema'
import { hinderingCards } from '@weerklank/core/team/hindering.schema'
import { polesOf } from '@weerklank/core/team/tension'
import { loadFormats } from '../dialogue/dialogue.ts'
import { loadContent } from '../feedback/feedback.ts'
import { loadExercises } from '../learning/learning.ts'

const content = new URL('../../../../content/', import.meta.url)

/** The items that are drawn from other content; a broken file, or an entry that fits nothing, stops the start. */
export function loadDrawn(): ShippedItem[] {
  const { repairHints, journalPrompts } = loadContent()
  return drawnItems(readPlaces(), {
    exercises: loadExercises(),
    formats: new Map([...loadFormats()].map(([key, one]) => [key, { ...one, minutes: formatMinutes(one) }])),
    repairHints,
    journalPrompts,
    tensions: {
      'cooperate-compete': polesOf('cooperate-compete'),
      'rigid-flexible': polesOf('rigid-flexible'),
      'short-long': polesOf('short-long'),
    },
    hindering: hinderingCards.parse(read('team/hindering.json')),
  })
}

function readPlaces(): DrawnPlaces {
  try {
    return drawnPlaces.parse(read('library/drawn.json'))
  } catch (cause) {
    throw new Error('content/library/drawn.json cannot be used', { cause })
  }
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, content), 'utf8'))
