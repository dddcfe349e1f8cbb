import { componentLater } from '../ui/Later.tsx'

/** What chafes in a collaboration, and how far repair is. Apart, so that the first page need not know of it. */
export const RelationStrain = componentLater(
  async () => (await import('./RelationStrain.tsx')).RelationStrain,
)
