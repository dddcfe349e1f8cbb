import { type TrajectoryComponent, trajectoryComponents } from './trajectory.ts'

/** What fulfils a part that a trajectory needs: words, events and moments of this trajectory, or both. */
export type ComponentPlan = {
  readonly component: TrajectoryComponent
  readonly by: string
  /** Ids of events and moments. One that was taken out of the plan no longer counts. */
  readonly planned: readonly string[]
}

/** All five parts, in their order, each with what fulfils it now; the list never stands in the way of a plan. */
export type ComponentState = ComponentPlan & { readonly isThere: boolean }

/** The checklist of a plan; `ids` are those of its events and moments. */
export function componentsOf(plans: readonly ComponentPlan[], ids: Iterable<string>): ComponentState[] {
  const there = new Set(ids)
  return trajectoryComponents.map((component) => {
    const found = plans.find((plan) => plan.component === component)
    const by = found?.by.trim() ?? ''
    const planned = (found?.planned ?? []).filter((id) => there.has(id))
    return { component, by, planned, isThere: by !== '' || planned.length > 0 }
  })
}
