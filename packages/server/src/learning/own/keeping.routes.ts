import type { Hono } from 'hono'
import { loadExercises } from '../exercises.ts'
import { servePeers } from '../peer.routes.ts'
import { type AskDeps, serveOwnAsking } from './ask.routes.ts'
import { type PortfolioDeps, serveOwnPortfolio } from './portfolio.routes.ts'
import { serveOwnPractice } from './practice.routes.ts'
import { serveOwnScales } from './scale.routes.ts'

/** What a learner keeps of her own learning, by her link, and whoever she lets look at it, by the link that she made. */
export function serveOwnKeeping(app: Hono, deps: PortfolioDeps & AskDeps): void {
  serveOwnPractice(app, { ...deps, exercises: loadExercises() })
  serveOwnScales(app, deps)
  serveOwnPortfolio(app, deps)
  serveOwnAsking(app, deps)
  servePeers(app, deps)
}
