import './check-chart.css'
import { runChart } from '@weerklank/core/charts/run-chart'
import type { RunChartSeries } from '@weerklank/core/charts/run-chart-input'
import { type PointerEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { CheckTip, type TipPlace } from './CheckTip.tsx'
import { useWidth } from './check-width.ts'

type Props = {
  series: RunChartSeries
  title: string
  /** What the picture shows, in words. */
  sentence: string
  /** Names the one place that takes the arrow keys. */
  walkLabel: string
}

const heights = { narrow: 280, wide: 256 }

/**
 * The run chart at its own width. A point tells its value under the pointer; by keyboard the whole picture is one stop, a
 * slider over the checks, so that forty points are not forty stops and every screen reader says the value.
 */
export function CheckChart({ series, title, sentence, walkLabel }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const height = width !== null && width < 480 ? heights.narrow : heights.wide
  const [active, setActive] = useState<number | null>(null)
  const svg = useMemo(() => {
    if (width === null) return ''
    return runChart({ ...series, idPrefix: 'verloop', title, description: sentence, width, height })
  }, [series, title, sentence, width, height])
  const place = useActivePoint(frame, svg, active)
  const last = series.points.length - 1
  const point = active === null ? undefined : series.points[active]

  function handlePointer(event: PointerEvent) {
    const mark = event.target instanceof Element ? event.target.closest('[data-index]') : null
    setActive(mark === null ? null : Number(mark.getAttribute('data-index')))
  }

  return (
    <div
      ref={frame}
      className="wk-check-chart"
      onPointerOver={handlePointer}
      onPointerLeave={() => setActive(null)}
    >
      <SvgPicture svg={svg} />
      {width !== null && point !== undefined && place !== null && (
        <CheckTip text={point.description} place={place} size={{ width, height }} />
      )}
      {last >= 0 && (
        <input
          type="range"
          className="wk-sr-only wk-no-print"
          dir="ltr"
          min={0}
          max={last}
          value={active ?? last}
          aria-label={walkLabel}
          aria-valuetext={series.points[active ?? last]?.description}
          onChange={(event) => setActive(Number(event.target.value))}
          onFocus={() => setActive(last)}
          onBlur={() => setActive(null)}
        />
      )}
    </div>
  )
}

/** Marks the active point in the picture and tells where it stands. */
function useActivePoint(
  frame: RefObject<HTMLDivElement | null>,
  svg: string,
  active: number | null,
): TipPlace | null {
  const [place, setPlace] = useState<TipPlace | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has other points
  useLayoutEffect(() => {
    const point = frame.current?.querySelector(`[data-index="${active}"]`)
    const hit = point?.querySelector('.wk-c-hit')
    const [x, y] = ['cx', 'cy'].map((name) => Number(hit?.getAttribute(name)))
    if (!point || x === undefined || y === undefined) return setPlace(null)
    point.classList.add('wk-c-active')
    setPlace({ x, y })
    return () => point.classList.remove('wk-c-active')
  }, [frame, svg, active])
  return place
}
