import { componentLater } from '../ui/Later.tsx'

export { formsNamedQuery } from './forms.queries.ts'
export { rupturesQuery } from './rupture.queries.ts'

/** What one recognises in oneself, and who looks along: below all else, so their code comes last. */
export const RelationChallenge = componentLater(
  async () => (await import('./RelationChallenge.tsx')).RelationChallenge,
)
export const RelationSupervision = componentLater(
  async () => (await import('./RelationSupervision.tsx')).RelationSupervision,
)

/** What chafes in a collaboration, and how far repair is. Apart, so that the first page need not know of it. */
export const RelationStrain = componentLater(
  async () => (await import('./RelationStrain.tsx')).RelationStrain,
)
