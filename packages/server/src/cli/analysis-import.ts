import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ImportGround, importGrounds } from '@weerklank/core/analysis/exchange'
import { QdaRefused } from '@weerklank/core/analysis/qda.finding'
import { refusalText } from '@weerklank/core/analysis/qda.words'
import type { AnalysisId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { asMaintenance } from '../access/accounts.ts'
import { keepCorpus } from '../analysis/exchange.keep.ts'
import { amountsOf, beginTaken, type Incoming, readIncoming } from '../analysis/exchange.take.ts'
import { record } from '../audit/audit.ts'
import { realWorld } from '../deps.ts'
import { type Invocation, UsageError } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print } from './input.ts'
import { memberNamed } from './member-named.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'
import { onlyWorkspace } from './workspace-named.ts'

type Wish = { file: string; language: Language }

/** Brings a file in; it is read whole before a database is looked for, and kept in one transaction. */
export async function importAnalysis(invocation: Invocation, { file, language }: Wish): Promise<number> {
  const ground = groundOf(option(invocation, 'ground'))
  const incoming = readFrom(file, language)
  const analysis = realWorld.newId<AnalysisId>()
  const { corpus, findings } = incoming
  await onDatabase(invocation, 'use', (on) =>
    asOwner(on, async (owner) => {
      const { id: workspace, name } = await onlyWorkspace(owner, option(invocation, 'workspace'))
      await asMaintenance(owner, async (trx) => {
        const whose = await memberNamed(trx, {
          ...{ workspace, mail: option(invocation, 'member'), what: 'an analysis' },
        })
        const bringing = { workspace, member: whose.id, analysis, at: realWorld.now() }
        const { title } = await beginTaken(trx, bringing, {
          ...{ corpus, language, title: option(invocation, 'title')?.trim().slice(0, 120) ?? '' },
        })
        await keepCorpus(trx, bringing, corpus)
        await record(trx, realWorld, {
          ...{
            workspace,
            actor: 'system',
            basis: 'command-line',
            action: 'analysis.imported',
            relation: null,
          },
          subject: { kind: `analysis:${ground}`, id: analysis },
        })
        note(`“${title}” is an analysis of ${whose.name} in ${name}. Why these words may be here: ${ground}.`)
      })
    }),
  )
  const { documents, codes, quotes, memos } = amountsOf(corpus)
  print(`${documents} documents, ${codes} codes, ${quotes} quotes, ${memos} memos`)
  for (const finding of findings) print(`  ${finding}`)
  print(analysis)
  return 0
}

function groundOf(wanted: string | undefined): ImportGround {
  const ground = importGrounds.find((one) => one === (wanted ?? 'consent-elsewhere'))
  if (ground === undefined) throw new UsageError(`A ground is one of ${importGrounds.join(', ')}.`)
  return ground
}

function readFrom(file: string, language: Language): Incoming {
  const path = resolve(file)
  try {
    return readIncoming(new Uint8Array(readFileSync(path)), { newId: realWorld.newId, language })
  } catch (error) {
    if (error instanceof QdaRefused)
      throw new CommandError(`${path} was not read: ${refusalText(error.reason, 'en')} (${error.reason})`)
    throw explainFile(error, path)
  }
}
