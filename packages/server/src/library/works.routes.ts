import { mayUseLibrary } from '@weerklank/core/library/own-item'
import { worksEndpoints } from '@weerklank/core/library/works.contract'
import type { WorksGroup } from '@weerklank/core/library/works.groups'
import { AppError } from '@weerklank/core/shared/errors'
import type { Bilingual } from '@weerklank/core/shared/language'
import { type MemberApi, serveOverRelations, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { evidenceOf, shownAtMost } from './works.evidence.ts'
import { toldRows } from './works.tell.ts'

type Names = ReadonlyMap<string, { name: Bilingual }>
type Deps = { world: World; formats: Names; exercises: Names }

/** What works for us: what is told of all together, and what a claim rests on where one takes part oneself. */
export function serveWorks(to: MemberApi, { world, formats, exercises }: Deps): void {
  serveSelf(to, worksEndpoints.whatWorks, async (session, _, trx) => {
    if (!mayUseLibrary(session.member.roles).allowed) throw new AppError('not-allowed')
    const rows = await toldRows(trx)
    return {
      deeds: rows.map(({ source, deed, groups, told_at: toldAt }) => {
        const [what = '', key = ''] = deed.split(':')
        const named = what === 'exercise' ? exercises.get(key) : formats.get(key)
        return { source, deed, toldAt, groups: groups.map(presentGroup), name: named?.name ?? null }
      }),
    }
  })
  serveOverRelations(to, worksEndpoints.evidence, async (session, { query }, trx) => {
    if (!mayUseLibrary(session.member.roles).allowed) throw new AppError('not-allowed')
    const evidence = await evidenceOf(trx, session.context, query)
    await recordOwn(trx, world, { session, action: 'library.evidence-read' })
    return { evidence: evidence.slice(0, shownAtMost) }
  })
}

function presentGroup({ kind, context, situation, result }: WorksGroup) {
  const place = { kind, context, situation }
  if (result.status === 'hidden') return { ...place, result: { status: 'hidden' as const } }
  const { people, higher, same, lower, still, estimate, leavesOut } = result
  const counts = { people, higher, same, lower, still }
  return { ...place, result: { status: 'shown' as const, ...counts, estimate, leavesOut } }
}
