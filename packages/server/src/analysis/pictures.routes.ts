import type { MemberApi } from '../access/access.ts'
import type { World } from '../deps.ts'
import { serveMap } from './map.routes.ts'
import { serveMatrix } from './matrix.routes.ts'
import { serveRounds } from './round.routes.ts'

/** What is made of coded words: the matrix, the map of synergy, and blind rounds. */
export function servePictures(to: MemberApi, { world }: { world: World }): void {
  serveMatrix(to, { world })
  serveMap(to, { world })
  serveRounds(to, { world })
}
