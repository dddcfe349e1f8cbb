import type { MemberApi } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Content } from '../feedback/instruments.ts'
import { serveAnalysisFiles } from './analysis.routes.ts'
import { serveCheckExport } from './checks.routes.ts'
import { serveExportJobs } from './export-job.routes.ts'

type Deps = { world: World; content: Pick<Content, 'instruments'>; publicUrl: string; dataDir?: string }

/** What a colleague takes out of her collaborations: files of checks, and what is made in the background. */
export function serveReports(to: MemberApi, deps: Deps): void {
  serveCheckExport(to, deps)
  serveAnalysisFiles(to, deps)
  serveExportJobs(to, { world: deps.world, dataDir: deps.dataDir ?? null })
}
