import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { legalDocument } from '@weerklank/core/consent/legal/legal'
import { legalDocuments } from '@weerklank/core/consent/legal/legal-document'
import { legalMarkdown } from '@weerklank/core/consent/legal/legal-markdown'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { type Language, languages } from '@weerklank/core/shared/language'
import { asMaintenance } from '../access/accounts.ts'
import { record } from '../audit/audit.ts'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { factsOf, type LegalWorkspace, readWorkspace } from '../consent/legal.facts.ts'
import { inContext } from '../db/context.ts'
import { openDatabase } from '../db/pool.ts'
import { realWorld } from '../deps.ts'
import { warn } from '../engine.ts'
import { machineOf, version } from '../program.ts'
import type { Schema } from '../schema.ts'
import { publicUrlOf } from './account.ts'
import type { Command } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print, words, wrongUse } from './input.ts'
import { asOwner, CommandError, type OnDatabase, onDatabase } from './on-database.ts'
import { workspaceNamed } from './workspace-named.ts'

/** `texts`: the texts that the law asks for, as files. */
export const textsCommand: Command = {
  name: 'texts',
  summary: 'write the texts that the law asks for, as they follow from the settings',
  help: `weerklank texts --out <folder> [--workspace <name or number>] [--language nl|en] [--data <folder>]

Writes the record of processing, the list of data, the terms, the beginning of a DPIA, the page for the works council, the
intended use and the privacy pages as Markdown into a folder, made from how Weerklank is set up now. They are no legal
advice: have a data protection officer look at them. What was in the folder under these names is replaced.
  --out <folder>       where to; the folder is made when it is not there
  --workspace <which>  of which organisation; may be left out when there is only one
  --language nl|en     in one language; both when it is left out
  --data <folder>      the embedded database in that folder (default ./data), unless DATABASE_URL is set
The last line is the path of the folder.`,
  options: { out: { type: 'string' }, workspace: { type: 'string' }, language: { type: 'string' } },
  run: async (invocation) => {
    words(invocation, 0, textsCommand)
    const out = option(invocation, 'out')
    if (!out) throw wrongUse('Say where to: --out <folder>', textsCommand)
    const asked = option(invocation, 'language')
    const wanted = asked === undefined ? languages : languages.filter((one) => one === asked)
    if (wanted.length === 0) throw wrongUse('A language is nl or en.', textsCommand)
    const folder = resolve(out)
    const count = await onDatabase(invocation, 'use', async (on) => {
      const id = await findWorkspace(on, option(invocation, 'workspace'))
      return writeTexts(on, { id, folder, wanted })
    })
    note(`${count} texts were written.`)
    print(folder)
    return 0
  },
}

/** The workspace that was named; the only one when none was. */
async function findWorkspace(on: OnDatabase, named: string | undefined): Promise<WorkspaceId> {
  return asOwner(on, async (owner) => {
    if (named !== undefined) return (await workspaceNamed(owner, named)).id
    const all = await asMaintenance(owner, (trx) =>
      trx.selectFrom('workspace').select(['workspace_id', 'name']).orderBy('name').limit(2).execute(),
    )
    const [only] = all
    if (only === undefined) throw new CommandError('There is no organisation here yet.')
    if (all.length > 1) throw new CommandError('There are more organisations: say which with --workspace.')
    return only.workspace_id
  })
}

type Task = { id: WorkspaceId; folder: string; wanted: readonly Language[] }

async function writeTexts(on: OnDatabase, { id, folder, wanted }: Task): Promise<number> {
  const workspace = await readAndRecord(on, id)
  const { config } = on
  const { singleSignOn } = config
  const installation = {
    ...machineOf(config),
    product: version,
    address: publicUrlOf(on),
    singleSignOn: singleSignOn && { name: singleSignOn.name, issuer: singleSignOn.issuer },
  }
  const deps = { installation, consentTexts: loadConsentTexts() }
  const facts = factsOf(deps, { workspace, now: realWorld.now() })
  const files = legalDocuments.flatMap((document) => wanted.map((language) => ({ document, language })))
  try {
    mkdirSync(folder, { recursive: true })
    for (const { document, language } of files) {
      const text = legalMarkdown(legalDocument(document, facts, language))
      writeFileSync(join(folder, `${document}.${language}.md`), text)
    }
  } catch (error) {
    throw explainFile(error, folder)
  }
  return files.length
}

/** The settings as the application sees them; that they were read stands in the record of the workspace. */
async function readAndRecord(on: OnDatabase, workspace: WorkspaceId): Promise<LegalWorkspace> {
  const onError = (error: Error) => warn(on.log, error)
  const db = openDatabase<Schema>(on.engine.app, { as: 'application', size: 1, onError })
  try {
    return await inContext(db, { workspace, actor: 'system', relations: [] }, async (trx) => {
      const found = await readWorkspace(trx)
      if (found === null) throw new CommandError('This workspace is gone.')
      await record(trx, realWorld, {
        ...{ workspace, actor: 'system', action: 'legal.read', basis: 'command-line', relation: null },
        subject: { kind: 'legal-all', id: workspace },
      })
      return found
    })
  } finally {
    await db.destroy()
  }
}
