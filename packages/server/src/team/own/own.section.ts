import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Listener } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import type { Context } from '../../db/context.ts'
import type { Html } from '../../http/html.ts'
import type { Trx } from '../../schema.ts'
import type { OpenCircle } from '../circle.open.ts'
import type { PersonRow } from '../circle.repository.ts'

/** Somebody of a circle at her own pages: the transaction reaches its collaboration, and in it what is hers. */
export type OwnCircle = {
  workspace: { id: WorkspaceId; name: string; timeZone: string }
  context: Context
  relation: RelationId
  /** Of the collaboration. */
  title: string
  circle: OpenCircle
  self: PersonRow
  /** She speaks for the family. */
  isFamily: boolean
  listener: Listener
  /** `/n/<token>`: every address of her pages begins with it. */
  root: string
  now: Instant
}

/** The parts of somebody's first page, in their order. */
export const ownCircleKeys = [
  'next',
  'family',
  'agreements',
  'words',
  'check',
  'map',
  'tensions',
  'seen',
] as const

/** One part of somebody's first page; whoever knows about it brings it. */
export type OwnCircleSection = {
  key: (typeof ownCircleKeys)[number]
  /** From `<section>` to `</section>`; null where there is nothing to show. Reads as her, in her transaction. */
  show: (trx: Trx, page: OwnCircle) => Promise<Html | null>
}
