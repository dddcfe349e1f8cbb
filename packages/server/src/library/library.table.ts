import type { ReadingLevel } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import type { CollectionId, LibraryItemId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import type { JSONColumnType } from 'kysely'

export type LibraryShippedTable = { item_key: string; version: number; body: JSONColumnType<Item> }

type Findable = {
  item_key: string
  version: number
  kind: string
  grade: string
  provenance: string
  languages: string[]
  levels: string[]
  relations: string[]
  contexts: string[]
  situations: string[]
  moments: string[]
  minutes: number | null
  people_from: number | null
  people_to: number | null
  order_nl: string
  order_en: string
  words: string
  index_version: number
}

export type LibraryShippedSearchTable = Findable
/** `words` of Dutch texts, and of English ones that were kept before they stood apart. */
type Words = { letters: number; words: string[]; english: string[] }
export type LibraryShippedWordTable = Words

export type LibraryItemTable = {
  workspace_id: WorkspaceId
  id: LibraryItemId
  version: number
  from_key: string | null
  status: 'draft' | 'published' | 'withdrawn'
  body: JSONColumnType<Item>
  revision: number
  created_by: MemberId
  created_at: Instant
  changed_at: Instant
  published_at: Instant | null
}

export type LibrarySearchTable = Findable & { workspace_id: WorkspaceId; item_id: LibraryItemId }
export type LibraryWordTable = Words & { workspace_id: WorkspaceId }

export type LibraryUseTable = {
  workspace_id: WorkspaceId
  id: string
  item_key: string
  member_id: MemberId
  used_at: Instant
}

export type LibraryExperienceTable = {
  workspace_id: WorkspaceId
  id: string
  item_key: string
  helped: boolean
  words: string
}

export type CollectionTable = {
  workspace_id: WorkspaceId
  id: CollectionId
  title: string
  note: string
  item_keys: string[]
  is_shared: boolean
  made_by: MemberId
  created_at: Instant
  changed_at: Instant
  revision: number
}

export type CollectionLinkTable = {
  workspace_id: WorkspaceId
  token_hash: string
  id: string
  collection_id: CollectionId
  level: ReadingLevel
  language: Language
  made_by: MemberId
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
}
