import { elementsOf, type SynergyModel } from '@weerklank/core/analysis/synergy'

type Name = { nl: string; en: string }
type Elements = SynergyModel['shadow']['elements']
export type Band = { id: string; name: Name; elements: Elements }

/** All bands of a model in one order: rings from the inside out, the conditions, the shadow side. */
export function bandsOf({ rings, context, shadow }: SynergyModel): Band[] {
  return [
    ...rings.map(({ key, name, elements }) => ({ id: `ring-${key}`, name, elements })),
    { id: 'context', ...context },
    { id: 'shadow', ...shadow },
  ]
}

function changeBand(
  model: SynergyModel,
  at: number,
  change: (band: { name: Name; elements: Elements }) => { name: Name; elements: Elements },
): SynergyModel {
  const { rings } = model
  if (at < rings.length) {
    const changed = rings.map((ring, place) => (place === at ? { ...change(ring), key: ring.key } : ring))
    return { ...model, rings: changed }
  }
  if (at === rings.length) return { ...model, context: change(model.context) }
  return { ...model, shadow: change(model.shadow) }
}

function changeAll(model: SynergyModel, change: (elements: Elements) => Elements): SynergyModel {
  return bandsOf(model).reduce(
    (now, _, at) => changeBand(now, at, ({ name, elements }) => ({ name, elements: change(elements) })),
    model,
  )
}

/** The model with another name for a band. */
export function renameBand(model: SynergyModel, at: number, name: Name): SynergyModel {
  return changeBand(model, at, ({ elements }) => ({ name, elements }))
}

/** The model with another name for an element; its key stays, so that themes stay where they lie. */
export function renameElement(model: SynergyModel, key: string, name: Name): SynergyModel {
  return changeAll(model, (elements) => elements.map((one) => (one.key === key ? { key, name } : one)))
}

/** The model without an element. */
export function removeElement(model: SynergyModel, key: string): SynergyModel {
  return changeAll(model, (elements) => elements.filter((one) => one.key !== key))
}

/** The model with one more element in a band, still without a name. */
export function addElement(model: SynergyModel, at: number): SynergyModel {
  const key = freeKey(
    'eigen',
    elementsOf(model).map((one) => one.key),
  )
  return changeBand(model, at, ({ name, elements }) => ({
    name,
    elements: [...elements, { key, name: { nl: '', en: '' } }],
  }))
}

/** The model with one more ring outside the others. */
export function addRing(model: SynergyModel): SynergyModel {
  const key = freeKey(
    'ring',
    model.rings.map((one) => one.key),
  )
  return { ...model, rings: [...model.rings, { key, name: { nl: '', en: '' }, elements: [] }] }
}

function freeKey(start: string, taken: readonly string[]): string {
  let number = 1
  while (taken.includes(`${start}-${number}`)) number++
  return `${start}-${number}`
}
