import type { MemberApi } from '../access/access.ts'
import type { World } from '../deps.ts'
import { serveCollections } from './collection.routes.ts'
import { serveFit } from './fit.routes.ts'
import { serveLibraryImport } from './import.routes.ts'
import { serveLibraryItems } from './item.routes.ts'
import { serveLibraryFiles } from './library.files.ts'
import { serveLibrarySearch } from './search.routes.ts'

/** Everything of the room Kennis for members who signed in. */
export function serveLibrary(to: MemberApi, deps: { world: World; publicUrl: string }): void {
  serveLibrarySearch(to)
  serveFit(to)
  serveCollections(to, deps)
  serveLibraryFiles(to, deps)
  serveLibraryImport(to, deps)
  serveLibraryItems(to, deps)
}
