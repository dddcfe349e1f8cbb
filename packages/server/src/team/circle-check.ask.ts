import type { CircleCheckId, MemberId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Language, screenLanguage } from '@weerklank/core/shared/language'
import { mayAnswer } from '@weerklank/core/team/circle-check'
import { type Context, inContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import { enqueueMail } from '../mail/outbox.ts'
import type { Db, Trx } from '../schema.ts'
import { openCircle } from './circle.open.ts'
import { factsOf } from './circle-check.load.ts'
import { type CheckRow, lockCheck } from './circle-check.repository.ts'

/** When a check begins, colleagues with an account hear of it: one job per check, planned when it is made. */
export const circleCheckAskKind = 'circle-check-ask'

type Deps = { db: Db; world: World; publicUrl: string; canSendMail: boolean }

/**
 * Writes to the colleagues who are asked, but not to who made the check. Of people who come by a link no address is kept: they see it
 * on their own page. Nothing where the check is over, or the circle asks nothing any more.
 */
export function circleCheckAsk(deps: Deps): JobHandler {
  return async ({ payload }) => {
    if (!deps.canSendMail) return null
    const workspace = payload.workspace as WorkspaceId
    const relation = payload.relation as RelationId
    const check = payload.check as CircleCheckId
    const context: Context = { workspace, actor: 'system', relations: [relation] }
    await inContext(deps.db, context, async (trx) => {
      const row = await lockCheck(trx, { relation, check })
      if (row === undefined) return
      const may = mayAnswer(factsOf(row), { isAsked: true, now: deps.world.now() })
      if (may.allowed) await ask(trx, deps, row)
    })
    return null
  }
}

async function ask(trx: Trx, { world, publicUrl }: Deps, row: CheckRow): Promise<void> {
  const { name, time_zone: timeZone } = await trx
    .selectFrom('workspace')
    .select(['name', 'time_zone'])
    .executeTakeFirstOrThrow()
  const circle = await openCircle(trx, row.relation_id, { now: world.now(), timeZone })
  if (circle.state.status !== 'running') return
  const asked = circle.people.filter(
    (one) => one.left_at === null && row.asked_ids.includes(one.participant_id),
  )
  const members = asked.flatMap(({ member_id: id }) => (id === null || id === row.created_by ? [] : [id]))
  const url = `${publicUrl}/team/${row.relation_id}/check/${row.id}`
  for (const { email, name: to, language } of await accountsOf(trx, members)) {
    const mail = letterMail({
      to: { name: to, address: email },
      publicUrl,
      letters: [letterIn(screenLanguage(language), { to, from: nameInMail(name), url })],
    })
    await enqueueMail(trx, world, { workspace: row.workspace_id, kind: 'circle-check', mail })
  }
}

async function accountsOf(trx: Trx, members: readonly MemberId[]) {
  if (members.length === 0) return []
  return trx
    .selectFrom('member')
    .innerJoin('auth.user', 'auth.user.id', 'member.user_id')
    .select(['email', 'member.name', 'member.language'])
    .where('member.id', '=', anyOf(members))
    .where('ended_at', 'is', null)
    .orderBy('member.id')
    .execute()
}

/** That there are questions, never of what team or round whom. */
function letterIn(language: Language, of: { to: string; from: string; url: string }): Letter {
  const { to, from, url } = of
  if (language === 'en')
    return {
      ...{ language, subject: 'There are questions for you', greeting: `Hello ${to},` },
      before: [
        'In a team or network to which you belong there are questions about working together.',
        'Nobody sees an answer before everybody is done.',
      ],
      link: { label: 'Give your answer', url },
      after: [`This mail comes from ${from}.`],
    }
  return {
    ...{ language, subject: 'Er staan vragen voor je klaar', greeting: `Hallo ${to},` },
    before: [
      'In een team of netwerk waar je bij hoort, staan vragen over het samenwerken klaar.',
      'Niemand ziet een antwoord voordat iedereen klaar is.',
    ],
    link: { label: 'Geef je antwoord', url },
    after: [`Deze mail komt van ${from}.`],
  }
}
