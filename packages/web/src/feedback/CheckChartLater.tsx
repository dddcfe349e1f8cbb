import './check-chart.css'
import { type ComponentProps, lazy, Suspense } from 'react'
import type { CheckChart } from './CheckChart.tsx'

// Asked for at once, beside the data: the words of the page need not wait for what draws the picture. Without it there is
// the sentence above, and the table.
const loading = import('./CheckChart.tsx').then(
  (module) => ({ default: module.CheckChart }),
  () => ({ default: NoChart }),
)

const Loaded = lazy(() => loading)

/** The run chart, in its place as soon as it can be drawn. */
export function CheckChartLater(props: ComponentProps<typeof CheckChart>) {
  return (
    <Suspense fallback={<div className="wk-check-chart" />}>
      <Loaded {...props} />
    </Suspense>
  )
}

function NoChart(_: ComponentProps<typeof CheckChart>) {
  return <div hidden />
}
