import { ageBand, ageOn } from '@weerklank/core/consent/age'
import { mayHaveAccount } from '@weerklank/core/consent/own-account'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { type Context, inContext, setContext } from '../db/context.ts'
import { readToken } from '../http/link-token.ts'
import type { Db, Trx } from '../schema.ts'
import { type Family, familiesOf, familyOf, reachFamilies } from './consent.person.ts'
import { childrenOf } from './consent.repository.ts'
import type { ConsentDeps } from './consent.status.ts'
import type { OwnListener } from './own-page.frame.ts'
import { findLink, type PlaceRow, placesOf } from './person.repository.ts'

/** A person's own page, opened by her link: the transaction is narrowed to what is hers. */
export type OwnPage = {
  deps: ConsentDeps
  workspace: { id: WorkspaceId; name: string; timeZone: string }
  /** What is hers: her places and data, her own choices and those of children she decides for. */
  context: Context
  family: Family
  /** Where she takes part, or took part. */
  places: readonly PlaceRow[]
  /** Children under 16 over whom she has authority. */
  children: readonly Family[]
  name: string
  listener: OwnListener
  way: OwnWay
  now: Instant
}

/** How the page was opened: by her link, or signed in with the account that she linked with it. */
export type OwnWay = { by: 'link'; expiresAt: Instant } | { by: 'account' }

/** A user who signed in, and the page that she asks for. */
export type AccountKey = { user: string; workspace: WorkspaceId; person: PersonId }

export type LinkProblem = 'link-unknown' | 'link-expired' | 'link-revoked'

/** Thrown for a link that leads nowhere; with whom one speaks, as far as that is known. */
export class LinkError extends AppError {
  readonly listener: Listener | null

  constructor(code: LinkProblem, listener: Listener | null = null) {
    super(code)
    this.listener = listener
  }
}

type Opened = { db: Db; deps: ConsentDeps; lang: string | undefined }
type Opening = Opened & { token: string }
type Work<Result> = (trx: Trx, page: OwnPage) => Promise<Result>

/** Opens a link in a transaction of its own; throws a `LinkError` for one that leads nowhere. */
export async function withOwnPage<Result>(of: Opening, work: Work<Result>): Promise<Result> {
  return withLink(of, async (trx, opened) => {
    const { link, listener } = opened
    if (link.revoked_at !== null) throw new LinkError('link-revoked', listener)
    if (link.expires_at <= opened.now) throw new LinkError('link-expired', listener)
    return work(trx, await pageOf(trx, opened, { by: 'link', expiresAt: link.expires_at }))
  })
}

/**
 * Opens the page of the account's owner in a transaction of its own: hers is what her link would show. Any other page, and
 * that of a child who became too young for an account, is `not-found`.
 */
export async function withAccountPage<Result>(
  of: Opened & { key: AccountKey },
  work: Work<Result>,
): Promise<Result> {
  const { user, workspace, person } = of.key
  const start: Context = { workspace, actor: { person }, relations: [], purpose: 'account' }
  return inContext(of.db, start, async (trx) => {
    const { user_id: linked } = (await findAccountRow(trx, person)) ?? { user_id: null }
    if (linked !== user) throw new AppError('not-found')
    const opened = await openAs(trx, of, { workspace, person })
    const { born_on } = opened.family.person
    if (!mayHaveAccount(born_on, localDay(opened.now, opened.workspace.timeZone)).allowed)
      throw new AppError('not-found')
    return work(trx, await pageOf(trx, opened, { by: 'account' }))
  })
}

function findAccountRow(trx: Trx, person: PersonId) {
  return trx.selectFrom('person_account').select('user_id').where('person_id', '=', person).executeTakeFirst()
}

async function pageOf(trx: Trx, opened: OpenedPerson, way: OwnWay): Promise<OwnPage> {
  const children = await childrenInReach(trx, opened)
  const persons = [opened.family.person.id, ...children]
  const context = await reachFamilies(trx, opened.context, persons)
  const { deps, workspace, places, listener, now } = opened
  return {
    ...{ deps, workspace, context, places, listener, now, way },
    family: await familyOf(trx, opened.family.person.id),
    children: await familiesOf(trx, children),
    name: places[0]?.name ?? opened.family.person.name,
  }
}

export type OpenedLink = Awaited<ReturnType<typeof openLink>>

/** Opens a link whatever its state, with nothing in reach but whose it is. */
export async function withLink<Result>(
  of: Opening,
  work: (trx: Trx, opened: OpenedLink) => Promise<Result>,
): Promise<Result> {
  const read = readToken(of.token)
  if (read === null) throw new LinkError('link-unknown')
  const start: Context = { workspace: read.workspace, actor: 'link', relations: [], token: read.hash }
  return inContext(of.db, start, async (trx) => work(trx, await openLink(trx, of, read)))
}

async function openLink(
  trx: Trx,
  of: Opening,
  { workspace: id, hash }: { workspace: WorkspaceId; hash: string },
) {
  const link = await findLink(trx, hash)
  if (link === undefined) throw new LinkError('link-unknown')
  return { ...(await openAs(trx, of, { workspace: id, person: link.person_id })), link, hash }
}

type OpenedPerson = Awaited<ReturnType<typeof openAs>>

async function openAs(
  trx: Trx,
  of: Opened,
  { workspace: id, person }: { workspace: WorkspaceId; person: PersonId },
) {
  const alone: Context = { workspace: id, actor: { person }, relations: [] }
  await setContext(trx, alone)
  const places = await placesOf(trx, [person])
  const context: Context = {
    ...alone,
    relations: [...new Set(places.map((place) => place.relation_id))],
    participants: places.map((place) => place.id),
  }
  await setContext(trx, context)
  const { name, time_zone } = await trx
    .selectFrom('workspace')
    .select(['name', 'time_zone'])
    .executeTakeFirstOrThrow()
  const family = await familyOf(trx, person)
  return {
    ...{ deps: of.deps, context, family, places },
    workspace: { id, name, timeZone: time_zone },
    listener: listenerOf(places, of.lang),
    now: of.deps.world.now(),
  }
}

function listenerOf(places: readonly PlaceRow[], lang: string | undefined): OwnListener {
  const place = places[0]
  const own = place?.language ?? 'nl'
  const language = lang === 'nl' || lang === 'en' ? lang : screenLanguage(own)
  return { language, address: place?.address ?? 'u', own }
}

/** Children she still decides for: from 16 on someone decides alone, and is out of her parents' reach. */
async function childrenInReach(trx: Trx, opened: OpenedPerson): Promise<PersonId[]> {
  const { context, family, workspace, now } = opened
  const all = await childrenOf(trx, family.person.id)
  if (all.length === 0) return []
  await setContext(trx, { ...context, persons: all })
  const today = localDay(now, workspace.timeZone)
  const children = await familiesOf(trx, all)
  await setContext(trx, context)
  return children
    .filter(({ person }) => person.born_on !== null && ageBand(ageOn(person.born_on, today)) !== 'alone')
    .map(({ person }) => person.id)
}

/** One of the children she decides for; any other is nobody here. */
export function childOf(page: OwnPage, id: string): Family {
  const child = page.children.find(({ person }) => person.id === id)
  if (child === undefined) throw new AppError('not-found')
  return child
}
