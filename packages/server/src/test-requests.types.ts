import type { Running } from './test-running.ts'
import type { buildStory } from './test-story.ts'

export type Story = Awaited<ReturnType<typeof buildStory>>

type Parts = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: Record<string, unknown>
}

export type GoodRequest = {
  /** What it reaches: one relation or meeting, an overview of those of the member, her own self, or what everyone may know. */
  reaches: 'relation' | 'meeting' | 'analysis' | 'trajectory' | 'overview' | 'self' | 'everyone'
  parts: (app: Running, story: Story) => Parts
  /** A field of the body or query, and a value that is refused. */
  wrong: [field: string, value: unknown] | null
  /** What stands in the record afterwards; null where nothing is done with content. */
  audit: string | null
  /** What else it leads to, which stands in the record by itself. */
  alsoAudit?: string | readonly string[]
  /** What is nobody's business but her own stands in the record without the collaboration. */
  isPrivate?: true
}
