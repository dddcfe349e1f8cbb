import type { AfterContent } from '@weerklank/core/dialogue/after.content'
import type { AfterMailDeps } from './after.mail.ts'

/** What serves whatever comes after a meeting. */
export type AfterDeps = AfterMailDeps & { canSendMail: boolean; afterContent: AfterContent }
