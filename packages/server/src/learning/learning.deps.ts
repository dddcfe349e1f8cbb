import type { ConsentDeps } from '../consent/consent.ts'
import type { Templates } from './templates.ts'

/** What trajectories need of the world. */
export type LearningDeps = ConsentDeps & { templates: Templates }
