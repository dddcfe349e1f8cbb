import type { MemberApi } from '../access/access.ts'
import type { World } from '../deps.ts'
import { serveFormats } from './format.routes.ts'
import { loadFormats } from './formats.ts'

/** Everything of the room of meetings for members who signed in. */
export function serveDialogue(to: MemberApi, deps: { world: World }): void {
  const formats = loadFormats()
  serveFormats(to, { ...deps, formats })
}
