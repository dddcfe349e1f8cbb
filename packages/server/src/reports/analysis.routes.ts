import { mayAnalyse } from '@weerklank/core/access/access'
import { exchangeEndpoints } from '@weerklank/core/analysis/exchange.contract'
import { QdaRefused } from '@weerklank/core/analysis/qda.finding'
import { refusalText } from '@weerklank/core/analysis/qda.words'
import { AppError } from '@weerklank/core/shared/errors'
import { localDay } from '@weerklank/core/shared/time'
import {
  enforceExport,
  type MemberApi,
  type MemberSession,
  serveInAnalysis,
  serveOverAnalyses,
} from '../access/access.ts'
import { keepCorpus } from '../analysis/exchange.keep.ts'
import { amountsOf, beginTaken, type Incoming, readIncoming } from '../analysis/exchange.take.ts'
import { recordOf, writeRecords } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { Download } from '../http/download.ts'
import type { Trx } from '../schema.ts'
import { analysisFile, analysisKind } from './analysis-file.ts'
import { type AnalysisSource, readAnalysis } from './analysis-source.ts'
import { analysisWords } from './analysis-words.ts'

type Deps = { world: World }

/** Analyses from files of other programs, and into files. */
export function serveAnalysisFiles(to: MemberApi, { world }: Deps): void {
  serveOverAnalyses(to, exchangeEndpoints.bringProject, async (session, { body }, trx) => {
    if (!mayAnalyse(session.member.roles).allowed) throw new AppError('not-allowed')
    const { language } = session.member
    const incoming = read(Buffer.from(body.file, 'base64'), { newId: world.newId, language })
    if (incoming instanceof QdaRefused)
      return { read: 'no' as const, reason: refusalText(incoming.reason, language) }
    const { corpus, findings } = incoming
    const { workspace, member } = session
    const bringing = { workspace: workspace.id, member: member.id, analysis: body.id, at: world.now() }
    const { isNew, title } = await beginTaken(trx, bringing, { corpus, title: body.title, language })
    if (!isNew) throw new AppError('conflict')
    await setContext(trx, { ...session.context, analyses: [body.id] })
    await keepCorpus(trx, bringing, corpus)
    const subject = { kind: `analysis:${body.ground}`, id: body.id }
    await write(trx, world, { session, action: 'analysis.imported', subject })
    return { read: 'yes' as const, analysis: body.id, title, ...amountsOf(corpus), findings }
  })
  serveInAnalysis(to, exchangeEndpoints.takeAlong, async (session, { params, query }, trx) => {
    enforceExport(query.purpose)
    const { workspace, member } = session
    const made = world.now()
    const frame = { workspace: workspace.name, timeZone: workspace.timeZone, language: member.language, made }
    const source = await readAnalysis(trx, { ...params, frame, context: session.context })
    if (source === undefined) throw new AppError('not-found')
    const subject = { kind: 'analysis', id: params.analysis, purpose: query.purpose }
    const shown = source.outgoing.persons.map((person) => `p:${person}`).sort()
    await write(trx, world, { session, action: 'analysis.exported', subject, shown })
    if (query.format === 'qdc' && source.outgoing.corpus.codes.length === 0) throw new AppError('not-found')
    return download(source, query.format)
  })
}

function read(bytes: Uint8Array, of: Parameters<typeof readIncoming>[1]): Incoming | QdaRefused {
  try {
    return readIncoming(new Uint8Array(bytes), of)
  } catch (error) {
    if (error instanceof QdaRefused) return error
    throw error
  }
}

type Line = {
  session: MemberSession
  action: 'analysis.imported' | 'analysis.exported'
  subject: Parameters<typeof recordOf>[1]['subject']
  shown?: readonly string[]
}

async function write(trx: Trx, world: World, { session, action, subject, shown = [] }: Line): Promise<void> {
  const { workspace, member, token } = session
  const line = recordOf(world, {
    ...{ workspace: workspace.id, actor: member.id, roles: member.roles, token },
    ...{ basis: 'takes-part', action, subject, relation: null },
  })
  await writeRecords(trx, [{ ...line, shown }])
}

/** Made while it is sent, when the transaction is over: laying out a report takes a second. */
function download(source: AnalysisSource, format: Parameters<typeof analysisKind>[0]): Download {
  const { type, ending } = analysisKind(format)
  const { made, timeZone, language } = source.frame
  async function* bytes() {
    const file = await analysisFile(source, format)
    if (file !== undefined) yield file
  }
  return new Download({
    name: `weerklank-${analysisWords(language).file}-${localDay(made, timeZone)}.${ending}`,
    type,
    text: ReadableStream.from(bytes()) as ReadableStream<Uint8Array<ArrayBuffer>>,
  })
}
