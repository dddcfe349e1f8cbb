import { readFileSync } from 'node:fs'
import type { SynergyModel } from '@weerklank/core/analysis/synergy'
import { synergyModelShape } from '@weerklank/core/analysis/synergy.schema'

const content = new URL('../../../../content/synergy/synergy.json', import.meta.url)

/** Reads the model of synergy that ships with the product; a broken file stops the start. */
export function loadSynergyModel(file: URL = content): SynergyModel {
  try {
    return synergyModelShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error('content/synergy/synergy.json cannot be used', { cause })
  }
}
