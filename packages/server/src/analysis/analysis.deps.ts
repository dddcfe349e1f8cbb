import type { World } from '../deps.ts'
import type { Codebooks } from './codebooks.ts'

/** What analyses need of the world. */
export type AnalysisDeps = { world: World; codebooks: Codebooks }
