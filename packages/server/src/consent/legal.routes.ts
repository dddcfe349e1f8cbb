import type { Role } from '@weerklank/core/access/access'
import { legalDocument } from '@weerklank/core/consent/legal/legal'
import type { LegalDocument, LegalDocumentId } from '@weerklank/core/consent/legal/legal-document'
import { legalMarkdown } from '@weerklank/core/consent/legal/legal-markdown'
import { legalTitles } from '@weerklank/core/consent/legal/legal-words'
import { legalEndpoints } from '@weerklank/core/consent/legal.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { type Language, languages } from '@weerklank/core/shared/language'
import type { Hono, Context as HonoContext } from 'hono'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { addressOf } from '../http/address.ts'
import { Download } from '../http/download.ts'
import { newLimiter } from '../http/limit.ts'
import { sendHtml } from '../http/page.ts'
import { languageOf } from '../http/server.ts'
import type { Db } from '../schema.ts'
import { factsOf, type LegalDeps, type LegalWorkspace, nobodyByName, readWorkspace } from './legal.facts.ts'
import { legalPage, legalPagePolicy } from './legal.page.ts'

const readers: readonly Role[] = ['administrator', 'privacy-officer']

/** The texts that the law asks for, for who keeps the settings or looks after privacy. They hold no content of anybody. */
export function serveLegal(to: MemberApi, deps: LegalDeps & { world: World }): void {
  serveSelf(to, legalEndpoints.legalText, async (session, { params, query }, trx) => {
    enforceReader(session)
    const workspace = await readWorkspace(trx)
    if (workspace === null) throw new AppError('not-found')
    const subject = { kind: `legal-${params.document}`, id: session.workspace.id }
    await recordOwn(trx, deps.world, { session, action: 'legal.read', subject })
    const facts = factsOf(deps, { workspace, now: deps.world.now() })
    const document = legalDocument(params.document, facts, query.language)
    if (query.format === 'json') return { ...document, blocks: [...document.blocks] }
    return legalFile(document, query.format, session.workspace.name)
  })
}

function enforceReader(session: MemberSession): void {
  if (!session.member.roles.some((role) => readers.includes(role))) throw new AppError('not-allowed')
}

/** The text as a file to keep. */
function legalFile(document: LegalDocument, format: 'md' | 'html', organisation: string): Download {
  const name = `${document.id}.${document.language}.${format}`
  return format === 'md'
    ? new Download({ name, type: 'text/markdown', text: legalMarkdown(document) })
    : new Download({ name, type: 'text/html', text: legalPage({ document, organisation }) })
}

/** The public pages, each with its address. */
export const publicPages = [
  ['/privacy', 'privacy-adult'],
  ['/privacy/kind', 'privacy-child'],
  ['/privacy/professional', 'privacy-professional'],
] as const satisfies readonly (readonly [string, LegalDocumentId])[]

/** Often enough for a waiting room behind one address; each look costs a few small queries. */
const looks = { max: 120, windowMs: 60_000 }

/** What happens with an answer, for everybody who has the address: no sign-in, no link, no script. */
export function serveLegalPages(app: Hono, deps: LegalDeps & { world: World; db: Db }): void {
  const { now } = deps.world
  const limit = newLimiter(looks, () => Date.parse(now()))
  for (const [path, id] of publicPages) {
    app.get(path, async (c) => {
      limit(addressOf(c))
      const workspace = await onlyWorkspace(deps.db)
      const language = languageIn(c)
      const document = legalDocument(id, factsOf(deps, { workspace, now: now() }), language)
      const page = legalPage({
        ...{ document, path, organisation: workspace.organisation?.name ?? null },
        more: publicPages
          .filter(([other]) => other !== path)
          .map(([other, one]) => ({ path: other, title: legalTitles[one][language] })),
      })
      return sendHtml(c, { page, status: 200, policy: legalPagePolicy })
    })
  }
}

export function languageIn(c: HonoContext): Language {
  return languages.find((one) => one === c.req.query('lang')) ?? languageOf(c)
}

/** More organisations than this beside each other are not looked at one by one: the page then speaks for none of them. */
const lookedAt = 5

/** The one organisation that this installation serves, the demo not counted; nobody by name when there are more or none. */
async function onlyWorkspace(db: Db): Promise<LegalWorkspace> {
  const places = await db
    .selectFrom('auth.membership')
    .select('workspace_id')
    .distinct()
    .limit(lookedAt + 1)
    .execute()
  if (places.length > lookedAt) return nobodyByName
  const all = await Promise.all(places.map((place) => workspaceOf(db, place.workspace_id)))
  const real = all.filter((one): one is LegalWorkspace => one !== null && !one.isDemo)
  const [only] = real
  return only !== undefined && real.length === 1 ? only : nobodyByName
}

/** The settings of one workspace, read by the program itself. */
export function workspaceOf(db: Db, workspace: WorkspaceId): Promise<LegalWorkspace | null> {
  return inContext(db, { workspace, actor: 'system', relations: [] }, readWorkspace)
}
