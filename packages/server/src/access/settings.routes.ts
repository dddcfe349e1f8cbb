import { type Settings, settingsEndpoints } from '@weerklank/core/access/settings.contract'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type MemberApi, serveRole } from './access.ts'

const role = 'administrator'

/** What is the same for everybody in a workspace, kept by its administrator. */
export function serveSettings(to: MemberApi, { world }: { world: World }): void {
  serveRole(to, settingsEndpoints.settings, { role, handle: (_session, _input, trx) => read(trx) })
  serveRole(to, settingsEndpoints.changeSettings, {
    role,
    handle: async (session, { body }, trx) => {
      await trx
        .updateTable('workspace')
        .set({
          name: body.name,
          time_zone: body.timeZone,
          second_factor_required: body.secondFactorRequired,
          idle_minutes: body.idleMinutes,
          api_tokens: body.apiTokens,
          profile: JSON.stringify(body.profile),
        })
        .execute()
      const subject = { kind: 'workspace', id: session.workspace.id }
      await recordOwn(trx, world, { session, action: 'settings.changed', subject })
      return read(trx)
    },
  })
}

async function read(trx: Trx): Promise<Settings> {
  // Row-level security leaves one workspace: that of the session.
  const row = await trx
    .selectFrom('workspace')
    .select(['name', 'time_zone', 'second_factor_required', 'idle_minutes', 'api_tokens', 'profile'])
    .executeTakeFirstOrThrow()
  const { controller = '', contact = '', privacyOfficer = '' } = row.profile
  return {
    name: row.name,
    timeZone: row.time_zone,
    secondFactorRequired: row.second_factor_required,
    idleMinutes: row.idle_minutes,
    apiTokens: row.api_tokens,
    profile: { controller, contact, privacyOfficer },
  }
}
