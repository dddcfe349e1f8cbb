import {
  type SessionDemand,
  type SessionStep,
  seenEveryMs,
  stepOf,
} from '@weerklank/core/access/session-step'
import { AppError } from '@weerklank/core/shared/errors'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { type Instant, millis } from '@weerklank/core/shared/time'
import { inContext } from '../db/context.ts'
import { bearerOf } from '../http/bearer.ts'
import type { Db } from '../schema.ts'
import type { Membership } from './access.ts'
import type { SignIn } from './sign-in.ts'

/** Someone who signed in, and what still stands between her and her work. */
export type SignedIn = {
  session: { id: string; token: string; startedAt: Date; lastSeenAt: Instant }
  user: { id: string; name: string; email: string }
  /** Her place in a workspace; null for an account that has none (any more). */
  place: Membership | null
  has: { totp: boolean; passkey: boolean }
  demand: SessionDemand
  secondFactorAt: Instant | null
  /** When she last showed that it is her. */
  provedAt: Instant | null
  step: SessionStep
  /** Locked because somebody else got the device. */
  handedOver: boolean
}

/** Whose session a request comes with; null when nobody is signed in. It decides nothing and counts as no use. */
export type Door = (headers: Headers) => Promise<SignedIn | null>

export type DoorDeps = { db: Db; signIn: SignIn; now: () => Instant }

export function newDoor({ db, signIn, now }: DoorDeps): Door {
  const demandOf = rememberDemands(db, now)
  return async (headers) => {
    // A program comes by its token and by nothing else, whatever cookie travels along.
    if (bearerOf(headers) !== null) return null
    const found = await signIn.api.getSession({ headers })
    if (found === null) return null
    const { user, session } = found
    const { place, has } = await holdings(db, user.id)
    const demand = place === null ? lenient : await demandOf(place.workspace)
    const lastSeenAt = (session.lastSeenAt ?? session.createdAt).toISOString()
    const secondFactorAt = session.secondFactorAt?.toISOString() ?? null
    const lockedAt = session.lockedAt?.toISOString() ?? null
    const standing = { secondFactorAt, lastSeenAt, lockedAt, hasSecondFactor: has.totp || has.passkey }
    return {
      session: { id: session.id, token: session.token, startedAt: session.createdAt, lastSeenAt },
      user: { id: user.id, name: user.name, email: user.email },
      ...{ place, has, demand, secondFactorAt },
      provedAt: session.provedAt?.toISOString() ?? null,
      step: stepOf(standing, demand, now()),
      handedOver: lockedAt !== null && (session.handedOverAt ?? null) !== null,
    }
  }
}

/** Lets through to what lies behind the sign-in, or says what comes first. */
export function enforceOpen(step: SessionStep): void {
  if (step === 'locked') throw new AppError('session-locked')
  if (step !== 'open') throw new AppError('second-factor-needed')
}

/** Writes down that a session was used, at most once a minute. */
export async function noteUse(db: Db, who: SignedIn, now: Instant): Promise<void> {
  if (Math.abs(millis(now) - millis(who.session.lastSeenAt)) < seenEveryMs) return
  await db
    .updateTable('auth.session')
    .set({ lastSeenAt: now })
    .where('id', '=', who.session.id)
    // Whoever locked it meanwhile meant it.
    .where('lockedAt', 'is', null)
    .execute()
}

async function holdings(db: Db, user: string): Promise<Pick<SignedIn, 'place' | 'has'>> {
  const row = await db
    .selectFrom('auth.user')
    .leftJoin('auth.membership', 'auth.membership.user_id', 'auth.user.id')
    .select(['workspace_id', 'member_id'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('auth.totp')
            .select('auth.totp.user_id')
            .whereRef('auth.totp.user_id', '=', 'auth.user.id')
            .where('confirmed_at', 'is not', null),
        )
        .as('totp'),
      eb
        .exists(
          eb
            .selectFrom('auth.passkey')
            .select('auth.passkey.id')
            .whereRef('auth.passkey.user_id', '=', 'auth.user.id'),
        )
        .as('passkey'),
    ])
    .where('auth.user.id', '=', user)
    // Where she chose to work last.
    .orderBy('chosen_at', (order) => order.desc().nullsLast())
    .orderBy('workspace_id')
    .executeTakeFirst()
  const { workspace_id: workspace = null, member_id: member = null } = row ?? {}
  return {
    place: workspace !== null && member !== null ? { workspace, member } : null,
    has: { totp: row?.totp === true, passkey: row?.passkey === true },
  }
}

const lenient: SessionDemand = { secondFactor: false, idleMinutes: null }

/** How long what a workspace demands is remembered: a change takes so long to reach every process. */
const rememberMs = 5_000

function rememberDemands(db: Db, now: () => Instant) {
  const known = new Map<WorkspaceId, { at: number; demand: SessionDemand }>()
  return async (workspace: WorkspaceId): Promise<SessionDemand> => {
    const at = millis(now())
    const last = known.get(workspace)
    if (last !== undefined && Math.abs(at - last.at) < rememberMs) return last.demand
    const demand = await readDemand(db, workspace)
    known.set(workspace, { at, demand })
    return demand
  }
}

/** In a demo there is nothing to protect, and its people have nothing to unlock with. */
async function readDemand(db: Db, workspace: WorkspaceId): Promise<SessionDemand> {
  const row = await inContext(db, { workspace, actor: 'system', relations: [] }, (trx) =>
    trx
      .selectFrom('workspace')
      .select(['is_demo', 'second_factor_required', 'idle_minutes'])
      .where('workspace_id', '=', workspace)
      .executeTakeFirst(),
  )
  if (row === undefined || row.is_demo) return lenient
  return { secondFactor: row.second_factor_required, idleMinutes: row.idle_minutes }
}
