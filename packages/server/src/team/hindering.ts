import { readFileSync } from 'node:fs'
import { type HinderingCards, hinderingCards } from '@weerklank/core/team/hindering.schema'

const file = new URL('../../../../content/team/hindering.json', import.meta.url)

/** The cards about what hinders working together; a broken file stops the start. */
export const loadHindering = (): HinderingCards =>
  hinderingCards.parse(JSON.parse(readFileSync(file, 'utf8')))
