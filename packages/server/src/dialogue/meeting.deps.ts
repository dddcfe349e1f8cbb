import type { ConsentDeps } from '../consent/consent.ts'
import type { Formats } from './formats.ts'

/** What planning meetings needs of the world: the formats, the consent texts, and where people reach this server. */
export type MeetingDeps = ConsentDeps & { formats: Formats }
