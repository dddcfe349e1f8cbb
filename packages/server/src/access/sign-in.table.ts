import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType } from 'kysely'

/** A session as the auth library keeps it, with our own columns; only what we look at. */
export type SessionTable = {
  id: string
  token: string
  userId: string
  userAgent: string | null
  createdAt: Instant
  expiresAt: Instant
  /** When a second factor was proved in it. */
  secondFactorAt: Instant | null
  /** When its owner last showed that it is her. */
  provedAt: Instant | null
  lastSeenAt: Instant | null
  lockedAt: Instant | null
  /** Locked because somebody else got the device. */
  handedOverAt: Instant | null
}

/** How an account signs in, as the auth library keeps it; only what we look at. */
export type AccountTable = { id: string; userId: string; providerId: string; password: string | null }

export type TotpTable = {
  user_id: string
  /** Sealed: see seal.ts. */
  secret: string
  /** Null until a first code proved that the app has it. */
  confirmed_at: Instant | null
  last_step: number
}

export type RecoveryCodeTable = { user_id: string; code_hash: string }

export type ProofAttemptTable = { user_id: string; count: number; since: Instant }

/** How often somebody was refused in the hour that began at `since`. */
export type RefusalCountTable = {
  user_id: string
  kind: 'sign-in' | 'content'
  count: number
  since: Instant
}

export type PasskeyTable = {
  id: string
  user_id: string
  name: string
  public_key: Buffer
  /** Up to 2^32: read as text. */
  counter: ColumnType<string, number, number>
  transports: string[]
  synced: boolean
  created_at: Instant
  last_used_at: Instant | null
}

/** A challenge that waits for the answer of an authenticator. */
export type CeremonyTable = {
  id_hash: string
  kind: 'register' | 'sign-in'
  user_id: string | null
  challenge: string
  expires_at: Instant
}

export type IdentityTable = { issuer: string; subject: string; user_id: string; linked_at: Instant }
