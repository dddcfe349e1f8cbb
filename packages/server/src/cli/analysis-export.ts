import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { type AnalysisFormat, analysisFormats } from '@weerklank/core/analysis/exchange'
import { analysisId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { asMaintenance } from '../access/accounts.ts'
import { recordOf, writeRecords } from '../audit/audit.ts'
import { realWorld } from '../deps.ts'
import { analysisFile } from '../reports/analysis-file.ts'
import { type AnalysisSource, readAnalysis } from '../reports/analysis-source.ts'
import type { Db } from '../schema.ts'
import { type Invocation, UsageError } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print } from './input.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'
import { onlyWorkspace } from './workspace-named.ts'

type Wish = { analysis: string; to: string; language: Language }

/** Writes an analysis to a file; everybody whose words are in it can read in the record that they left. */
export async function exportAnalysis(invocation: Invocation, wish: Wish): Promise<number> {
  const path = resolve(wish.to)
  const format = formatOf(path)
  if (existsSync(path) && invocation.values.force !== true)
    throw new CommandError(
      `The file ${path} exists already: choose another name, or replace it with --force.`,
    )
  const source = await onDatabase(invocation, 'use', (on) =>
    asOwner(on, (owner) => take(owner, { wish, named: option(invocation, 'workspace') })),
  )
  const bytes = await analysisFile(source, format)
  if (bytes === undefined)
    throw new CommandError('This analysis has no codes yet, so there is no codebook to write.')
  try {
    rmSync(path, { force: true })
    writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw explainFile(error, path)
  }
  const { title, documents, codings } = source.outgoing.corpus
  note(`“${title}”: ${documents.length} documents, ${codings.length} quotes.`)
  print(path)
  return 0
}

function formatOf(path: string): AnalysisFormat {
  const ending = extname(path).slice(1).toLowerCase()
  const format = analysisFormats.find((one) => one === ending)
  if (format !== undefined) return format
  throw new UsageError(`The name of the file says what it becomes: .${analysisFormats.join(', .')}.`)
}

async function take(
  owner: Db,
  { wish, named }: { wish: Wish; named: string | undefined },
): Promise<AnalysisSource> {
  const { id: workspace, name } = await onlyWorkspace(owner, named)
  const asked = analysisId.safeParse(wish.analysis)
  const none = new CommandError(`There is no analysis "${wish.analysis}" in ${name}.`)
  if (!asked.success) throw none
  return asMaintenance(owner, async (trx) => {
    const there = await trx
      .selectFrom('analysis')
      .innerJoin('workspace as w', 'w.workspace_id', 'analysis.workspace_id')
      .select(['w.time_zone'])
      .where('analysis.workspace_id', '=', workspace)
      .where('analysis.id', '=', asked.data)
      .executeTakeFirst()
    if (there === undefined) throw none
    const made = realWorld.now()
    const frame = { workspace: name, timeZone: there.time_zone, language: wish.language, made }
    const source = await readAnalysis(trx, { analysis: asked.data, frame, context: null })
    if (source === undefined) throw none
    const line = recordOf(realWorld, {
      ...{ workspace, actor: 'system', basis: 'command-line', action: 'analysis.exported', relation: null },
      subject: { kind: 'analysis', id: asked.data },
    })
    const shown = source.outgoing.persons.map((person) => `p:${person}`).sort()
    await writeRecords(trx, [{ ...line, shown }])
    return source
  })
}
