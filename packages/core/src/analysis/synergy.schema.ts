import { z } from 'zod'
import { elementsOf, synergyLimits } from './synergy.ts'

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const named = (max: number) =>
  z.strictObject({ nl: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) })
const element = z.strictObject({ key, name: named(synergyLimits.name) })
const elements = z.array(element).max(synergyLimits.elements)
const band = z.strictObject({ name: named(synergyLimits.name), elements })

/** A model of synergy, shipped or of an organisation. Refuses one in which two elements or rings share a key. */
export const synergyModelShape = z
  .strictObject({
    key,
    name: named(80),
    source: named(synergyLimits.source),
    rings: z.array(band.extend({ key })).min(1).max(synergyLimits.rings),
    context: band,
    /** May be renamed and filled differently, never left empty: a model without a shadow sees only light. */
    shadow: band.extend({ elements: elements.min(1) }),
  })
  .superRefine((model, context) => {
    const keys = elementsOf(model).map((one) => one.key)
    if (new Set(keys).size < keys.length) context.addIssue({ code: 'custom', message: 'element-twice' })
    const rings = model.rings.map((one) => one.key)
    if (new Set(rings).size < rings.length) context.addIssue({ code: 'custom', message: 'ring-twice' })
  })
