import type { ChainBreak } from '@weerklank/core/audit/chain.words'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'
import { type ChainLine, chainStart, digestOf, type Link, linkHash } from './chain.ts'
import { diagnose } from './diagnose.ts'

/** What was looked at, and the first thing that is wrong; null when every chain is whole. */
export type ChainReport = { lines: number; chains: number; broken: ChainBreak | null }

type Ends = ReadonlyMap<number, { seq: number; hash: Buffer }>

/** Lines that are read at a time: memory does not grow with the record. */
const batchSize = 4_000

/**
 * Looks at every link of every chain of a workspace, in the order of the chains, and at what stands outside them. Others
 * may write meanwhile. Needs the right to read the record: the privacy officer's context, or the owner's maintenance.
 */
export async function verifyChains(trx: Trx, workspace: WorkspaceId): Promise<ChainReport> {
  const anchors = await endsOf(trx, 'audit_anchor', workspace)
  const report = await verifyFrom(trx, workspace, anchors)
  if (report.broken === null) return report
  // The beginning was perhaps removed while we were reading it.
  const now = await endsOf(trx, 'audit_anchor', workspace)
  return isSame(anchors, now) ? report : verifyFrom(trx, workspace, now)
}

async function verifyFrom(trx: Trx, workspace: WorkspaceId, anchors: Ends): Promise<ChainReport> {
  const walk = newWalk(anchors, await endsOf(trx, 'audit_head', workspace))
  let lines = 0
  for await (const links of linksOf(trx, workspace)) {
    for (const link of links) {
      step(walk, link)
      lines += link.lines.length
    }
  }
  closeLanes(walk, await endsOf(trx, 'audit_head', workspace))
  return { lines, chains: walk.reached.size, broken: walk.broken ?? (await outside(trx, workspace)) }
}

type Walk = {
  anchors: Ends
  /** The ends as they were before anything was read. */
  heads: Ends
  /** How far each chain was whole. */
  reached: Map<number, { seq: number; hash: Buffer }>
  broken: ChainBreak | null
  /** The hash before the broken link, by which the one that belongs there can be told. */
  before: Buffer | null
}

function newWalk(anchors: Ends, heads: Ends): Walk {
  return { anchors, heads, reached: new Map(), broken: null, before: null }
}

function step(walk: Walk, link: Link): void {
  if (walk.broken !== null) {
    whoBelongsThere(walk, link)
    return
  }
  const last = walk.reached.get(link.lane) ?? startOf(walk, link.lane)
  const end = walk.heads.get(link.lane)?.seq ?? 0
  walk.broken = diagnose(link, { ...last, end })
  if (walk.broken === null) {
    walk.reached.set(link.lane, { seq: link.seq, hash: hashOf(link) })
    return
  }
  walk.before = last.hash
  whoBelongsThere(walk, link)
}

const startOf = (walk: Walk, lane: number) => walk.anchors.get(lane) ?? { seq: 0, hash: chainStart(lane) }
const hashOf = (link: Link) => link.lines[0]?.hash ?? chainStart(link.lane)

/** A link that follows from what stands before the gap was taken from there. */
function whoBelongsThere(walk: Walk, link: Link): void {
  const { broken, before } = walk
  if (broken === null || before === null) return
  if (broken.kind !== 'changed' && broken.kind !== 'missing') return
  if (broken.lane === link.lane && broken.seq === link.seq && broken.last === undefined) return
  if (!linkHash(before, digestOf(link.lines)).equals(hashOf(link))) return
  const [line] = link.lines
  const { last: _, ...place } = broken
  walk.broken = { ...place, kind: 'out-of-order', line: line ? { id: line.id, at: line.at } : null }
}

/** Holds what was read against the ends that are kept, as they were before and after. */
function closeLanes(walk: Walk, after: Ends): void {
  if (walk.broken !== null) return
  const lanes = new Set([...walk.heads.keys(), ...walk.reached.keys(), ...walk.anchors.keys()])
  for (const lane of [...lanes].toSorted((one, other) => one - other)) {
    walk.broken = endBreak(lane, walk.reached.get(lane) ?? startOf(walk, lane), {
      before: walk.heads.get(lane),
      after: after.get(lane),
    })
    if (walk.broken !== null) return
  }
}

type End = { seq: number; hash: Buffer }

function endBreak(
  lane: number,
  reached: End,
  kept: { before: End | undefined; after: End | undefined },
): ChainBreak | null {
  const head: ChainBreak = { kind: 'head', lane, seq: reached.seq, line: null }
  const nothing = { seq: 0, hash: chainStart(lane) }
  const { before = nothing, after = nothing } = kept
  if (reached.seq < before.seq) {
    return { kind: 'missing', lane, seq: reached.seq + 1, last: before.seq, line: null }
  }
  if (reached.seq > after.seq) return { ...head, kind: after.seq === 0 ? 'head' : 'added', line: null }
  const same = [before, after].filter((end) => end.seq === reached.seq)
  return same.every((end) => end.hash.equals(reached.hash)) ? null : head
}

/** The links of a workspace, some thousands of lines at a time. */
async function* linksOf(trx: Trx, workspace: WorkspaceId): AsyncGenerator<Link[]> {
  let at = beforeAll
  let open: Link | undefined
  for (;;) {
    const { rows } = await batch(trx, workspace, at)
    const links: Link[] = []
    for (const row of rows) {
      const seq = Number(row.seq)
      if (open !== undefined && open.lane === row.lane && open.seq === seq) {
        open.lines.push(row)
        continue
      }
      if (open !== undefined) links.push(open)
      open = { lane: row.lane, seq, lines: [row] }
    }
    const isLast = rows.length < batchSize
    if (isLast && open !== undefined) links.push(open)
    yield links
    if (isLast) return
    at = rows.at(-1) ?? at
  }
}

// Below whatever these columns can hold: what was put there by hand is found as well.
const beforeAll = { lane: -32_768, seq: '-9223372036854775808', line: -32_768 }

/** What a line showed; a row that tells something else of it than the line itself fits in no hash. */
const shownBeside = sql`(
      select array_agg(
        case when (one.at, one.actor, one.action, one.basis) = (event.at, event.actor, event.action, event.basis)
          then coalesce('r:' || one.relation_id, 'p:' || one.person_id) else 'changed' end
        order by one.place)
      from audit_shown as one where one.workspace_id = event.workspace_id and one.event_id = event.id)`

function batch(trx: Trx, workspace: WorkspaceId, after: { lane: number; seq: string; line: number }) {
  return sql<ChainLine>`
    select workspace_id, id, at, actor, action, subject, subject_id, relation_id, kind, roles, basis, person_id,
      token_id, lane, seq, line, hash, ${shownBeside} as shown
    from audit_event as event
    where workspace_id = ${workspace} and hash is not null
      and (lane, seq, line) > (${after.lane}::smallint, ${after.seq}::bigint, ${after.line}::smallint)
    order by lane, seq, line limit ${batchSize}`.execute(trx)
}

async function endsOf(trx: Trx, table: 'audit_head' | 'audit_anchor', workspace: WorkspaceId): Promise<Ends> {
  const rows = await trx
    .selectFrom(table)
    .select(['lane', 'seq', 'hash'])
    .where('workspace_id', '=', workspace)
    .execute()
  return new Map(rows.map(({ lane, seq, hash }) => [lane, { seq: Number(seq), hash }]))
}

function isSame(one: Ends, other: Ends): boolean {
  return one.size === other.size && [...one].every(([lane, { seq }]) => other.get(lane)?.seq === seq)
}

/** Lines from before the chains stand outside them; none can be younger than the oldest one inside. */
async function outside(trx: Trx, workspace: WorkspaceId): Promise<ChainBreak | null> {
  const { rows } = await sql<{ id: string; at: Instant }>`
    select id, at from audit_event
    where workspace_id = ${workspace} and (lane is null or seq is null or line is null or hash is null)
      and at >= (select min(at) from audit_event where workspace_id = ${workspace} and hash is not null)
    order by at, id limit 1`.execute(trx)
  const [line] = rows.length > 0 ? rows : (await shownOutside(trx, workspace)).rows
  return line === undefined ? null : { kind: 'outside', lane: null, seq: null, line }
}

/** What someone was told that was shown, without a line in the chains that says so. */
function shownOutside(trx: Trx, workspace: WorkspaceId) {
  return sql<{ id: string; at: Instant }>`
    select one.event_id as id, one.at from audit_shown as one
    left join audit_event as event on event.workspace_id = one.workspace_id and event.id = one.event_id
    where one.workspace_id = ${workspace} and event.hash is null order by one.at, id limit 1`.execute(trx)
}
