import type { NudgeContent } from '@weerklank/core/learning/nudge.content'
import type { World } from '../deps.ts'

/** What sending and showing nudges needs. */
export type NudgeDeps = { world: World; publicUrl: string; nudges: NudgeContent; canSendMail: boolean }
