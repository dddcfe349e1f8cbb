import './check-chart.css'
import { type ComponentProps, lazy, Suspense } from 'react'
import type { CheckPicture } from './CheckPicture.tsx'

// Asked for at once, beside the data: the words of the page need not wait for what draws the picture. Without it there is
// the sentence above, and the table.
const loading = import('./CheckPicture.tsx').then(
  (module) => ({ default: module.CheckPicture }),
  () => ({ default: NoChart }),
)

const Loaded = lazy(() => loading)

/** The pictures of someone's checks, in its place as soon as it can be drawn. */
export function CheckChartLater(props: ComponentProps<typeof CheckPicture>) {
  return (
    <Suspense fallback={<div className="wk-check-chart" />}>
      <Loaded {...props} />
    </Suspense>
  )
}

function NoChart(_: ComponentProps<typeof CheckPicture>) {
  return <div hidden />
}
