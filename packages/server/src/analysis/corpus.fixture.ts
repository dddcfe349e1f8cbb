/** Lets the planned work of analyses be done, and looks at what flowed in. */
import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import type { AnalysisId, MeetingId, RelationId } from '@weerklank/core/shared/ids'
import { runDueJobs } from '../jobs/jobs.ts'
import type { TestApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { corpusKind } from './analysis.ts'
import { corpusFlow } from './corpus.job.ts'

/** Does what is planned for analyses, now. */
export async function letFlow(app: TestApp): Promise<void> {
  const { db, world, logger: log } = app
  const handlers = { [corpusKind]: corpusFlow({ db, world }) }
  await runDueJobs({ db, world, log, handlers, kinds: { only: [corpusKind] } })
}

/** An analysis of a member over some meetings and collaborations, begun as on the screen. */
export async function startAnalysis(
  app: TestApp,
  by: Person,
  of: { meetings?: MeetingId[]; relations?: RelationId[]; codebooks?: string[] } = {},
) {
  const id = app.world.newId<AnalysisId>()
  const { meetings = [], relations = [], codebooks = [] } = of
  const kinds = ['self-research', 'dialogue', 'written', 'check', 'goal', 'import'] as const
  await app.as(by).call(analysisEndpoints.start, {
    body: {
      ...{ id, title: 'Wat hoorden we?', question: '', codebooks, language: 'nl' as const },
      sources: { meetings, relations, kinds: [...kinds] },
    },
  })
  await letFlow(app)
  return { id, params: { analysis: id } }
}

/** Each document with what stands in it: its words in order, `-` for a gap. */
export async function wordsIn(
  app: TestApp,
  by: Person,
  analysis: AnalysisId,
): Promise<Record<string, string[]>> {
  const params = { analysis }
  const { documents } = await app.as(by).call(analysisEndpoints.get, { params })
  const found: Record<string, string[]> = {}
  for (const { id: document, title, size } of documents) {
    const of = { params: { ...params, document }, query: {} }
    const { passages } = await app.as(by).call(analysisEndpoints.passages, of)
    const words = Array.from({ length: size }, () => '-')
    for (const { ordinal, body } of passages) words[ordinal] = body
    found[title] = words
  }
  return found
}
