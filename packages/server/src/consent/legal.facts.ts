import { roles } from '@weerklank/core/access/access'
import { roomsFor } from '@weerklank/core/access/rooms'
import { purposes } from '@weerklank/core/consent/consent'
import { newestText } from '@weerklank/core/consent/consent-text'
import type { Installation, LegalFacts, Organisation } from '@weerklank/core/consent/legal/legal-document'
import {
  type RetentionKind,
  retentionDays,
  retentionKinds,
  retentionRules,
} from '@weerklank/core/ownership/retention'
import { groupThreshold } from '@weerklank/core/shared/small-groups.input'
import type { Instant } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import type { ConsentTexts } from './consent-texts.ts'

/** What the texts are made from, beside the settings of a workspace. */
export type LegalDeps = { installation: Installation; consentTexts: ConsentTexts }

/** A workspace as it is set up, and whether it was invented to look around in. */
export type LegalWorkspace = Pick<
  LegalFacts,
  'timeZone' | 'organisation' | 'secondFactorRequired' | 'idleMinutes' | 'retention'
> & { isDemo: boolean }

/** The settings of the one workspace that the context shows; its terms only to colleagues and the system. */
export async function readWorkspace(trx: Trx): Promise<LegalWorkspace | null> {
  const row = await trx
    .selectFrom('workspace')
    .select(['name', 'time_zone', 'is_demo', 'second_factor_required', 'idle_minutes', 'profile'])
    .executeTakeFirst()
  if (row === undefined) return null
  const { controller = '', contact = '', privacyOfficer = '' } = row.profile
  const organisation: Organisation = { name: row.name, controller, contact, privacyOfficer }
  const chosen = await trx.selectFrom('retention_rule').select(['kind', 'days']).execute()
  return {
    organisation,
    timeZone: row.time_zone,
    isDemo: row.is_demo,
    secondFactorRequired: row.second_factor_required,
    idleMinutes: row.idle_minutes,
    retention: keptFor(new Map(chosen.map(({ kind, days }) => [kind, days]))),
  }
}

/** An installation that several organisations share, or that has none yet: what we propose, and nobody by name. */
export const nobodyByName: LegalWorkspace = {
  organisation: null,
  timeZone: 'Europe/Amsterdam',
  isDemo: false,
  secondFactorRequired: false,
  idleMinutes: 30,
  retention: keptFor(new Map()),
}

function keptFor(chosen: ReadonlyMap<RetentionKind, number>): LegalFacts['retention'] {
  const days = retentionDays(chosen)
  return retentionKinds.map((kind) => {
    const { name, from, basis, minimumDays, isKept } = retentionRules[kind]
    return { kind, name, from, basis, minimumDays, isKept, days: days[kind], isChosen: chosen.has(kind) }
  })
}

/** Everything the texts are made from, at one moment. */
export function factsOf(deps: LegalDeps, of: { workspace: LegalWorkspace; now: Instant }): LegalFacts {
  const { isDemo: _, ...workspace } = of.workspace
  return {
    ...workspace,
    at: of.now,
    smallestGroup: groupThreshold.usual,
    consentTexts: purposes.map((purpose) => {
      const { version } = newestText(deps.consentTexts.values(), purpose)
      return { purpose, version }
    }),
    roles: roles.map((role) => ({ role, rooms: roomsFor([role]) })),
    installation: deps.installation,
  }
}
